package org.onmaru.server.hall.report.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.report.Board;

/// The submission board of a series' day, and its figures so far.
///
/// @param now by the server's clock
/// @param columns one for each cut-off; none on a day without a meeting
record BoardAnswer(UUID seriesId, LocalDate date, Instant now, List<BoardColumn> columns, RollUpAnswer rollUp) {

    /// @param cutOffAt until when reports are in time
    record BoardColumn(
            @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime cutOff,

            Instant cutOffAt,
            List<BoardPlace> units) {}

    /// How far a unit is.
    ///
    /// @param reportId null while nobody began it
    /// @param latest what was filed last; null until it is filed
    record BoardPlace(
            UUID unitId,
            String unit,
            String unitEn,
            Board.State state,
            @Nullable UUID reportId,
            ReportAnswer.@Nullable FiledVersion latest) {

        static BoardPlace of(Board.Place place) {
            var report = place.report();
            var latest = place.latest();
            return new BoardPlace(
                    place.unit().value(),
                    place.name(),
                    place.nameEn(),
                    place.state(),
                    report == null ? null : report.id().value(),
                    latest == null ? null : ReportAnswer.FiledVersion.of(latest));
        }
    }
}
