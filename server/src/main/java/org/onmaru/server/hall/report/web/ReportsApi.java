package org.onmaru.server.hall.report.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.report.Board;
import org.onmaru.server.hall.report.Catalogue;
import org.onmaru.server.hall.report.Content;
import org.onmaru.server.hall.report.FieldName;
import org.onmaru.server.hall.report.Metric;
import org.onmaru.server.hall.report.Report;
import org.onmaru.server.hall.report.ReportDesk;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.PlainText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reports for those who write and read them.
@RestController
@RequestMapping("/api/v1")
class ReportsApi {

    private static final int MOST_EDITS = 100;

    private final ReportRights rights;
    private final ReportDesk desk;
    private final ReportAnswers answers;
    private final Catalogue catalogue;
    private final SeriesBook series;
    private final Board board;
    private final Clock clock;

    ReportsApi(
            ReportRights rights,
            ReportDesk desk,
            ReportAnswers answers,
            Catalogue catalogue,
            SeriesBook series,
            Board board,
            Clock clock) {
        this.rights = rights;
        this.desk = desk;
        this.answers = answers;
        this.catalogue = catalogue;
        this.series = series;
        this.board = board;
        this.clock = clock;
    }

    /// A report that a unit of mine files on a day.
    record DueReport(
            UUID seriesId,
            String series,
            String seriesEn,
            LocalDate date,

            @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime cutOff,

            UUID unitId,
            String unit,
            String unitEn,
            Board.State state) {}

    record OpenReport(
            @NotNull LocalDate date,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime cutOff,

            @NotNull UUID unitId) {}

    /// @param field see the fields of a report's draft
    /// @param base what stood there when the writer began
    /// @param value what shall stand there
    record FieldEdit(
            @NotNull @Size(max = 120) String field,
            @NotNull String base,
            @NotNull String value) {}

    /// @param changeId made by the browser; sent again when no answer came
    record EditReport(
            @NotNull UUID changeId,
            @NotNull @Size(min = 1, max = MOST_EDITS) @Valid List<FieldEdit> edits) {}

    /// @param overwritten what was replaced unseen, and whose it was
    record EditedReport(ReportAnswer report, List<ReportDesk.Overwritten> overwritten) {}

    /// @param nil 특이사항 없음
    /// @param last whether nothing more will come (최종)
    /// @param reason why it replaces what was filed; empty for the first
    record FileReport(
            boolean nil,
            boolean last,
            @PlainText(max = 200, blank = true) String reason) {}

    record VersionAnswer(ReportAnswer.FiledVersion filed, Content content) {}

    /// @param hazard what the archive is asked for
    /// @param metrics that it asks now, in the order of the form
    /// @param former that it asked once and does not now; reports may have figures of them
    /// @param retired whether it is no longer offered
    record ReportTemplate(
            String key,
            String hazard,
            String ko,
            String en,
            List<Metric> metrics,
            List<Metric> former,
            boolean retired) {}

    /// In the order in which they are offered, retired ones too.
    @GetMapping("/report-templates")
    List<ReportTemplate> listReportTemplates() {
        rights.person();
        var former = catalogue.former();
        return catalogue.templates().stream()
                .map(one -> new ReportTemplate(
                        one.key(),
                        one.hazard(),
                        one.ko(),
                        one.en(),
                        one.metrics(),
                        former.getOrDefault(one.key(), List.of()),
                        one.retired()))
                .toList();
    }

    /// Without a day: today's.
    @GetMapping("/reports/mine")
    List<DueReport> listMyReports(@RequestParam(required = false) @Nullable LocalDate date) {
        var mine = rights.unitsOf(rights.person());
        var day = date == null ? LocalDate.now(clock) : date;
        return series.all().stream()
                .flatMap(one -> board.of(one, day).stream()
                        .flatMap(column -> column.places().stream()
                                .filter(place -> mine.contains(place.unit()))
                                .map(place -> new DueReport(
                                        one.id().value(),
                                        one.name(),
                                        one.nameEn(),
                                        day,
                                        column.cutOff(),
                                        place.unit().value(),
                                        place.name(),
                                        place.nameEn(),
                                        place.state()))))
                .toList();
    }

    /// The report of that unit, begun when nobody did.
    @PostMapping("/series/{id}/reports")
    ReportAnswer openReport(@PathVariable UUID id, @Valid @RequestBody OpenReport body) {
        var unit = new UnitId(body.unitId);
        rights.filer(id, unit);
        var of = series.get(new SeriesId(id));
        return answers.of(desk.open(of, body.date, body.cutOff, unit), true);
    }

    @GetMapping("/series/{id}/reports/{reportId}")
    ReportAnswer getReport(@PathVariable UUID id, @PathVariable UUID reportId) {
        return answer(rights.seen(id, reportId));
    }

    /// Saves what was typed. Texts of two writers are merged; of a figure the last one counts, and the answer says
    /// what it replaced unseen.
    @PatchMapping("/series/{id}/reports/{reportId}")
    EditedReport editReport(@PathVariable UUID id, @PathVariable UUID reportId, @Valid @RequestBody EditReport body) {
        var report = rights.writable(id, reportId);
        var edits = body.edits.stream().map(ReportsApi::edit).toList();
        var overwritten = desk.edit(report.id(), body.changeId, edits, rights.person());
        return new EditedReport(answers.of(report, true), overwritten);
    }

    @PostMapping("/series/{id}/reports/{reportId}/file")
    ReportAnswer fileReport(@PathVariable UUID id, @PathVariable UUID reportId, @Valid @RequestBody FileReport body) {
        var report = rights.writable(id, reportId);
        desk.file(report.id(), new ReportDesk.Filing(body.nil, body.last, body.reason), rights.person());
        return answers.of(report, true);
    }

    @GetMapping("/series/{id}/reports/{reportId}/versions/{number}")
    VersionAnswer getReportVersion(@PathVariable UUID id, @PathVariable UUID reportId, @PathVariable int number) {
        var report = rights.seen(id, reportId);
        var content = desk.content(desk.filed(report, number));
        return new VersionAnswer(
                ReportAnswer.FiledVersion.of(desk.versions(report).get(number - 1)), content);
    }

    private ReportAnswer answer(Report report) {
        return answers.of(
                report, rights.mayFile(rights.person(), report.series().value(), report.unit()));
    }

    private static ReportDesk.Edit edit(FieldEdit edit) {
        var field = FieldName.parse(edit.field);
        return new ReportDesk.Edit(field, base(field, edit.base), field.clean(edit.value));
    }

    /// Of what may be merged; elsewhere it is only compared.
    private static String base(FieldName field, String base) {
        return switch (field.kind()) {
            case TEXT, LINE -> field.clean(base);
            case FIGURE, MARK, CHOICE, TEMPLATES -> base;
        };
    }
}
