package org.onmaru.server.open.archive.index;

import java.util.Arrays;

/// What a passage is part of.
public enum Kind {
    /// The meeting itself: its name, its number, every name its series ever had.
    MEETING(0),
    AGENDA(1),
    MINUTES(2),
    DIRECTIVE(3),
    NEED(4),
    REPORT(5);

    private final int number;

    /// @param number as it stands in an index
    Kind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Kind numbered(int number) {
        return Arrays.stream(values())
                .filter(kind -> kind.number == number)
                .findFirst()
                .orElseThrow();
    }
}
