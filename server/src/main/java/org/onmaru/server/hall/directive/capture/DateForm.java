package org.onmaru.server.hall.directive.capture;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One way in which people write a day. A month and a day without a year are the next such day within a year; a week
/// begins on Monday (KS X ISO 8601) and ends on Sunday.
///
/// Every repetition in these patterns is bounded, so that reading takes time in proportion to the text.
///
/// @param alone whether the date may stand at the end of a line without `까지`
/// @param reader answers null when there is no such day
record DateForm(Pattern pattern, boolean alone, BiFunction<Matcher, LocalDate, @Nullable LocalDate> reader) {

    static final String TILDES = "~∼～";

    private static final String LEFT =
            "(?:(?<![\\p{L}\\p{N}./-])(?<tilde>[" + TILDES + "]\\s?))?(?<![\\p{L}\\p{N}./-])";
    private static final String RIGHT = "(?![\\p{L}\\p{N}])";
    private static final String WEEKDAY = "(?:\\s?\\([월화수목금토일](?:요일)?\\))?";
    private static final String HOUR =
            "(?<hour>(?:\\s?(?:오전|오후|아침|저녁|밤|자정|정오|\\d{1,2}:\\d{2}" + "|\\d{1,2}시(?:\\s?(?:\\d{1,2}분|반))?)){0,3})";
    private static final String KKAJI = "까지(?:는|은|만|도|로)?";
    private static final String BY_DAY = "(?<until>\\s?" + KKAJI + ")";
    private static final String WITHIN = "(?<until>\\s?(?:" + KKAJI + "|중으로|중까지|안으로|안에|내로|내에))";

    private static final Map<String, Integer> DAYS_AHEAD = Map.ofEntries(
            entry("오늘", 0),
            entry("금일", 0),
            entry("내일", 1),
            entry("명일", 1),
            entry("익일", 1),
            entry("모레", 2),
            entry("글피", 3));

    private static final Map<String, Integer> COUNTED = Map.ofEntries(
            entry("하루", 1),
            entry("이틀", 2),
            entry("사흘", 3),
            entry("나흘", 4),
            entry("닷새", 5),
            entry("일주일", 7),
            entry("열흘", 10),
            entry("보름", 15));

    private static final String WEEKDAYS = "월화수목금토일";
    private static final String WEEK = "(?<week>이번\\s?주|금주|다다음\\s?주|다음\\s?주|내주|차주)";
    private static final String MONTH = "(?<month>이번\\s?달|이달|금월|다음\\s?달|내달|익월)";

    static final List<DateForm> ALL = List.of(
            day(
                    "'?(?<y>\\d{4}|\\d{2})(?:\\s?년\\s?|\\s?[./-]\\s?)(?<m>\\d{1,2})(?:\\s?월\\s?|\\s?[./-]\\s?)"
                            + "(?<d>\\d{1,2})(?:\\s?일|\\s?\\.)?",
                    true, DateForm::full),
            day("(?<m>\\d{1,2})\\s?/\\s?(?<d>\\d{1,2})", true, DateForm::monthAndDay),
            day("(?<m>\\d{1,2})\\s?월\\s?(?<d>\\d{1,2})\\s?일", true, DateForm::monthAndDay),
            day("(?<m>\\d{1,2})\\.\\s?(?<d>\\d{1,2})(?<dot>\\.)?", true, DateForm::monthAndDay),
            day("(?:" + MONTH + "\\s?)?(?<d>\\d{1,2})일", false, DateForm::dayOfMonth),
            day("(?:" + WEEK + "\\s?)?(?<w>[" + WEEKDAYS + "])요일", false, DateForm::weekday),
            within(
                    "(?<word>오늘|금일|내일|명일|익일|모레|글피)" + HOUR,
                    (match, day) -> day.plusDays(DAYS_AHEAD.getOrDefault(match.group("word"), 0))),
            within(
                    "(?:" + WEEK + "(?:\\s?말)?|(?:" + WEEK.replace("<week>", "<weekend>") + "\\s?)?주말)",
                    DateForm::endOfWeek),
            within("(?:" + MONTH + "(?:\\s?말)?|월말|(?<m>\\d{1,2})월(?:\\s?말)?)", DateForm::endOfMonth),
            within("(?:연말|올해(?:\\s?말)?|금년(?:\\s?말)?)", (_, day) -> day.with(TemporalAdjusters.lastDayOfYear())),
            new DateForm(
                    Pattern.compile(LEFT + "(?:(?<n>\\d{1,3})\\s?(?<unit>일|주일|주|개월|달)|(?<word>"
                            + String.join("|", COUNTED.keySet()) + "|한\\s?달))(?<until>\\s?(?:이내(?:에|로)?|안에|안으로|내로|내에))"
                            + RIGHT),
                    false,
                    DateForm::counted));

    private static DateForm day(
            String date, boolean alone, BiFunction<Matcher, LocalDate, @Nullable LocalDate> reader) {
        return new DateForm(Pattern.compile(LEFT + date + WEEKDAY + HOUR + BY_DAY + "?" + RIGHT), alone, reader);
    }

    private static DateForm within(String span, BiFunction<Matcher, LocalDate, @Nullable LocalDate> reader) {
        return new DateForm(Pattern.compile(LEFT + span + WITHIN + RIGHT), false, reader);
    }

    @Nullable
    LocalDate date(Matcher match, LocalDate day) {
        try {
            return reader.apply(match, day);
        } catch (DateTimeException never) {
            return null;
        }
    }

    boolean saysUntil(Matcher match) {
        return match.group("until") != null || match.group("tilde") != null;
    }

    boolean standsAlone(Matcher match) {
        return alone && !isLoose(match);
    }

    /// `2.5` may be a number.
    boolean isLoose(Matcher match) {
        return has(match, "dot") && match.group("dot") == null;
    }

    boolean saysHour(Matcher match) {
        return has(match, "hour") && !match.group("hour").isEmpty();
    }

    private static boolean has(Matcher match, String group) {
        return match.namedGroups().containsKey(group);
    }

    private static @Nullable String group(Matcher match, String name) {
        return has(match, name) ? match.group(name) : null;
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }

    private static LocalDate full(Matcher match, LocalDate day) {
        int year = number(match, "y");
        int century = year < 100 ? day.getYear() / 100 * 100 : 0;
        return LocalDate.of(century + year, number(match, "m"), number(match, "d"));
    }

    /// The next such day; 29 February only when it comes within a year.
    private static LocalDate monthAndDay(Matcher match, LocalDate day) {
        int month = number(match, "m");
        int date = number(match, "d");
        if (!YearMonth.of(day.getYear(), month).isValidDay(date)) {
            return LocalDate.of(day.getYear() + 1, month, date);
        }
        var thisYear = LocalDate.of(day.getYear(), month, date);
        return thisYear.isBefore(day) ? LocalDate.of(day.getYear() + 1, month, date) : thisYear;
    }

    private static @Nullable LocalDate dayOfMonth(Matcher match, LocalDate day) {
        int date = number(match, "d");
        var named = group(match, "month");
        if (named != null) {
            return month(named, day).atDay(1).withDayOfMonth(date);
        }
        for (int ahead = 0; ahead <= 2; ahead++) {
            var month = YearMonth.from(day).plusMonths(ahead);
            if (month.isValidDay(date) && !month.atDay(date).isBefore(day)) {
                return month.atDay(date);
            }
        }
        return null;
    }

    private static LocalDate weekday(Matcher match, LocalDate day) {
        var wanted = DayOfWeek.of(WEEKDAYS.indexOf(match.group("w")) + 1);
        var week = group(match, "week");
        return week == null
                ? day.with(TemporalAdjusters.nextOrSame(wanted))
                : monday(week, day).with(wanted);
    }

    private static LocalDate endOfWeek(Matcher match, LocalDate day) {
        var week = group(match, "week");
        var weekend = week == null ? group(match, "weekend") : week;
        return monday(weekend == null ? "금주" : weekend, day).with(DayOfWeek.SUNDAY);
    }

    private static LocalDate monday(String week, LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int ahead = week.startsWith("다다음") ? 2 : week.startsWith("이번") || week.equals("금주") ? 0 : 1;
        return monday.plusWeeks(ahead);
    }

    private static LocalDate endOfMonth(Matcher match, LocalDate day) {
        var named = group(match, "month");
        var number = group(match, "m");
        if (number == null) {
            return month(named == null ? "이달" : named, day).atEndOfMonth();
        }
        var end = YearMonth.of(day.getYear(), Integer.parseInt(number)).atEndOfMonth();
        return end.isBefore(day) ? YearMonth.from(end).plusYears(1).atEndOfMonth() : end;
    }

    private static YearMonth month(String named, LocalDate day) {
        boolean next = named.startsWith("다음") || named.equals("내달") || named.equals("익월");
        return YearMonth.from(day).plusMonths(next ? 1 : 0);
    }

    private static LocalDate counted(Matcher match, LocalDate day) {
        var word = group(match, "word");
        if (word != null) {
            var days = COUNTED.get(word);
            return days == null ? day.plusMonths(1) : day.plusDays(days);
        }
        var unit = match.group("unit");
        return day.plus(
                number(match, "n"),
                unit.startsWith("일") ? ChronoUnit.DAYS : unit.startsWith("주") ? ChronoUnit.WEEKS : ChronoUnit.MONTHS);
    }
}
