package org.onmaru.server.hall.report.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.report.Metric;

/// Roll-ups as RFC 4180, with the mark by which spreadsheets know UTF-8.
final class Csv {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder(MARK);

    private Csv() {}

    /// One row for each metric and unit of each day, and one of the city after them.
    static String of(List<RollUpAnswer> days) {
        var csv = new Csv();
        csv.row("날짜", "지표", "지표 이름", "단위", "부서·기관", "기간", "누적", "시 기간", "시 누적", "차이", "정정", "미제출", "공개");
        for (var day : days) {
            var missing = String.join(
                    ", ",
                    day.missing().stream().map(RollUpAnswer.MissingUnit::unit).toList());
            for (var line : day.lines()) {
                line.parts().forEach(part -> csv.part(day, line, part));
                csv.city(day, line, missing);
            }
        }
        return csv.text.toString();
    }

    private void part(RollUpAnswer day, RollUpAnswer.RollUpLine line, RollUpAnswer.RollUpPart part) {
        row(
                day.date().toString(),
                line.metric(),
                line.ko(),
                line.measure(),
                part.unit(),
                part.thisPeriod(),
                part.toDate(),
                null,
                null,
                null,
                mark(part.corrected()),
                null,
                null);
    }

    private void city(RollUpAnswer day, RollUpAnswer.RollUpLine line, String missing) {
        var city = line.city();
        row(
                day.date().toString(),
                line.metric(),
                line.ko(),
                line.measure(),
                line.combines() == Metric.Combining.HIGHEST ? "최고" : "합계",
                line.thisPeriod(),
                line.toDate(),
                city == null ? null : city.thisPeriod(),
                city == null ? null : city.toDate(),
                line.difference(),
                mark(line.corrected()),
                missing,
                line.disclosure().name());
    }

    private static String mark(boolean corrected) {
        return corrected ? "정정" : "";
    }

    private void row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(cell(cells[i]));
        }
        text.append("\r\n");
    }

    /// A text that a spreadsheet would take for a formula is told to be a text; numbers stay numbers.
    static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
