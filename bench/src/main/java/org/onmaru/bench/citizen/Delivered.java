package org.onmaru.bench.citizen;

import java.net.URI;

/// A part that has arrived whole.
///
/// @param init the initialisation section it needs
/// @param arrivedMs Unix time when its last byte was here, milliseconds
/// @param startMs media time of its start, counted from the first part that was read
/// @param holdBackMs how far behind the edge the server wanted players when it was listed
public record Delivered(
        long msn,
        int index,
        URI init,
        byte[] data,
        double arrivedMs,
        double startMs,
        double durationMs,
        double holdBackMs) {

    /// Media time of its end.
    public double endMs() {
        return startMs + durationMs;
    }
}
