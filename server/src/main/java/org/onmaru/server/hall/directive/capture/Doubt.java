package org.onmaru.server.hall.directive.capture;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.onmaru.server.city.directory.Span;
import org.onmaru.server.city.directory.UnitNames;

/// Something about a line that its writer should know before it is saved.
///
/// @param near names that may have been meant, the nearest first
public record Doubt(Kind kind, String ko, String en, List<String> near) {

    static final int MOST_NEAR = 3;

    /// What is doubtful.
    public enum Kind {
        NO_OWNER,
        UNKNOWN_UNIT,
        AMBIGUOUS_UNIT,
        ENDED_UNIT,
        NO_SENTENCE,
        NOT_A_DATE,
        PAST_DUE,
        /// Told, and saved all the same.
        FAR_DUE;

        /// Whether the line cannot be saved as it was understood.
        public boolean blocks() {
            return this != FAR_DUE;
        }

        /// As refusals name it, e.g. `directive-unknown-unit`.
        public String code() {
            return "directive-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Doubt noOwner() {
        return new Doubt(
                Kind.NO_OWNER, "담당 부서·기관을 @이름으로 적으십시오. 예: @강천면", "Write the owner as @name, e.g. @강천면.", List.of());
    }

    static Doubt unknownUnit(String written, List<String> near) {
        var ko = "그런 부서·기관이 없습니다: " + written + ".";
        var en = "There is no such unit: " + written + ".";
        return near.isEmpty()
                ? new Doubt(Kind.UNKNOWN_UNIT, ko, en, near)
                : new Doubt(
                        Kind.UNKNOWN_UNIT,
                        ko + " 비슷한 이름: " + String.join(", ", near) + ".",
                        en + " Similar: " + String.join(", ", near) + ".",
                        near);
    }

    static Doubt ambiguousUnit(String written, List<String> names) {
        return new Doubt(
                Kind.AMBIGUOUS_UNIT,
                "둘 이상의 부서·기관이 그 이름을 썼습니다: " + written + ". 지금 이름으로 고르십시오: " + String.join(", ", names) + ".",
                "More than one unit has had the name " + written + ". Choose by today's name: "
                        + String.join(", ", names) + ".",
                names);
    }

    /// Tells which units began on the day after, if any: often its successor.
    public static Doubt endedUnit(UnitNames unit, LocalDate lastDay, List<UnitNames> all) {
        var next = lastDay.plusDays(1);
        var began = all.stream()
                .filter(one -> one.span().from().equals(next))
                .map(one -> one.on(next).name())
                .limit(MOST_NEAR)
                .toList();
        var name = unit.on(lastDay).name();
        var ko = name + ": " + Span.korean(lastDay) + "까지만 있던 부서·기관입니다.";
        var en = name + " existed until " + lastDay + " only.";
        return began.isEmpty()
                ? new Doubt(Kind.ENDED_UNIT, ko + " 지금 있는 부서·기관을 고르십시오.", en + " Choose a unit that exists.", began)
                : new Doubt(
                        Kind.ENDED_UNIT,
                        ko + " 그 다음 날 생긴 부서·기관: " + String.join(", ", began) + ".",
                        en + " Units that began on the day after: " + String.join(", ", began) + ".",
                        began);
    }

    static Doubt noSentence() {
        return new Doubt(Kind.NO_SENTENCE, "무엇을 할지 적으십시오.", "Write what is to be done.", List.of());
    }

    static Doubt notADate(String words) {
        return new Doubt(Kind.NOT_A_DATE, "없는 날짜입니다: " + words, "There is no such date: " + words, List.of());
    }

    public static Doubt pastDue(LocalDate due, LocalDate day) {
        return new Doubt(
                Kind.PAST_DUE,
                "기한(" + Span.korean(due) + ")이 회의 날(" + Span.korean(day) + ")보다 앞섭니다.",
                "The due date, " + due + ", is before the day of the meeting, " + day + ".",
                List.of());
    }

    static Doubt farDue(LocalDate due) {
        return new Doubt(
                Kind.FAR_DUE,
                "기한이 여섯 달 넘게 남았습니다: " + Span.korean(due) + ".",
                "The due date is more than half a year ahead: " + due + ".",
                List.of());
    }
}
