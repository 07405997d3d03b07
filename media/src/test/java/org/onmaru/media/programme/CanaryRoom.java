package org.onmaru.media.programme;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.ffmpeg.Sender;
import org.onmaru.media.ffmpeg.Tone;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.rtc.RoomListener;
import org.onmaru.media.rtc.RoomParticipant;
import org.onmaru.media.rtc.RoomParticipant.Source;
import org.onmaru.media.rtc.RoomParticipant.Track;

/// A room with one person, magenta to see and a tone to hear, who sends in real time to whoever is in it; others may
/// sit there without a camera.
final class CanaryRoom implements RoomDoor {

    static final Yuv COLOUR = Yuv.ofRgb(255, 0, 255);
    static final double HERTZ = 1_000;

    private static final String CAMERA = "canary-camera";
    private static final String VOICE = "canary-voice";
    private static final RoomParticipant CANARY = new RoomParticipant(
            "p-1",
            "카나리아",
            Map.of("unit", "강천면", "post", "면장", "seat", "1"),
            false,
            List.of(
                    new Track(CAMERA, Source.CAMERA, Codec.VP8, false, 640, 360),
                    new Track(VOICE, Source.MICROPHONE, Codec.OPUS, false, 0, 0)));

    private final List<RoomParticipant> people;
    private volatile @Nullable RoomListener listener;
    private volatile boolean shut;

    CanaryRoom(RoomParticipant... others) {
        this.people = Stream.concat(Stream.of(CANARY), Stream.of(others)).toList();
    }

    @Override
    public Entered enter(RoomAccess access, RoomListener entering) throws IOException {
        if (shut) {
            throw new IOException("shut by the test");
        }
        listener = entering;
        entering.participants(people);
        return new Stay(entering);
    }

    /// The connection breaks, as when the SFU dies; nobody gets in until it is mended.
    void breakDown() {
        shut = true;
        var there = listener;
        if (there != null) {
            there.closed("gone");
        }
    }

    void mend() {
        shut = false;
    }

    private static final class Stay implements Entered {

        private static final long PICTURE_NANOS = 1_000_000_000L / 30;
        private static final long SOUND_NANOS = 20_000_000L;

        private final RoomListener listener;
        private final YuvFrame picture = YuvFrame.allocate(640, 360);
        private final Sender voice = Sender.opus(1);
        private final AtomicBoolean keyWanted = new AtomicBoolean(true);
        private final long beganUnix = System.currentTimeMillis() * 1_000_000;
        private final ScheduledExecutorService sending = Executors.newSingleThreadScheduledExecutor();
        private @Nullable Sender camera;
        private long pictures;
        private long sounds;

        Stay(RoomListener listener) {
            this.listener = listener;
            picture.fill(0, 0, 640, 360, COLOUR);
            var _ = sending.scheduleAtFixedRate(this::picture, 0, PICTURE_NANOS, TimeUnit.NANOSECONDS);
            var _ = sending.scheduleAtFixedRate(this::sound, 0, SOUND_NANOS, TimeUnit.NANOSECONDS);
        }

        private void picture() {
            var sender = camera;
            if (sender == null || keyWanted.getAndSet(false)) {
                if (sender != null) {
                    sender.close();
                }
                sender = Sender.vp8(640, 360);
                camera = sender;
            }
            var data = sender.encode(picture);
            send(CAMERA, Codec.VP8, data, sender.key(), pictures++ * PICTURE_NANOS);
        }

        private void sound() {
            var data = voice.encode(Tone.mono(HERTZ, 0.3, sounds * Sender.OPUS_SAMPLES, Sender.OPUS_SAMPLES));
            send(VOICE, Codec.OPUS, data, true, sounds++ * SOUND_NANOS);
        }

        private void send(String track, Codec codec, byte[] data, boolean key, long media) {
            long timestamp = 4_000_000_000L + Math.round(media * (codec.clockRate() / 1e9));
            listener.media(
                    new AccessUnit(track, codec, data, timestamp, key, false, System.nanoTime(), beganUnix + media));
        }

        @Override
        public void subscribe(String track, boolean on) {
            keyWanted.set(true);
        }

        @Override
        public void want(String track, int width, int height, boolean enabled) {}

        @Override
        public void requestKeyFrame(String track) {
            keyWanted.set(true);
        }

        @Override
        public void close() {
            sending.shutdown();
            try {
                if (!sending.awaitTermination(5, TimeUnit.SECONDS)) {
                    throw new AssertionError("the sender does not stop");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            voice.close();
            var sender = camera;
            if (sender != null) {
                sender.close();
            }
        }
    }
}
