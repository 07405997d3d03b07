package org.onmaru.server.open.archive.index;

import java.util.UUID;

/// Names for those who may find a passage. A passage carries some, whoever asks brings theirs, and one must be the
/// same.
public final class Readers {

    public static final String EVERYBODY = "everybody";

    private Readers() {}

    /// Those who see what is internal to a series.
    public static String ofSeries(UUID series) {
        return "series/" + series;
    }

    /// Those who have a post in a unit.
    public static String ofUnit(UUID unit) {
        return "unit/" + unit;
    }
}
