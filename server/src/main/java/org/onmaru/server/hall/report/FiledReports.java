package org.onmaru.server.hall.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.stereotype.Component;

/// The door to what was filed, for those who make something of it.
@Component
public class FiledReports {

    private final VersionStore versions;

    FiledReports(VersionStore versions) {
        this.versions = versions;
    }

    /// The latest version of every report of that day, by cut-off and unit.
    public List<FiledReport> latest(SeriesId series, LocalDate date) {
        return versions.latest(series, date);
    }

    /// The latest version of one report; empty while nothing was filed.
    public Optional<FiledReport> latest(ReportId report) {
        return versions.latest(report);
    }
}
