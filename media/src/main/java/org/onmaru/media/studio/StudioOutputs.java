package org.onmaru.media.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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
    private final Clock clock;
    private final Consumer<Event> events;
    private final Runnable liveFailed;
    private @Nullable Packager packager;
    private @Nullable Origin origin;
    private volatile @Nullable Recorder recorder;
    private boolean keeping;
    private boolean recording;

    /// @param liveFailed called when the live output cannot go on: a new studio must take over
    StudioOutputs(Path directory, Clock clock, Consumer<Event> events, Runnable liveFailed) {
        this.directory = directory;
        this.clock = clock;
        this.events = events;
        this.liveFailed = liveFailed;
    }

    @Override
    public void open(EncodedFormat format) throws IOException {
        var live = Packager.open(directory.resolve("live"), format, clock, this::tell);
        packager = live;
        origin = Origin.start(live);
        try {
            recorder = Recorder.open(directory, format, events::accept);
        } catch (IOException e) {
            // Live without a recording is better than neither; a person must know.
            events.accept(new Event.Problem(
                    "recording-failed",
                    "녹화를 시작하지 못했습니다. 생중계는 계속됩니다: " + e.getMessage(),
                    "The recording cannot begin; the live broadcast goes on: " + e.getMessage()));
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
        if (keeping && !recording) {
            recording = packet.kind() == EncodedPacket.Kind.VIDEO && packet.key();
        }
        var file = recorder;
        if (recording && file != null) {
            file.accept(packet);
        }
    }

    @Override
    public void keep() {
        keeping = true;
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
        var live = packager == null ? null : packager.problem();
        return live == null ? List.of() : List.of(live);
    }

    long recordedBytes() {
        var file = recorder;
        return file == null ? 0 : file.bytes();
    }

    long recordedMs() {
        var file = recorder;
        return file == null ? 0 : file.durationMs();
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
            var done = Recordings.finish(directory);
            return new Event.Ended(done.file(), done.durationMs(), done.bytes());
        } catch (IOException e) {
            events.accept(StudioProblems.notFinished(e));
            return new Event.Ended("", 0, 0);
        }
    }
}
