package org.onmaru.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.onmaru.media.compose.Mixer;
import org.onmaru.media.compose.StageComposer;
import org.onmaru.media.compose.Typeface;
import org.onmaru.media.ffmpeg.Sender;
import org.onmaru.media.ffmpeg.Tone;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.rtc.RoomParticipant;
import org.onmaru.media.rtc.RoomParticipant.Source;
import org.onmaru.media.rtc.RoomParticipant.Track;
import org.onmaru.media.source.RoomSource;
import org.onmaru.media.source.TrackControl;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a second of programme costs with twelve moving cameras of 640×360 and twelve voices, in processor time, which
/// a busy machine does not change much.
class StudioCostIT {

    private static final Logger LOG = LoggerFactory.getLogger(StudioCostIT.class);
    private static final int PEOPLE = 12;
    private static final int WARM = 90;
    private static final int TICKS = 300;
    private static final long TICK = 1_000_000_000L / 30;
    private static final Stage STAGE = new Stage(Layout.GRID, "통합재난 안전대책 영상회의", "제287회", "");

    private final List<byte[]> film = new ArrayList<>();
    private final List<byte[]> speech = new ArrayList<>();
    private final RoomSource room = new RoomSource();

    StudioCostIT() {
        YuvFrame picture = YuvFrame.allocate(640, 360);
        try (Sender camera = Sender.vp8(640, 360);
                Sender microphone = Sender.opus(1)) {
            for (int i = 0; i < 300; i++) {
                paint(picture, i);
                film.add(camera.encode(picture));
            }
            for (int i = 0; i < 50; i++) {
                speech.add(microphone.encode(Tone.mono(300, 0.05, i * 960L, 960)));
            }
        }
    }

    /// A textured background with something that moves in front of it.
    private static void paint(YuvFrame frame, int time) {
        for (int y = 0; y < 360; y++) {
            for (int x = 0; x < 640; x++) {
                int texture = ((x * 7) ^ (y * 13)) & 31;
                int dx = x - 320 - (int) (60 * Math.sin(time / 10.0));
                int dy = y - 190;
                int luma = dx * dx + dy * dy < 14_000 ? 150 + (texture >> 1) : 60 + x / 8 + texture;
                frame.y().set(ValueLayout.JAVA_BYTE, (long) y * frame.strideY() + x, (byte) luma);
            }
        }
        frame.u().fill((byte) 118);
        frame.v().fill((byte) 140);
    }

    private void join() {
        List<RoomParticipant> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new RoomParticipant(
                    "p-" + i,
                    "이름" + i,
                    Map.of("unit", "강천면", "post", "면장", "seat", "" + i),
                    false,
                    List.of(
                            new Track("c-" + i, Source.CAMERA, Codec.VP8, false, 640, 360),
                            new Track("v-" + i, Source.MICROPHONE, Codec.OPUS, false, 0, 0))));
        }
        room.attach(new TrackControl() {
            @Override
            public void subscribe(String track, boolean on) {}

            @Override
            public void want(String track, int width, int height, boolean enabled) {}

            @Override
            public void requestKeyFrame(String track) {}
        });
        room.participants(people);
    }

    /// What arrives during one tick: a frame of everybody, and their sound up to now.
    private void arrive(int tick, long nanos) {
        int frame = tick % film.size();
        for (int i = 0; i < PEOPLE; i++) {
            room.media(new AccessUnit(
                    "c-" + i, Codec.VP8, film.get(frame), tick * 3000L, frame == 0, false, nanos, nanos));
            for (long packet = tick * 5L / 3; packet < (tick + 1) * 5L / 3; packet++) {
                byte[] data = speech.get((int) (packet % speech.size()));
                room.media(new AccessUnit("v-" + i, Codec.OPUS, data, packet * 960, true, false, nanos, nanos));
            }
        }
    }

    @Test
    void twelveCamerasCostLessThanACore() {
        AtomicLong bytes = new AtomicLong();
        long[] spent = new long[3];
        long process = 0;
        long distinct = 0;
        try (StageComposer composer = new StageComposer("여주시 온마루", Typeface.find(null));
                ProgrammeEncoder encoder = new ProgrammeEncoder(
                        ProgrammeFormat.STANDARD, 0, packet -> bytes.addAndGet(packet.data().length))) {
            Mixer mixer = new Mixer();
            join();
            room.scene(STAGE, false, System.nanoTime());
            long start = System.nanoTime();
            for (int tick = 0; tick < WARM + TICKS; tick++) {
                if (tick == WARM) {
                    Arrays.fill(spent, 0);
                    process = processNanos();
                    distinct = composer.distinctFrames();
                }
                long due = start + tick * TICK;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                arrive(tick, due);
                long a = threadNanos();
                YuvFrame picture = composer.compose(due, room.scene(STAGE, false, due), room, null);
                long b = threadNanos();
                float[] sound = mixer.mix(due, room.voices(), ProgrammeFormat.STANDARD.samplesPerFrame());
                long c = threadNanos();
                encoder.picture(picture, tick, false);
                encoder.sound(sound);
                spent[0] += b - a;
                spent[1] += c - b;
                spent[2] += threadNanos() - c;
            }
            process = processNanos() - process;
            distinct = composer.distinctFrames() - distinct;
        }
        room.close();
        LOG.info(
                "FIGURE per frame: compose {} ms, mix {} ms, encoders on the loop's thread {} ms; process {} cores;"
                        + " {} source frames/s",
                milliseconds(spent[0]),
                milliseconds(spent[1]),
                milliseconds(spent[2]),
                process * 30.0 / TICKS / 1e9,
                distinct * 30.0 / TICKS);
        assertThat(distinct).as("source frames in the picture").isGreaterThan(PEOPLE * TICKS / 2);
        assertThat(spent[0] / 1e6 / TICKS)
                .as("compose, ms of processor time per frame")
                .isLessThan(8);
        assertThat(spent[1] / 1e6 / TICKS)
                .as("mix, ms of processor time per frame")
                .isLessThan(2);
        assertThat(process * 30.0 / TICKS / 1e9).as("cores").isLessThan(1.5);
        assertThat(bytes.get()).as("bytes of 13 s at 2.5 Mbit/s").isLessThan(13 * 2_700_000L / 8);
    }

    @Test
    void theEncoderAloneFitsBesideTheRest() {
        List<YuvFrame> pictures = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            YuvFrame small = YuvFrame.allocate(640, 360);
            paint(small, i);
            YuvFrame picture = YuvFrame.allocate(1280, 720);
            for (int k = 0; k < 4; k++) {
                picture.paste(small, k % 2 * 640, k / 2 * 360);
            }
            pictures.add(picture);
        }
        long spent;
        try (ProgrammeEncoder encoder = new ProgrammeEncoder(ProgrammeFormat.STANDARD, 0, packet -> {})) {
            for (int i = 0; i < WARM; i++) {
                encoder.picture(pictures.get(i % 30), i, false);
            }
            spent = processNanos();
            for (int i = WARM; i < WARM + TICKS; i++) {
                encoder.picture(pictures.get(i % 30), i, false);
            }
            spent = processNanos() - spent;
        }
        LOG.info("FIGURE encoder alone: {} ms of processor time per frame", milliseconds(spent));
        assertThat(spent * 30.0 / TICKS / 1e9).as("cores at 30 frames/s").isLessThan(0.8);
    }

    private static double milliseconds(long nanos) {
        return Math.round(nanos / 1e4 / TICKS) / 100.0;
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
