package org.onmaru.bench.rehearse;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.onmaru.bench.judge.Ear;
import org.onmaru.bench.judge.Eye;
import org.onmaru.bench.media.Area;
import org.onmaru.bench.media.AttendeeMedia;
import org.onmaru.bench.media.FrameGrid;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.ffmpeg.Decoded;
import org.onmaru.media.ffmpeg.OpusDecoder;
import org.onmaru.media.ffmpeg.VideoDecoder;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.FramePool;
import org.onmaru.media.rtc.RoomConnection;
import org.onmaru.media.rtc.RoomListener;
import org.onmaru.media.rtc.RoomParticipant;
import org.onmaru.media.rtc.RoomSpeaker;
import org.onmaru.media.rtc.RoomUnreachable;

/// Somebody in the room who looks at every simulated attendee and listens to each one alone.
final class RoomObserver implements RoomListener, AutoCloseable {

    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, Unit> tracks = new ConcurrentHashMap<>();
    private final ExecutorService wishes = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("observer-wishes").daemon().factory());
    private final BlockingQueue<AccessUnit> received = new LinkedBlockingQueue<>();
    private final Thread decoding;
    private volatile @Nullable RoomConnection connection;
    private volatile boolean closed;

    private RoomObserver(List<Unit> units) {
        units.forEach(unit -> this.units.put(unit.identity(), unit));
        this.decoding = Thread.ofPlatform().name("observer-decode").daemon().start(this::decode);
    }

    /// Enters the room with a subscriber's token.
    static RoomObserver enter(URI sfu, String token, List<Unit> units) throws RoomUnreachable {
        var observer = new RoomObserver(units);
        try {
            RoomConnection room = RoomConnection.connect(sfu, token, observer);
            observer.connection = room;
            observer.participants(room.participants());
            return observer;
        } catch (RoomUnreachable e) {
            observer.close();
            throw e;
        }
    }

    @Override
    public void participants(List<RoomParticipant> all) {
        try {
            wishes.execute(() -> subscribe(all));
        } catch (RejectedExecutionException e) {
            // Closed meanwhile.
            return;
        }
    }

    private void subscribe(List<RoomParticipant> all) {
        RoomConnection room = connection;
        if (room == null) {
            return;
        }
        for (RoomParticipant participant : all) {
            Unit unit = units.get(participant.identity());
            if (unit == null) {
                continue;
            }
            for (RoomParticipant.Track track : participant.tracks()) {
                boolean wanted = track.source() == RoomParticipant.Source.CAMERA
                        || track.source() == RoomParticipant.Source.MICROPHONE;
                if (wanted && tracks.putIfAbsent(track.id(), unit) == null) {
                    room.subscribe(track.id(), true);
                    if (track.codec().isVideo()) {
                        room.want(track.id(), AttendeeMedia.LOW_WIDTH, AttendeeMedia.LOW_HEIGHT, true);
                    }
                }
            }
        }
    }

    @Override
    public void speakers(List<RoomSpeaker> speakers) {
        // Who is loudest does not matter here: everybody is.
    }

    @Override
    public void media(AccessUnit unit) {
        received.add(unit);
    }

    @Override
    public void ended(String track) {
        tracks.remove(track);
    }

    @Override
    public void closed(String reason) {
        closed = true;
    }

    /// True when the room let go of the observer.
    boolean lost() {
        return closed;
    }

    private void decode() {
        Map<String, Watching> watching = new HashMap<>();
        try {
            while (true) {
                AccessUnit access = received.take();
                Unit unit = tracks.get(access.track());
                if (unit != null) {
                    watching.computeIfAbsent(
                                    access.track(),
                                    track -> access.codec().isVideo() ? new Looking(access) : new Listening())
                            .take(access, unit);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watching.values().forEach(Watching::close);
        }
    }

    @Override
    public void close() {
        wishes.shutdown();
        RoomConnection room = connection;
        if (room != null) {
            room.close();
        }
        decoding.interrupt();
        try {
            decoding.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One track's decoder and judge.
    private sealed interface Watching {

        void take(AccessUnit access, Unit unit);

        void close();
    }

    private static final class Looking implements Watching {

        private final VideoDecoder decoder;
        private final FramePool pool = new FramePool(2);

        Looking(AccessUnit first) {
            decoder = new VideoDecoder(first.codec());
        }

        @Override
        public void take(AccessUnit access, Unit unit) {
            if (decoder.decode(access.data(), pool) instanceof Decoded.Picture(var frame)) {
                Eye.Sight sight = Eye.look(frame, Area.of(frame));
                Reception reception = unit.room();
                if (reception.sees(sight)) {
                    double arrivedMs = System.currentTimeMillis() - (System.nanoTime() - access.arrivalNanos()) / 1e6;
                    reception.delayed(arrivedMs - FrameGrid.dueMs(sight.code().getAsInt(), arrivedMs));
                }
                pool.give(frame);
            }
        }

        @Override
        public void close() {
            decoder.close();
        }
    }

    private static final class Listening implements Watching {

        private final OpusDecoder decoder = new OpusDecoder();
        private final Ear ear = new Ear();
        private final float[] stereo = new float[2 * OpusDecoder.LONGEST];

        @Override
        public void take(AccessUnit access, Unit unit) {
            int samples = decoder.decode(access.data(), stereo);
            var mono = new float[samples];
            for (int i = 0; i < samples; i++) {
                mono[i] = (stereo[2 * i] + stereo[2 * i + 1]) / 2;
            }
            for (Set<Signature> heard : ear.hear(mono)) {
                unit.room().hears(heard.contains(unit.signature()));
            }
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
