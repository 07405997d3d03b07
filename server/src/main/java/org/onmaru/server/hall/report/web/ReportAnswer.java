package org.onmaru.server.hall.report.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.attachment.AttachmentAnswer;
import org.onmaru.server.hall.report.Content;
import org.onmaru.server.hall.report.Draft;
import org.onmaru.server.hall.report.Earlier;
import org.onmaru.server.hall.report.Figure;
import org.onmaru.server.hall.report.ReportFault;
import org.onmaru.server.hall.report.Version;

/// A report as somebody sees it: the draft, over what was filed before, and what was filed of it.
///
/// @param revision grows with every change
/// @param cutOffAt until when it is in time
/// @param now by the server's clock, so that browsers whose clock differs show the right time left
/// @param mayFile whether whoever sees it may change and file it
/// @param templates keys of what it asks
/// @param writers who wrote a field last
/// @param faults why it cannot be filed as it is
/// @param previous the unit's report before; null when there is none
/// @param versions what was filed, oldest first
/// @param unfiled whether the draft says something that the latest version does not
record ReportAnswer(
        UUID id,
        UUID seriesId,
        LocalDate date,

        @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
        LocalTime cutOff,

        Instant cutOffAt,
        Instant now,
        UUID unitId,
        String unit,
        String unitEn,
        boolean mayFile,
        int revision,
        List<String> templates,
        List<FigureAnswer> figures,
        String situation,
        List<Draft.ReportLine> needs,
        List<Draft.ReportLine> practices,
        Content.Severity severity,
        Content.Urgency urgency,
        Content.Confidence confidence,
        List<AttachmentAnswer> attachments,
        List<FieldWriter> writers,
        List<ReportFault> faults,
        @Nullable PreviousReport previous,
        List<FiledVersion> versions,
        boolean unfiled) {

    /// One metric of the form.
    ///
    /// @param typedThisPeriod as somebody typed it; empty when nobody did
    /// @param thisPeriod what it comes to; null when that is not known
    /// @param carried true when nobody typed anything and it is as before
    /// @param before to date of the report before; null when there is none
    record FigureAnswer(
            String metric,
            String typedThisPeriod,
            String typedToDate,
            boolean estimated,
            @Nullable BigDecimal thisPeriod,
            @Nullable BigDecimal toDate,
            boolean carried,
            @Nullable BigDecimal before,
            @Nullable LocalDate beforeOn) {

        static FigureAnswer of(Draft.Row row) {
            var figure = row.judged().figure();
            var before = row.before();
            return new FigureAnswer(
                    row.metric().key(),
                    row.typed().thisPeriod(),
                    row.typed().toDate(),
                    row.typed().estimated(),
                    figure == null ? null : figure.thisPeriod(),
                    figure == null ? null : figure.toDate(),
                    row.judged().carried(),
                    before == null ? null : before.toDate(),
                    before == null ? null : before.date());
        }
    }

    record FieldWriter(String field, String by, Instant at) {}

    /// What the unit filed before, to stand beside.
    record PreviousReport(
            LocalDate date,

            @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime cutOff,

            String situation,
            List<String> needs,
            List<String> practices,
            List<Figure> figures) {

        static @Nullable PreviousReport of(Earlier earlier) {
            var last = earlier.last();
            return last == null
                    ? null
                    : new PreviousReport(
                            last.date(),
                            last.cutOff(),
                            last.content().situation(),
                            last.content().needs(),
                            last.content().practices(),
                            last.content().figures());
        }
    }

    /// A version, without what it says.
    ///
    /// @param reason why it replaced the one before; empty for the first
    record FiledVersion(
            int number,
            UUID messageId,
            @Nullable UUID precedingMessageId,
            Version.Purpose purpose,
            boolean late,
            boolean nil,
            String reason,
            Instant filedAt,
            String by) {

        static FiledVersion of(Version version) {
            return new FiledVersion(
                    version.number(),
                    version.messageId(),
                    version.precedingMessageId(),
                    version.purpose(),
                    version.late(),
                    version.nil(),
                    version.reason(),
                    version.filedAt(),
                    version.by());
        }
    }
}
