package org.onmaru.server.hall.report.web;

import java.time.Clock;
import java.time.LocalDate;
import org.onmaru.server.hall.report.Board;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.stereotype.Component;

/// Puts a board together.
@Component
class BoardAnswers {

    private final Board board;
    private final RollUpAnswers rollUps;
    private final SeriesBook series;
    private final Clock clock;

    BoardAnswers(Board board, RollUpAnswers rollUps, SeriesBook series, Clock clock) {
        this.board = board;
        this.rollUps = rollUps;
        this.series = series;
        this.clock = clock;
    }

    BoardAnswer of(SeriesId id, LocalDate date) {
        var columns = board.of(series.get(id), date).stream()
                .map(column -> new BoardAnswer.BoardColumn(
                        column.cutOff(),
                        column.at(),
                        column.places().stream().map(BoardAnswer.BoardPlace::of).toList()))
                .toList();
        return new BoardAnswer(
                id.value(),
                date,
                clock.instant(),
                columns,
                rollUps.between(id, date, date).getFirst());
    }
}
