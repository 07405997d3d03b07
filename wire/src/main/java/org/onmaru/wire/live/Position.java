package org.onmaru.wire.live;

import java.util.Comparator;

/// Where a part stands in the stream.
///
/// @param msn media sequence number of its segment, from 0
/// @param part index in the segment, from 0
public record Position(long msn, int part) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::msn).thenComparingInt(Position::part);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
