package org.onmaru.server.city.paper;

import java.text.Normalizer;
import java.util.List;

/// What text may be in a paper: composed letters, so that 한글 from any keyboard is found in the font, and nothing that
/// no XML may hold.
final class Letters {

    private Letters() {}

    /// Of one or several lines.
    static String of(String text) {
        var clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .codePoints()
                .filter(Letters::printable)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /// Of one line.
    static String line(String text) {
        return of(text).replace('\n', ' ');
    }

    static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n';
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
