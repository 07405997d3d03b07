package org.onmaru.media.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.frame.EncodedPacket.Kind;

class CutterTest {

    private final Cutter cutter = new Cutter(30_000);

    private static EncodedPacket frame(long index, boolean key) {
        return new EncodedPacket(Kind.VIDEO, new byte[1], index * 3000, 3000, key);
    }

    private static EncodedPacket sound(long index) {
        return new EncodedPacket(Kind.AUDIO, new byte[1], index * 1024, 1024, true);
    }

    private List<Cutter.Piece> pieces() {
        List<Cutter.Piece> pieces = new ArrayList<>();
        for (Optional<Cutter.Piece> next = cutter.next(); next.isPresent(); next = cutter.next()) {
            pieces.add(next.get());
        }
        return pieces;
    }

    /// However late sound and picture come, the pieces are the same and nothing is lost.
    @Test
    void cutsByTimeNotByArrival() {
        List<Cutter.Piece> first = null;
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Cutter late = new Cutter(30_000);
            List<Cutter.Piece> pieces = new ArrayList<>();
            long heard = 0;
            for (long frame = 0; frame < 300; frame++) {
                late.add(frame(frame, frame % 60 == 0 || frame == 77));
                long lag = 1L + random.nextInt(5);
                for (; heard * 1024 < (frame - lag) * 1600; heard++) {
                    late.add(sound(heard));
                }
                late.next().ifPresent(pieces::add);
            }
            for (; heard < 480; heard++) {
                late.add(sound(heard));
            }
            for (Optional<Cutter.Piece> rest = late.rest(); rest.isPresent(); rest = late.rest()) {
                pieces.add(rest.get());
            }
            assertThat(pieces.stream().mapToInt(piece -> piece.video().size()).sum())
                    .isEqualTo(300);
            assertThat(pieces.stream().mapToInt(piece -> piece.audio().size()).sum())
                    .isEqualTo(480);
            first = first == null ? pieces : first;
            assertThat(shape(pieces)).isEqualTo(shape(first));
        }
    }

    private static List<String> shape(List<Cutter.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.start() + " " + piece.end() + " " + piece.key() + " "
                        + piece.video().size() + " " + piece.audio().getFirst().pts() + " "
                        + piece.audio().size())
                .toList();
    }

    @Test
    void waitsForSoundButNotForEver() {
        for (long frame = 0; frame < 16; frame++) {
            cutter.add(frame(frame, frame == 0));
            assertThat(pieces()).isEmpty();
        }
        cutter.add(frame(16, false));
        assertThat(pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.video()).hasSize(10);
            assertThat(piece.audio()).isEmpty();
        });
    }

    @Test
    void aHoleIsToldAndNeverMakesAPieceTooLong() {
        cutter.add(frame(0, true));
        cutter.add(frame(3, false));
        cutter.add(frame(30, true));
        for (long i = 0; i < 80; i++) {
            cutter.add(sound(i));
        }
        assertThat(pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.duration()).isEqualTo(30_000);
            assertThat(piece.beforeGap()).isTrue();
            assertThat(piece.beforeKey()).isTrue();
        });
    }

    @Test
    void refusesTimeThatRunsBackwards() {
        cutter.add(frame(0, true));
        cutter.add(frame(5, false));
        cutter.add(frame(4, false));
        cutter.add(sound(1));
        cutter.add(sound(0));
        assertThat(cutter.rest()).hasValueSatisfying(piece -> {
            assertThat(piece.video()).hasSize(2);
            assertThat(piece.audio()).hasSize(1);
        });
        assertThat(cutter.rest()).isEmpty();
    }
}
