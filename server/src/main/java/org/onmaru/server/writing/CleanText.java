package org.onmaru.server.writing;

import java.text.Normalizer;

/// A text as it is kept: composed letters, one kind of line end, nothing hidden.
public final class CleanText {

    private CleanText() {}

    /// Many lines.
    public static String lines(String text) {
        return Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .codePoints()
                .map(point -> point == '\t' ? ' ' : point)
                .filter(point -> point == '\n' || !hidden(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// One line.
    public static String line(String text) {
        return lines(text).replace('\n', ' ');
    }

    /// Characters as people count them.
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Control characters and those that turn the direction of text; the joiner of emoji stays.
    private static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            case Character.FORMAT -> point != 0x200D;
            default -> false;
        };
    }
}
