package org.onmaru.media.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.onmaru.media.ffmpeg.Tone;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.wire.Event;
import org.onmaru.wire.Gate;
import org.onmaru.wire.GateReason;

/// The loop that joins gate, picture, sound and encode, in real time, beside a room that sends all the while. What
/// it gave out is decoded and held against the moves of the gate that it announced.
class ProgrammeIT extends RunningProgramme {

    private static final int SAMPLES_PER_FRAME = 1_600;
    /// The encoder holds up to 42 ms of sound that it was given on air, and its frames overlap.
    private static final int SOUND_LAG = 4 * 1_024;
    private static final int WINDOW = 480;
    private static final double HEARD = 0.02;

    ProgrammeIT() {
        super(new CanaryRoom());
    }

    @Test
    void howeverOftenItSwitchesNothingOfTheRoomIsOutsideOnAir() {
        var random = new Random(12);
        for (int i = 0; i < 14; i++) {
            goOnAir();
            frames(15 + random.nextInt(30));
            programme.goOffAir();
            frames(3 + random.nextInt(15));
        }
        assertThat(moves).hasSize(28);
        judge();
        assertThat(tape.kept()).as("kept from the first time on air").isEqualTo(1);
    }

    @Test
    void aServerThatIsSilentForTenSecondsClosesTheGate() {
        goOnAir();
        frames(30);
        ahead.addAndGet(OnAirGate.LEASE.minusSeconds(3).toNanos());
        frames(15);
        assertThat(moves).as("a lease of three more seconds holds").hasSize(1);
        ahead.addAndGet(Duration.ofSeconds(4).toNanos());
        await().atMost(LONG).until(() -> moves.size() == 2);
        assertThat(moves.getLast().gate()).isEqualTo(Gate.OFF_AIR);
        assertThat(moves.getLast().reason()).isEqualTo(GateReason.LEASE_EXPIRED);
        frames(20);
        judge();
    }

    @Test
    void aRoomThatIsLostIsTheSlateUntilItIsBack() {
        goOnAir();
        frames(30);
        room.breakDown();
        await().atMost(LONG).until(() -> moves.size() == 2);
        frames(15);
        room.mend();
        await().atMost(LONG).until(() -> moves.size() == 3);
        assertThat(moves)
                .extracting(Event.GateMoved::reason)
                .containsExactly(GateReason.COMMAND, GateReason.ROOM_LOST, GateReason.COMMAND);
        frames(45);
        judge();
    }

    @Test
    void aProgrammeThatIsNeverOnAirKeepsNothing() {
        frames(20);
        end();
        assertThat(moves).isEmpty();
        assertThat(tape.kept()).isZero();
        assertThat(tape.look(ProgrammeIT::isCanary)).isNotEmpty().doesNotContainValue(true);
    }

    private void judge() {
        end();
        var sides = new TreeMap<Long, Gate>();
        sides.put(0L, Gate.OFF_AIR);
        moves.forEach(move -> sides.put(frame(move), move.gate()));
        assertThat(tape.keys()).as("every move decodes alone").containsAll(sides.keySet());

        var pictures = tape.look(ProgrammeIT::isCanary);
        var seenOutside = pictures.entrySet().stream()
                .filter(picture -> picture.getValue() && side(sides, picture.getKey()) == Gate.OFF_AIR)
                .toList();
        assertThat(seenOutside).as("frames off air that show the room").isEmpty();
        assertThat(pictures.values().stream().filter(Boolean::booleanValue).count())
                .as("frames on air that show the room")
                .isGreaterThan(20);

        int heardInside = 0;
        var sound = tape.sound();
        for (int at = 0; (at + WINDOW) * 2 <= sound.length; at += WINDOW) {
            var window = Arrays.copyOfRange(sound, at * 2, (at + WINDOW) * 2);
            if (Tone.amplitude(window, CanaryRoom.HERTZ) < HEARD) {
                continue;
            }
            boolean allowed = side(sides, at / SAMPLES_PER_FRAME) == Gate.ON_AIR
                    || side(sides, Math.max(0, at - SOUND_LAG) / SAMPLES_PER_FRAME) == Gate.ON_AIR;
            assertThat(allowed).as("heard off air at sample %d", at).isTrue();
            heardInside++;
        }
        assertThat(heardInside).as("moments on air that are heard").isGreaterThan(20);
    }

    private static long frame(Event.GateMoved move) {
        return (move.programmeMs() * 30 + 999) / 1_000;
    }

    private static Gate side(NavigableMap<Long, Gate> sides, long frame) {
        return Objects.requireNonNull(sides.floorEntry(frame)).getValue();
    }

    private static boolean isCanary(YuvFrame picture) {
        return picture.blue(640, 330) > 180 && picture.red(640, 330) > 200;
    }
}
