package org.onmaru.server.hall.report.web;

import java.time.Clock;
import org.onmaru.server.city.attachment.AttachmentAnswer;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.hall.report.Report;
import org.onmaru.server.hall.report.ReportDesk;
import org.springframework.stereotype.Component;

/// Puts a report together for somebody.
@Component
class ReportAnswers {

    private final ReportDesk desk;
    private final Directory directory;
    private final Clock clock;

    ReportAnswers(ReportDesk desk, Directory directory, Clock clock) {
        this.desk = desk;
        this.directory = directory;
        this.clock = clock;
    }

    /// As it is in the database now.
    ReportAnswer of(Report known, boolean mayFile) {
        var report = desk.find(known.id()).orElseThrow();
        var earlier = desk.earlier(report);
        var draft = desk.draft(report, earlier);
        var versions = desk.versions(report);
        var unit = directory.unit(report.unit(), report.date());
        return new ReportAnswer(
                report.id().value(),
                report.series().value(),
                report.date(),
                report.cutOff(),
                report.cutOffAt(clock.getZone()),
                clock.instant(),
                report.unit().value(),
                unit.map(Unit::name).orElse(""),
                unit.map(Unit::nameEn).orElse(""),
                mayFile,
                report.revision(),
                draft.templates().stream().map(template -> template.key()).toList(),
                draft.rows().stream().map(ReportAnswer.FigureAnswer::of).toList(),
                draft.situation(),
                draft.needs(),
                draft.practices(),
                draft.severity(),
                draft.urgency(),
                draft.confidence(),
                draft.attachments().stream().map(AttachmentAnswer::of).toList(),
                draft.typed().stream()
                        .map(entry -> new ReportAnswer.FieldWriter(entry.field(), entry.by(), entry.at()))
                        .toList(),
                draft.faults(),
                ReportAnswer.PreviousReport.of(earlier),
                versions.stream().map(ReportAnswer.FiledVersion::of).toList(),
                versions.isEmpty() || desk.changedSince(report, draft, versions.getLast()));
    }
}
