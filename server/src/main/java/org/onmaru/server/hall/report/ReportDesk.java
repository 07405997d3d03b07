package org.onmaru.server.hall.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.attachment.Attachment;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.series.Series;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.writing.TextMerge;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Opens, edits and files reports. Who may is asked before; changes of one report queue.
@Service
public class ReportDesk {

    private static final Duration RESENT_WITHIN = Duration.ofDays(14);
    private static final int DAYS_AHEAD = 7;

    /// How many times longer than one writer's text what several wrote at once may become.
    private static final int MOST_MERGED = 4;

    /// Of one draft, those emptied again included.
    private static final int MOST_FIELDS = 400;

    private final ReportStore store;
    private final VersionStore versions;
    private final Attachments attachments;
    private final Catalogue catalogue;
    private final Duties duties;
    private final Clock clock;
    private final JsonMapper json;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ReportDesk(
            ReportStore store,
            VersionStore versions,
            Attachments attachments,
            Catalogue catalogue,
            Duties duties,
            Clock clock,
            JsonMapper json,
            Audit audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.versions = versions;
        this.attachments = attachments;
        this.catalogue = catalogue;
        this.duties = duties;
        this.clock = clock;
        this.json = json;
        this.audit = audit;
        this.events = events;
    }

    /// What somebody saw in a field and what shall be in it.
    ///
    /// @param base what stood there when they began to write; with it two writers' words are told apart
    public record Edit(FieldName field, String base, String value) {}

    /// A value that was replaced although whoever replaced it had not seen it.
    public record Overwritten(String field, String value, String by, Instant at) {}

    /// @param nil 특이사항 없음
    /// @param last whether nothing more will come of it (최종)
    /// @param reason why it replaces what was filed before; empty for the first version
    public record Filing(boolean nil, boolean last, String reason) {}

    public Optional<Report> find(ReportId id) {
        return store.find(id);
    }

    public List<Report> of(Series series, LocalDate date) {
        return store.of(series.id(), date);
    }

    /// The draft as it stands.
    public Draft draft(Report report) {
        return draft(report, versions.earlier(report));
    }

    public Earlier earlier(Report report) {
        return versions.earlier(report);
    }

    public Draft draft(Report report, Earlier earlier) {
        var filed = versions.latest(report.id()).map(FiledReport::content).orElse(null);
        var questions = new Questions(catalogue.templates(), catalogue.former(), filed);
        return Draft.of(store.entries(report.id()), questions, earlier, attachments.of(report.id()));
    }

    /// Oldest first.
    public List<Version> versions(Report report) {
        return versions.of(report.id());
    }

    /// The bytes of a version as they were filed.
    public String filed(Report report, int number) {
        return versions.text(report.id(), number)
                .orElseThrow(() -> Problem.missing("version-missing", "그런 보고가 없습니다.", "There is no such version."));
    }

    public Content content(String filed) {
        return versions.content(filed);
    }

    /// Whether the draft says something else than the latest version.
    public boolean changedSince(Report report, Draft draft, Version latest) {
        return differs(draft.content(latest.nil()), report, latest);
    }

    /// A form whose order is another says nothing else.
    private boolean differs(Content content, Report report, Version latest) {
        var filed = versions.content(filed(report, latest.number()));
        return !versions.text(content.inOneOrder()).equals(versions.text(filed.inOneOrder()));
    }

    /// The report of that unit, begun when nobody did.
    @Transactional
    public Report open(Series series, LocalDate date, LocalTime cutOff, UnitId unit) {
        var there = store.find(series.id(), date, cutOff, unit);
        if (there.isPresent()) {
            return there.get();
        }
        if (date.isAfter(LocalDate.now(clock).plusDays(DAYS_AHEAD))) {
            throw Problem.conflict(
                    "report-too-early",
                    DAYS_AHEAD + "일보다 먼 날의 보고는 아직 쓸 수 없습니다.",
                    "Reports can be begun at most " + DAYS_AHEAD + " days ahead.");
        }
        if (!duties.on(series, date).has(cutOff, unit)) {
            throw Problem.conflict(
                    "report-not-due",
                    "그날 그 시각에 이 부서·기관이 낼 보고가 없습니다.",
                    "No report of this unit is due at that day and hour.");
        }
        store.forgetChangesBefore(clock.instant().minus(RESENT_WITHIN));
        var report = new Report(new ReportId(UUID.randomUUID()), series.id(), date, cutOff, unit, 0);
        if (store.insert(report, clock.instant())) {
            audit.changed("report.opened", subject(report), null, report);
            events.publishEvent(new ReportEdited(report.id(), series.id(), date));
        }
        return store.find(series.id(), date, cutOff, unit).orElseThrow();
    }

    /// Saves what was typed, right or wrong; the same change once, however often it arrives.
    @Transactional
    public List<Overwritten> edit(ReportId id, UUID change, List<Edit> edits, Actor.Person by) {
        var report = hold(id);
        var arrived = store.arrived(id, change);
        if (arrived.isPresent()) {
            return Arrays.asList(json.readValue(arrived.get(), Overwritten[].class));
        }
        var now = clock.instant();
        int revision = store.nextRevision(id);
        var overwritten = new ArrayList<Overwritten>();
        for (var edit : edits) {
            edit(report, revision, edit, by, now).ifPresent(overwritten::add);
        }
        if (store.fields(id) > MOST_FIELDS) {
            throw Problem.conflict("report-full", "보고서에 칸이 너무 많습니다.", "The report has too many fields.");
        }
        store.remember(id, change, json.writeValueAsString(overwritten), now);
        events.publishEvent(new ReportEdited(id, report.series(), report.date()));
        return overwritten;
    }

    private Optional<Overwritten> edit(Report report, int revision, Edit edit, Actor.Person by, Instant now) {
        var field = edit.field;
        if (field.kind() == FieldName.Kind.TEMPLATES) {
            requireOffered(report, List.of(edit.value.split(",", -1)));
        }
        var there = store.entry(report.id(), field.text()).orElse(null);
        var current = there == null ? "" : there.value();
        if (field.kind().merged()) {
            var merged = TextMerge.merge(edit.base, current, edit.value);
            if (merged.length() > MOST_MERGED * field.kind().most()) {
                throw Problem.conflict(
                        "report-field-full",
                        "여러 사람이 쓴 글이 너무 길어졌습니다. 먼저 줄이십시오.",
                        "What several people wrote has become too long; shorten it first.");
            }
            var value = field.kind() == FieldName.Kind.LINE ? merged.replace('\n', ' ') : merged;
            store.put(report.id(), revision, field, value, by, now);
            return Optional.empty();
        }
        store.put(report.id(), revision, field, edit.value, by, now);
        if (there == null || current.equals(edit.base) || current.equals(edit.value)) {
            return Optional.empty();
        }
        return Optional.of(new Overwritten(field.text(), current, there.by(), there.at()));
    }

    /// A retired template can stay in a report and not come into one.
    private void requireOffered(Report report, List<String> keys) {
        catalogue.requireTemplates(keys);
        var retired =
                catalogue.templates(keys).stream().filter(Template::retired).toList();
        if (!retired.isEmpty() && !draft(report).templates().containsAll(retired)) {
            throw Problem.conflict(
                    "template-retired",
                    "더는 쓰지 않는 보고 서식입니다: " + retired.getFirst().ko(),
                    "This report template is retired: " + retired.getFirst().en());
        }
    }

    /// Makes a version of the draft. Filing the same again is the same filing.
    ///
    /// @throws Problem with every fault there is
    @Transactional
    public Version file(ReportId id, Filing filing, Actor.Person by) {
        var report = hold(id);
        catalogue.holdStill();
        var earlier = versions.earlier(report);
        var draft = draft(report, earlier);
        var before = versions.of(id);
        var latest = before.isEmpty() ? null : before.getLast();
        var content = draft.content(filing.nil);
        var corrects = latest != null && differs(content, report, latest);
        // What is wrong is no part of the content: a draft with a fault may look like what was filed.
        requireFaultless(draft, filing, corrects);
        if (latest != null && !corrects && (!filing.last || latest.purpose() == Version.Purpose.FINAL)) {
            return latest;
        }
        var now = clock.instant();
        var last = earlier.last();
        var version = new Version(
                id,
                before.size() + 1,
                UUID.randomUUID(),
                last == null ? null : last.messageId(),
                filing.last ? Version.Purpose.FINAL : latest == null ? Version.Purpose.INITIAL : Version.Purpose.UPDATE,
                now.isAfter(report.cutOffAt(clock.getZone())),
                filing.nil,
                latest == null ? "" : filing.reason.strip(),
                now,
                by.name());
        versions.insert(version, content, by);
        store.nextRevision(id);
        audit.changed(latest == null ? "report.filed" : "report.corrected", subject(report), latest, version);
        events.publishEvent(new ReportFiled(
                id,
                report.series(),
                report.date(),
                report.cutOff(),
                report.unit(),
                version.number(),
                version.nil(),
                version.late()));
        events.publishEvent(new ReportEdited(id, report.series(), report.date()));
        return version;
    }

    /// Tells those who watch that its files are others now.
    @Transactional
    public void attachmentsChanged(Report report, @Nullable Attachment before, @Nullable Attachment after) {
        store.nextRevision(report.id());
        audit.changed(before == null ? "report.attached" : "report.detached", subject(report), before, after);
        events.publishEvent(new ReportEdited(report.id(), report.series(), report.date()));
    }

    private static void requireFaultless(Draft draft, Filing filing, boolean corrects) {
        var faults = new ArrayList<>(draft.faults());
        if (filing.nil && draft.tells()) {
            faults.add(new ReportFault(
                    "nil",
                    "nil-but-tells",
                    "적은 내용이나 달라진 수치가 있어 특이사항 없음으로 낼 수 없습니다.",
                    "Something is written or a figure moved, so it cannot be filed as nothing to report."));
        }
        if (!filing.nil && !draft.says()) {
            faults.add(new ReportFault(
                    FieldName.SITUATION,
                    "says-nothing",
                    "적은 것이 없습니다. 알릴 것이 없으면 특이사항 없음으로 내십시오.",
                    "Nothing is written; if there is nothing to tell, file it as nothing to report."));
        }
        if (corrects && filing.reason.isBlank()) {
            faults.add(new ReportFault(
                    "reason",
                    "reason-missing",
                    "이미 낸 보고를 고치려면 까닭을 적으십시오.",
                    "A reason is needed to replace what was filed."));
        }
        if (!faults.isEmpty()) {
            throw Problem.bad(
                            "report-faults",
                            String.join(
                                    " ", faults.stream().map(ReportFault::ko).toList()),
                            String.join(
                                    " ", faults.stream().map(ReportFault::en).toList()))
                    .with("faults", List.copyOf(faults));
        }
    }

    private Report hold(ReportId id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.missing("report-missing", "그런 보고서가 없습니다.", "There is no such report."));
    }

    private static Subject subject(Report report) {
        return Subject.of("report", report.id().value());
    }
}
