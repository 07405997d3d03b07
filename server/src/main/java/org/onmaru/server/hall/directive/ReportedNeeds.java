package org.onmaru.server.hall.directive;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.onmaru.server.hall.report.FiledReports;
import org.onmaru.server.hall.report.ReportFiled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a unit asks for in a report it files becomes a need that waits for an answer, in the same transaction. A line
/// that stands in a later version too is the same need.
@Component
class ReportedNeeds {

    private final FiledReports reports;
    private final Needs needs;

    ReportedNeeds(FiledReports reports, Needs needs) {
        this.reports = reports;
        this.needs = needs;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReportFiled filed) {
        reports.latest(filed.report())
                .ifPresent(report -> report.content()
                        .needs()
                        .forEach(line -> needs.fromReport(
                                id(filed, line),
                                filed.series(),
                                filed.unit(),
                                line,
                                filed.report().value())));
    }

    private static NeedId id(ReportFiled filed, String line) {
        var name = filed.report().value() + "\n" + line;
        return new NeedId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
