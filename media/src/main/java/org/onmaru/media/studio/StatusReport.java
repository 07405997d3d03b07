package org.onmaru.media.studio;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.onmaru.media.programme.Programme;
import org.onmaru.wire.Event;

/// Says once a second how the programme goes.
final class StatusReport {

    /// More pictures late than this in ten seconds, and a person is told.
    private static final long LATE_TO_TELL = 60;

    private static final int WATCH_SECONDS = 10;

    private final Programme programme;
    private final StudioOutputs outputs;
    private long lastFrames;
    private long lastNanos = System.nanoTime();
    private long lateBefore;
    private int second;

    StatusReport(Programme programme, StudioOutputs outputs) {
        this.programme = programme;
        this.outputs = outputs;
    }

    /// Called by one thread.
    void send(Consumer<Event> events) {
        var progress = programme.progress();
        long now = System.nanoTime();
        double rate = (progress.frames() - lastFrames) * 1e9 / Math.max(1, now - lastNanos);
        lastFrames = progress.frames();
        lastNanos = now;
        events.accept(new Event.Status(
                progress.gate(),
                progress.tiles(),
                Math.round(rate * 10) / 10.0,
                progress.lateFrames(),
                progress.distinctFrames(),
                outputs.recordedBytes(),
                outputs.recordedMs(),
                ProcessMemory.residentMb(),
                Stream.concat(programme.problems().stream(), outputs.problems().stream())
                        .toList()));
        if (++second % WATCH_SECONDS == 0) {
            long late = progress.lateFrames() - lateBefore;
            lateBefore = progress.lateFrames();
            if (late > LATE_TO_TELL) {
                events.accept(StudioProblems.late(late));
            }
        }
    }
}
