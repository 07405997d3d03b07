package org.onmaru.server.hall.agenda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.paper.OfficialDate;
import org.onmaru.server.writing.PersonalNumbers;

/// Makes the agenda of a day: overdue directives, those due today, those of another day in one item, reports by weight
/// and then in the order of the units, outside agencies, needs, the topic of the day, practices, the closing. Whatever
/// order the inputs come in, the same inputs make the
/// same agenda, letter by letter.
final class Assembly {

    /// Severity × urgency, each from 1 to 4, from which on the agenda says so.
    private static final int HEAVY = 6;

    /// Directives of another day that are named one by one.
    private static final int NAMED = 5;

    private final Inputs inputs;
    private final Map<UnitId, Integer> order = new HashMap<>();
    private final Map<UnitId, Inputs.Speaker> speakers = new HashMap<>();

    private Assembly(Inputs inputs) {
        this.inputs = inputs;
        for (var speaker : inputs.units()) {
            order.putIfAbsent(speaker.unit(), order.size());
            speakers.putIfAbsent(speaker.unit(), speaker);
        }
    }

    static List<Item> of(Inputs inputs) {
        return new Assembly(inputs).items();
    }

    private List<Item> items() {
        var items = new ArrayList<Item>();
        directives(items);
        reports(items);
        sentences(
                items,
                inputs.needs(),
                ItemKind.NEED,
                "need",
                "의 건의: 아직 답을 받지 못했습니다.",
                " asks for it; there is no answer yet.");
        if (inputs.topic()) {
            items.add(item(
                    "topic",
                    ItemKind.TOPIC,
                    new Words("오늘의 부서 주제", "The department topic of the day"),
                    new Words(
                            "이 기간의 의사일정에 날마다 들어갑니다. 주제와 부서를 적어 주십시오.",
                            "It is on every agenda of this phase. Write the topic and the department."),
                    Optional.empty(),
                    Optional.empty()));
        }
        sentences(items, inputs.practices(), ItemKind.PRACTICE, "practice", "의 우수사례입니다.", " shares what worked.");
        items.add(item(
                "closing",
                ItemKind.CLOSING,
                new Words("마무리", "Closing"),
                new Words("모든 회의는 마무리로 끝납니다.", "Every meeting ends with it."),
                Optional.empty(),
                Optional.empty()));
        return List.copyOf(items);
    }

    private record Words(String ko, String en) {}

    private Item item(
            String key, ItemKind kind, Words title, Words why, Optional<UnitId> unit, Optional<UUID> subject) {
        return new Item(
                key,
                kind,
                title.ko,
                title.en,
                why.ko,
                why.en,
                unit.orElse(null),
                subject.orElse(null),
                kind.minutes(),
                inputs.open());
    }

    private void directives(List<Item> items) {
        var later = new ArrayList<Inputs.Directive>();
        for (var one : inputs.directives().stream().sorted(byDue()).toList()) {
            var due = one.due();
            if (due == null || due.isAfter(inputs.date())) {
                later.add(one);
                continue;
            }
            boolean overdue = due.isBefore(inputs.date());
            var why = overdue
                    ? new Words(
                            "기한(" + OfficialDate.of(due) + ")이 지났습니다." + carried(one),
                            "Due on " + due + " and not done." + carriedEn(one))
                    : new Words("오늘이 기한입니다." + carried(one), "Due today." + carriedEn(one));
            items.add(said(
                    "directive-" + one.id(),
                    overdue ? ItemKind.DIRECTIVE_OVERDUE : ItemKind.DIRECTIVE_DUE,
                    one.sentence(),
                    why,
                    one.owner(),
                    one.id()));
        }
        if (!later.isEmpty()) {
            items.add(later(later));
        }
    }

    private Comparator<Inputs.Directive> byDue() {
        return Comparator.comparing(Inputs.Directive::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparingInt(one -> place(one.owner()))
                .thenComparing(one -> one.id().toString());
    }

    /// None is forgotten because its day is far or was never said; the first few by name, all in the agenda pack.
    private Item later(List<Inputs.Directive> later) {
        int more = later.size() - NAMED;
        var ko = later.stream()
                .limit(NAMED)
                .map(one -> "“" + one.sentence() + "”(" + name(one.owner()) + until(one) + ")" + carried(one))
                .collect(Collectors.joining(" "));
        var en = later.stream()
                .limit(NAMED)
                .map(one -> "“" + one.sentence() + "” (" + nameEn(one.owner()) + untilEn(one) + ")" + carriedEn(one))
                .collect(Collectors.joining(" "));
        return item(
                "directives-carried",
                ItemKind.DIRECTIVE_CARRIED,
                new Words("이월된 지시사항 " + later.size() + "건", "Directives carried over: " + later.size()),
                new Words(
                        "기한이 남았거나 없는 지시사항입니다. " + ko + (more > 0 ? " 외 " + more + "건." : ""),
                        "Not due yet, or without a day. " + en + (more > 0 ? " And " + more + " more." : "")),
                Optional.empty(),
                Optional.empty());
    }

    private static String until(Inputs.Directive one) {
        return one.due() == null ? "" : ", " + OfficialDate.of(one.due()) + "까지";
    }

    private static String untilEn(Inputs.Directive one) {
        return one.due() == null ? "" : ", by " + one.due();
    }

    /// What somebody wrote, as the title of an item. With a number in it that belongs to one person it is no title for
    /// citizens: the item is internal until somebody writes another.
    private Item said(String key, ItemKind kind, String sentence, Words why, UnitId unit, UUID subject) {
        var item = item(key, kind, new Words(sentence, sentence), why, Optional.of(unit), Optional.of(subject));
        var found = PersonalNumbers.in(sentence);
        if (!item.open() || found.isEmpty()) {
            return item;
        }
        var number = found.getFirst().kind();
        return new Item(
                item.key(),
                item.kind(),
                item.title(),
                item.titleEn(),
                item.why() + " " + number.ko() + "로 보이는 숫자가 있어 비공개입니다.",
                item.whyEn() + " It is internal: it holds what looks like " + number.en() + ".",
                item.unit(),
                item.subject(),
                item.minutes(),
                false);
    }

    private static String carried(Inputs.Directive one) {
        return one.carried() == 0 ? "" : " 이월 " + one.carried() + "회.";
    }

    private static String carriedEn(Inputs.Directive one) {
        return switch (one.carried()) {
            case 0 -> "";
            case 1 -> " Carried over once.";
            default -> " Carried over " + one.carried() + " times.";
        };
    }

    private void reports(List<Item> items) {
        var filed = inputs.reports().stream()
                .collect(Collectors.toMap(Inputs.Report::unit, report -> report, Assembly::heavier));
        var agencies = new ArrayList<Inputs.Speaker>();
        var nil = new ArrayList<Inputs.Speaker>();
        var late = new ArrayList<Inputs.Report>();
        var spoken = new ArrayList<Inputs.Speaker>();
        for (var speaker : inputs.units()) {
            var report = filed.get(speaker.unit());
            if (speaker.agency()) {
                agencies.add(speaker);
            } else if (report == null) {
                spoken.add(speaker);
            } else if (report.late()) {
                late.add(report);
            } else if (report.nil()) {
                nil.add(speaker);
            } else {
                spoken.add(speaker);
            }
        }
        spoken.sort(Comparator.comparingInt((Inputs.Speaker one) -> -weight(filed, one.unit()))
                .thenComparingInt(one -> place(one.unit())));
        spoken.forEach(one -> items.add(report(one, Optional.ofNullable(filed.get(one.unit())))));
        if (!nil.isEmpty()) {
            items.add(item(
                    "nil-reports",
                    ItemKind.NIL_REPORTS,
                    new Words("특이사항 없음: " + names(nil), "Nothing to report: " + namesEn(nil)),
                    new Words(nil.size() + "곳이 특이사항 없음으로 제출했습니다.", nil.size() + " filed a nil report."),
                    Optional.empty(),
                    Optional.empty()));
        }
        late.sort(Comparator.comparingInt(one -> place(one.unit())));
        for (var one : late) {
            var name = Objects.requireNonNull(speakers.get(one.unit()));
            items.add(item(
                    "addendum-" + one.unit().value(),
                    ItemKind.ADDENDUM,
                    new Words(name.name() + " 추가 보고", name.nameEn() + ": addendum"),
                    saying(new Words("제출 마감 뒤에 들어온 보고입니다.", "The report came after the cut-off."), one),
                    Optional.of(one.unit()),
                    Optional.of(one.id())));
        }
        for (var speaker : agencies) {
            var report = filed.get(speaker.unit());
            items.add(item(
                    "agency-" + speaker.unit().value(),
                    ItemKind.AGENCY,
                    new Words(speaker.name() + " 보고", speaker.nameEn() + ": report"),
                    saying(new Words("외부 기관입니다.", "An outside agency."), report),
                    Optional.of(speaker.unit()),
                    Optional.ofNullable(report).map(Inputs.Report::id)));
        }
    }

    private Item report(Inputs.Speaker speaker, Optional<Inputs.Report> report) {
        var why = report.filter(one -> one.weight() >= HEAVY)
                .map(one -> new Words("심각하거나 급한 보고입니다.", "A severe or urgent report."))
                .orElseGet(() -> report.isPresent()
                        ? new Words("제출한 상황보고입니다.", "A situation report that was filed.")
                        : new Words("보고하는 부서·기관입니다. 아직 제출하지 않았습니다.", "A unit that reports; nothing is filed yet."));
        return item(
                "report-" + speaker.unit().value(),
                ItemKind.REPORT,
                new Words(speaker.name() + " 상황보고", speaker.nameEn() + ": situation report"),
                saying(why, report.orElse(null)),
                Optional.of(speaker.unit()),
                report.map(Inputs.Report::id));
    }

    /// What a report says goes with why it is there and never into a title: a title goes on the picture, and what a
    /// unit wrote for the city hall may be nothing for citizens.
    private static Words saying(Words why, Inputs.@Nullable Report report) {
        var headline = report == null ? null : report.headline();
        return headline == null || headline.isBlank()
                ? why
                : new Words(why.ko + " “" + headline.strip() + "”", why.en + " “" + headline.strip() + "”");
    }

    private void sentences(
            List<Item> items, List<Inputs.Sentence> said, ItemKind kind, String key, String why, String whyEn) {
        said.stream()
                .sorted(Comparator.comparingInt((Inputs.Sentence one) -> place(one.unit()))
                        .thenComparing(Inputs.Sentence::text)
                        .thenComparing(one -> one.id().toString()))
                .forEach(one -> items.add(said(
                        key + "-" + one.id(),
                        kind,
                        one.text(),
                        new Words(name(one.unit()) + why, nameEn(one.unit()) + whyEn),
                        one.unit(),
                        one.id())));
    }

    /// Two reports of one unit, for two cut-offs: the heavier speaks.
    private static Inputs.Report heavier(Inputs.Report one, Inputs.Report other) {
        return Comparator.comparingInt(Inputs.Report::weight)
                                .thenComparing(report -> !report.nil())
                                .thenComparing(report -> report.id().toString())
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }

    private static int weight(Map<UnitId, Inputs.Report> filed, UnitId unit) {
        var report = filed.get(unit);
        return report == null ? 0 : report.weight();
    }

    /// Units that do not report in this phase come after those that do.
    private int place(UnitId unit) {
        return order.getOrDefault(unit, Integer.MAX_VALUE);
    }

    private String name(UnitId unit) {
        var speaker = speakers.get(unit);
        return speaker == null ? "다른 부서·기관" : speaker.name();
    }

    private String nameEn(UnitId unit) {
        var speaker = speakers.get(unit);
        return speaker == null ? "Another unit" : speaker.nameEn();
    }

    private static String names(List<Inputs.Speaker> units) {
        return units.stream().map(Inputs.Speaker::name).collect(Collectors.joining(", "));
    }

    private static String namesEn(List<Inputs.Speaker> units) {
        return units.stream().map(Inputs.Speaker::nameEn).collect(Collectors.joining(", "));
    }
}
