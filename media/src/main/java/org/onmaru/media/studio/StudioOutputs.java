package org.onmaru.media.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.hls.Origin;
import org.onmaru.media.hls.Packager;
import org.onmaru.media.programme.Outputs;
import org.onmaru.media.sink.Recorder;
import org.onmaru.media.sink.Recordings;
import org.onmaru.wire.Event;

/// A studio's outputs: LL-HLS with its origin, and the recording, which begins when the programme first goes on air.
final class StudioOutputs implements Outputs {

    private final Path directory;
    private final long reserve;
    private final Consumer<Event> events;
    private final Runnable liveFailed;
    private @Nullable Packager packager;
    private @Nullable Origin origin;
    private @Nullable Recorder recorder;

    /// @param reserve bytes of the disk that a recording leaves free
    /// @param liveFailed called when the live output cannot go on: a new studio must take over
    StudioOutputs(Path directory, long reserve, Consumer<Event> events, Runnable liveFailed) {
        this.directory = directory;
        this.reserve = reserve;
        this.events = events;
        this.liveFailed = liveFailed;
    }

    @Override
    public void open(EncodedFormat format) throws IOException {
        var live = Packager.open(directory.resolve("live"), format, this::tell);
        packager = live;
        origin = Origin.start(live);
        recorder = Recorder.open(directory, format, reserve, events::accept);
    }

    @Override
    public void begin(Instant zero) {
        if (packager != null) {
            packager.begin(zero);
        }
    }

    private void tell(Event.Problem problem) {
        events.accept(problem);
        if (problem.code().equals("live-failed")) {
            liveFailed.run();
        }
    }

    @Override
    public void accept(EncodedPacket packet) {
        if (packager != null) {
            packager.accept(packet);
        }
        if (recorder != null) {
            recorder.accept(packet);
        }
    }

    @Override
    public void keep() {
        if (recorder != null) {
            recorder.keep();
        }
    }

    /// What the server must know to reach the live output.
    Event.Ready ready(String programmeId) {
        if (packager == null || origin == null) {
            throw new IllegalStateException("not open");
        }
        return new Event.Ready(programmeId, origin.port(), origin.key(), packager.instance(), packager.resumed());
    }

    /// What is wrong with them now, the most urgent first.
    List<Event.Problem> problems() {
        var problems = new ArrayList<Event.Problem>();
        var live = packager == null ? null : packager.problem();
        if (live != null) {
            problems.add(live);
        }
        var kept = recorder == null ? null : recorder.problem();
        if (kept != null) {
            problems.add(kept);
        }
        return problems;
    }

    long recordedBytes() {
        return recorder == null ? 0 : recorder.bytes();
    }

    long recordedMs() {
        return recorder == null ? 0 : recorder.durationMs();
    }

    @Override
    public void close() {
        if (packager != null) {
            packager.close();
        }
        if (recorder != null) {
            recorder.close();
        }
        if (origin != null) {
            origin.close();
        }
    }

    /// Makes the one file of it all; after [#close].
    Event finished() {
        try {
            var done = Recordings.finish(directory, reserve);
            return new Event.Ended(done.file(), done.durationMs(), done.bytes());
        } catch (IOException e) {
            events.accept(StudioProblems.notFinished(e));
            return new Event.Ended("", 0, 0);
        }
    }
}
