package org.onmaru.server.hall.figures;

import java.util.List;

/// A chart in words of one language, for those who do not see it.
///
/// @param sentence with its main numbers
/// @param head of the table, as many as each row has cells
/// @param rows all its numbers
public record ChartText(String title, String sentence, List<String> head, List<List<String>> rows) {

    public ChartText {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }
}
