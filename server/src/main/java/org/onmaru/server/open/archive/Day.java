package org.onmaru.server.open.archive;

import java.time.LocalDate;
import org.onmaru.server.hall.series.SeriesId;

/// What is indexed together: what a series did on one day.
record Day(SeriesId series, LocalDate date) {

    /// Of what its meetings are called: a series that gets another name changes it.
    String titles() {
        return "titles/" + series.value() + "/" + date;
    }

    /// Of what was said, given, asked for and reported.
    String contents() {
        return "contents/" + series.value() + "/" + date;
    }
}
