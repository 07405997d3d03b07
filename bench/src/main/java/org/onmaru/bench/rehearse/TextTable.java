package org.onmaru.bench.rehearse;

import java.util.ArrayList;
import java.util.List;

/// A table for a terminal, where a Hangul letter is two columns wide.
public final class TextTable {

    private static final String BETWEEN = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        var text = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i))
                        .repeat(' ', widths[i] - width(row.get(i)))
                        .append(BETWEEN);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /// Columns a text takes.
    static int width(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    private static boolean wide(int codePoint) {
        return codePoint >= 0x1100
                && switch (Character.UnicodeScript.of(codePoint)) {
                    case HANGUL, HAN, HIRAGANA, KATAKANA -> true;
                    default -> codePoint >= 0xff01 && codePoint <= 0xff60;
                };
    }
}
