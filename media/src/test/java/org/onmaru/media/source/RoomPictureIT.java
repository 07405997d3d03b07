package org.onmaru.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.media.source.Hall.MS;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onmaru.media.compose.PictureSource;
import org.onmaru.media.ffmpeg.Sender;
import org.onmaru.media.ffmpeg.Tone;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;

class RoomPictureIT {

    private static final long SECOND = 1000 * MS;
    private static final String CAMERA = "p-1-camera";

    private final Hall hall = new Hall();

    @AfterEach
    void close() {
        hall.close();
    }

    private static YuvFrame grey(int width, int height, int level) {
        YuvFrame frame = YuvFrame.allocate(width, height);
        Yuv colour = Yuv.ofRgb(level, level, level);
        frame.y().fill((byte) colour.y());
        frame.u().fill((byte) colour.u());
        frame.v().fill((byte) colour.v());
        return frame;
    }

    /// Sends 30 frames a second, white while `at` is in an odd second.
    private static void film(Hall hall, long seconds, long transit, long skew) {
        try (Sender camera = Sender.vp8(320, 180)) {
            for (long i = 0; i < seconds * 30; i++) {
                long at = i * SECOND / 30;
                byte[] data = camera.encode(grey(320, 180, at / SECOND % 2 == 1 ? 240 : 10));
                hall.send(CAMERA, Codec.VP8, data, camera.key(), at, at + transit, skew);
            }
        }
    }

    /// Sends a tone in odd seconds.
    private static void beep(Hall hall, long seconds, long transit, long skew) {
        try (Sender microphone = Sender.opus(1)) {
            for (long i = 0; i < seconds * 50; i++) {
                long at = i * 20 * MS;
                double size = at / SECOND % 2 == 1 ? 0.5 : 0;
                byte[] data = microphone.encode(Tone.mono(1000, size, i * 960, 960));
                hall.send("p-1-voice", Codec.OPUS, data, true, at, at + transit, skew);
            }
        }
    }

    @Test
    void aFlashAndItsBeepComeOutTogetherWhateverTheirWay() {
        long[][] ways = {{25 * MS, 80 * MS, 0}, {120 * MS, 40 * MS, 3_600 * SECOND}, {30 * MS, 35 * MS, -50 * SECOND}};
        for (long[] way : ways) {
            try (Hall one = new Hall()) {
                assertThat(offset(one, way[0], way[1], way[2]))
                        .as("ms of sound after picture")
                        .isBetween(-40L, 40L);
            }
        }
    }

    /// Milliseconds from the flash to the beep.
    private static long offset(Hall one, long soundWay, long pictureWay, long skew) {
        one.join(Hall.participant("p-1", 1, false));
        film(one, 6, pictureWay, skew);
        beep(one, 6, soundWay, skew);
        one.run(4500 * MS);
        long flash = -1;
        long beep = -1;
        while ((flash < 0 || beep < 0) && one.now() < 6 * SECOND) {
            long tick = one.now();
            float[] sound = one.run(SECOND / 30 + 1);
            PictureSource.Due due = one.room.due(CAMERA, tick);
            if (flash < 0 && due != null && due.frame().luma(100, 100) > 128) {
                flash = tick / MS;
            }
            for (int i = 0; i < sound.length && beep < 0; i += 2) {
                if (Math.abs(sound[i]) > 0.1) {
                    beep = tick / MS + i / 96;
                }
            }
        }
        assertThat(flash).isPositive();
        assertThat(beep).isPositive();
        return beep - flash;
    }

    @Test
    void subscribesToWhatItShowsAtItsSize() {
        hall.join(Hall.participant("p-1", 1, false));
        assertThat(hall.asked).contains("subscribe p-1-voice", "subscribe p-1-camera", "want p-1-camera 1126x632 true");
        hall.join(Hall.participant("p-2", 2, true));
        assertThat(hall.asked)
                .contains("subscribe p-2-voice", "want p-1-camera 620x348 true")
                .doesNotContain("subscribe p-2-camera");
        hall.join(Hall.participant("p-1", 1, true));
        assertThat(hall.asked.getLast()).isEqualTo("want p-1-camera 0x0 false");
        hall.leave("p-1");
        assertThat(hall.asked).contains("unsubscribe p-1-voice", "unsubscribe p-1-camera");
        int before = hall.asked.size();
        hall.run(SECOND);
        assertThat(hall.asked).as("nothing new, nothing asked").hasSize(before);
    }

    @Test
    void whatNobodyLooksAtIsNotDecodedAndComesBackWithAKeyFrame() {
        hall.join(Hall.participant("p-1", 1, false));
        film(hall, 8, 30 * MS, 0);
        hall.run(SECOND);
        assertThat(hall.room.due(CAMERA, hall.now())).isNotNull();
        hall.join(Hall.participant("p-1", 1, true));
        hall.run(2 * SECOND);
        assertThat(hall.keysAsked).isEmpty();
        hall.join(Hall.participant("p-1", 1, false));
        hall.run(2 * SECOND);
        assertThat(hall.keysAsked.get(CAMERA)).isBetween(3, 5);
    }

    @Test
    void garbageAsksForAKeyFrameAndTheNextOneIsShown() {
        hall.join(Hall.participant("p-1", 1, false));
        SplittableRandom random = new SplittableRandom(2);
        for (long i = 0; i < 200; i++) {
            byte[] garbage = new byte[random.nextInt(300)];
            for (int k = 0; k < garbage.length; k++) {
                garbage[k] = (byte) random.nextInt(256);
            }
            hall.send(CAMERA, i % 3 == 0 ? Codec.H264 : Codec.VP8, garbage, i % 5 == 0, i * 5 * MS, i * 5 * MS, 0);
        }
        hall.run(1100 * MS);
        assertThat(hall.keysAsked.get(CAMERA)).isBetween(1, 4);
        try (Sender camera = Sender.vp8(322, 182)) {
            hall.send(CAMERA, Codec.VP8, camera.encode(grey(322, 182, 240)), true, 1100 * MS, 1120 * MS, 0);
        }
        hall.run(SECOND);
        PictureSource.Due due = Objects.requireNonNull(hall.room.due(CAMERA, hall.now()));
        assertThat(List.of(due.frame().width(), due.frame().height())).containsExactly(322, 182);
        assertThat(due.frame().luma(100, 100)).isGreaterThan(200);
    }

    @Test
    void afterClosingNothingIsShown() {
        hall.join(Hall.participant("p-1", 1, false));
        film(hall, 2, 30 * MS, 0);
        hall.run(SECOND);
        assertThat(hall.room.due(CAMERA, hall.now())).isNotNull();
        hall.room.close();
        assertThat(hall.room.due(CAMERA, hall.now())).isNull();
        assertThat(hall.room.scene(Hall.GRID, false, hall.now()).tiles()).isEmpty();
        hall.room.closed("gone");
        assertThat(hall.room.lost()).isTrue();
    }
}
