package org.onmaru.media.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.onmaru.media.compose.Mixer;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.rtc.RoomParticipant;
import org.onmaru.media.rtc.RoomParticipant.Source;
import org.onmaru.media.rtc.RoomParticipant.Track;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Stage;

/// A room in synthetic time: units arrive when the test says, decoding happens on the caller's thread, and a loop of
/// 30 ticks a second mixes. One thread, no waiting, the same result every time.
final class Hall implements AutoCloseable {

    static final long MS = 1_000_000L;
    static final long UNIX = 1_800_000_000_000_000_000L;
    static final int TICK_SAMPLES = 1600;
    static final Stage GRID = new Stage(Layout.GRID, "회의", "제1회", "");

    final RoomSource room = new RoomSource(new DecodeThreads(List.of(onCaller(), onCaller()), onCaller()));
    final Mixer mixer = new Mixer();
    final List<String> asked = new ArrayList<>();
    final Map<String, Integer> keysAsked = new HashMap<>();
    private final PriorityQueue<AccessUnit> coming =
            new PriorityQueue<>(Comparator.comparingLong(AccessUnit::arrivalNanos));
    private final List<RoomParticipant> people = new ArrayList<>();
    long ticks;

    Hall() {
        room.attach(new TrackControl() {
            @Override
            public void subscribe(String track, boolean on) {
                asked.add((on ? "subscribe " : "unsubscribe ") + track);
            }

            @Override
            public void want(String track, int width, int height, boolean enabled) {
                asked.add("want " + track + " " + width + "x" + height + " " + enabled);
            }

            @Override
            public void requestKeyFrame(String track) {
                keysAsked.merge(track, 1, Integer::sum);
            }
        });
    }

    private static ExecutorService onCaller() {
        return new AbstractExecutorService() {
            @Override
            public void execute(Runnable command) {
                command.run();
            }

            @Override
            public void shutdown() {}

            @Override
            public List<Runnable> shutdownNow() {
                return List.of();
            }

            @Override
            public boolean isShutdown() {
                return false;
            }

            @Override
            public boolean isTerminated() {
                return false;
            }

            @Override
            public boolean awaitTermination(long timeout, TimeUnit unit) {
                return true;
            }
        };
    }

    /// A participant with a camera `<identity>-camera` and a microphone `<identity>-voice`.
    static RoomParticipant participant(String identity, int seat, boolean cameraOff) {
        return new RoomParticipant(
                identity,
                "이름" + seat,
                Map.of("unit", "강천면", "post", "면장", "seat", "" + seat),
                false,
                List.of(
                        new Track(identity + "-camera", Source.CAMERA, Codec.VP8, cameraOff, 640, 360),
                        new Track(identity + "-voice", Source.MICROPHONE, Codec.OPUS, false, 0, 0)));
    }

    void join(RoomParticipant one) {
        people.removeIf(old -> old.identity().equals(one.identity()));
        people.add(one);
        tell();
    }

    void leave(String identity) {
        people.removeIf(old -> old.identity().equals(identity));
        tell();
    }

    private void tell() {
        room.participants(people);
        room.scene(GRID, false, now());
    }

    long now() {
        return ticks * 1_000_000_000L / 30;
    }

    /// Something will arrive.
    ///
    /// @param captured true time of capture
    /// @param arrives true time of arrival
    /// @param skew how far ahead the sender's wall clock is
    void send(String track, Codec codec, byte[] data, boolean key, long captured, long arrives, long skew) {
        long timestamp = 4_000_000_000L + Math.round(captured * (codec.clockRate() / 1e9));
        coming.add(new AccessUnit(track, codec, data, timestamp, key, false, arrives, UNIX + captured + skew));
    }

    /// Runs the loop and gives what was mixed, interleaved stereo.
    float[] run(long nanos) {
        int count = (int) (nanos * 30 / 1_000_000_000L);
        float[] all = new float[2 * TICK_SAMPLES * count];
        for (int i = 0; i < count; i++) {
            while (!coming.isEmpty() && coming.peek().arrivalNanos() <= now()) {
                room.media(coming.remove());
            }
            room.scene(GRID, false, now());
            System.arraycopy(
                    mixer.mix(now(), room.voices(), TICK_SAMPLES), 0, all, 2 * TICK_SAMPLES * i, 2 * TICK_SAMPLES);
            ticks++;
        }
        return all;
    }

    @Override
    public void close() {
        room.close();
    }
}
