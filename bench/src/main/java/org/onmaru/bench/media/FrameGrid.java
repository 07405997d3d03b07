package org.onmaru.bench.media;

/// The grid in time that all simulated attendees share: frame k belongs to Unix time k × 40 ms and carries the code
/// k modulo 250, so that whoever sees the code knows when the frame was due, up to a multiple of ten seconds.
public final class FrameGrid {

    /// Milliseconds from one frame to the next.
    public static final long FRAME_MS = 40;
    /// Frames of one loop, and number of different codes.
    public static final int FRAMES = 250;

    private FrameGrid() {}

    /// The code of the frame that is due at or before `unixMs`.
    public static int code(long unixMs) {
        return (int) Math.floorMod(Math.floorDiv(unixMs, FRAME_MS), (long) FRAMES);
    }

    /// When the frame with this code was due, given that it was seen at `seenUnixMs`, less than ten seconds later.
    public static long dueMs(int code, double seenUnixMs) {
        long newest = Math.floorDiv((long) Math.floor(seenUnixMs), FRAME_MS);
        return (newest - Math.floorMod(newest - code, (long) FRAMES)) * FRAME_MS;
    }

    /// Frames from one code to a later one, 0 to 249.
    public static int steps(int from, int to) {
        return Math.floorMod(to - from, FRAMES);
    }
}
