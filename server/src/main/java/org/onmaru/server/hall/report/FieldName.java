package org.onmaru.server.hall.report;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.writing.CleanText;

/// A field of a draft: `situation`, `need/<uuid>`, `practice/<uuid>`, `figure/<metric>/{thisPeriod,toDate,estimated}`,
/// `severity`, `urgency`, `confidence`, `templates` (keys with commas).
public record FieldName(String text, Kind kind) {

    private static final String ID = "/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern LINE = Pattern.compile("(need|practice)" + ID);
    private static final Pattern FIGURE = Pattern.compile("figure/[a-z0-9.]{1,60}/(thisPeriod|toDate)");
    private static final Pattern ESTIMATED = Pattern.compile("figure/[a-z0-9.]{1,60}/estimated");

    public static final String SITUATION = "situation";
    public static final String NEED = "need/";
    public static final String PRACTICE = "practice/";
    public static final String SEVERITY = "severity";
    public static final String URGENCY = "urgency";
    public static final String CONFIDENCE = "confidence";
    public static final String TEMPLATES = "templates";

    /// What a field holds.
    public enum Kind {
        /// Many lines; two people's changes are merged.
        TEXT(4_000),
        /// One line; two people's changes are merged.
        LINE(200),
        /// A number as it was typed; the last one counts.
        FIGURE(20),
        /// `true` or `false`.
        MARK(5),
        /// One of some words; the last one counts.
        CHOICE(30),
        TEMPLATES(1_000);

        private final int most;

        Kind(int most) {
            this.most = most;
        }

        /// Characters, at most.
        public int most() {
            return most;
        }

        boolean merged() {
            return this == TEXT || this == LINE;
        }
    }

    /// @throws Problem when there is no such field
    public static FieldName parse(String text) {
        return new FieldName(text, kind(text));
    }

    private static Kind kind(String text) {
        return switch (text) {
            case SITUATION -> Kind.TEXT;
            case SEVERITY, URGENCY, CONFIDENCE -> Kind.CHOICE;
            case TEMPLATES -> Kind.TEMPLATES;
            default -> {
                if (LINE.matcher(text).matches()) {
                    yield Kind.LINE;
                }
                if (FIGURE.matcher(text).matches()) {
                    yield Kind.FIGURE;
                }
                if (ESTIMATED.matcher(text).matches()) {
                    yield Kind.MARK;
                }
                throw Problem.bad("report-field", "보고서에 그런 칸이 없습니다.", "The report has no such field.");
            }
        };
    }

    /// The value as it is kept: composed letters, one kind of line end, nothing hidden.
    ///
    /// @throws Problem when it is too long or not one of the words
    public String clean(String value) {
        if (CleanText.length(value) > kind.most) {
            throw Problem.bad(
                    "report-field-long",
                    "한 칸에 " + kind.most + "자까지 쓸 수 있습니다.",
                    "A field has at most " + kind.most + " characters.");
        }
        var text = CleanText.lines(value);
        return switch (kind) {
            case TEXT -> text;
            case LINE, FIGURE, TEMPLATES -> text.replace('\n', ' ');
            case MARK -> oneOf(text, Set.of("true", "false"));
            case CHOICE -> oneOf(text, words());
        };
    }

    /// What a file is called: one line without hidden characters, like any other line of a report.
    ///
    /// @throws Problem when nothing is left
    public static String fileName(String name) {
        var clean = new FieldName("", Kind.LINE).clean(name).strip();
        if (clean.isEmpty()) {
            throw Problem.bad("attachment-name", "파일 이름이 없습니다.", "The file has no name.");
        }
        return clean;
    }

    private Set<String> words() {
        return switch (text) {
            case SEVERITY -> names(Content.Severity.values());
            case URGENCY -> names(Content.Urgency.values());
            default -> names(Content.Confidence.values());
        };
    }

    private static Set<String> names(Enum<?>[] values) {
        return Set.copyOf(Arrays.stream(values).map(Enum::name).toList());
    }

    private static String oneOf(String text, Set<String> words) {
        if (!words.contains(text)) {
            throw Problem.bad("report-choice", "고를 수 없는 값입니다.", "This is none of the choices.");
        }
        return text;
    }
}
