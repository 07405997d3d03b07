package org.onmaru.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.AccessUnit;

/// A subscriber and attendees in a real room.
@SuppressWarnings("NullAway.Init")
class RoomIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    private static SfuProcess sfu;

    @BeforeAll
    static void start() throws Exception {
        sfu = SfuProcess.start();
    }

    @AfterAll
    static void stop() {
        sfu.close();
    }

    @Test
    void everyFrameAndEveryPacketArriveAsTheyWereSent() throws Exception {
        String room = "whole";
        RecordingListener heard = new RecordingListener();
        try (RoomConnection studio = RoomConnection.connect(sfu.url(), sfu.studioToken(room), heard);
                Attendee attendee = Attendee.connect(
                        sfu.url(), sfu.token(room, "p-1", "김하나", Map.of("unit", "중앙동", "seat", "3")))) {
            attendee.publishCamera(List.of(new Attendee.Layer("h", 320, 180, 300_000)));
            attendee.publishMicrophone();
            try (PacedFrames frames = new PacedFrames(attendee, 1)) {
                String camera = subscribe(studio, heard, RoomParticipant.Source.CAMERA);
                String microphone = subscribe(studio, heard, RoomParticipant.Source.MICROPHONE);
                assertThat(heard.await(
                                SOON,
                                () -> heard.units(camera).size() >= 150
                                        && heard.units(microphone).size() >= 300))
                        .as(
                                "%d pictures, %d sounds; %s",
                                heard.units(camera).size(),
                                heard.units(microphone).size(),
                                studio.counters())
                        .isTrue();
                assertThat(frames).isNotNull();
                assertPicturesWhole(heard.units(camera), 0);
                assertSoundsWhole(heard.units(microphone));
                assertThat(heard.participants().getFirst().name()).isEqualTo("김하나");
                assertThat(heard.participants().getFirst().attributes()).containsEntry("unit", "중앙동");
                assertThat(heard.await(SOON, () -> !heard.speakers().isEmpty())).isTrue();
                assertThat(heard.speakers().getFirst().identity()).isEqualTo("p-1");
            }
            assertThat(studio.counters().lost()).isZero();
            assertThat(studio.counters().refused()).isZero();
        }
    }

    static String subscribe(RoomConnection studio, RecordingListener heard, RoomParticipant.Source source)
            throws InterruptedException {
        assertThat(heard.await(SOON, () -> heard.track("p-1", source) != null))
                .as("%s appears", source)
                .isTrue();
        String track = Objects.requireNonNull(heard.track("p-1", source)).id();
        studio.subscribe(track, true);
        studio.want(track, 1280, 720, true);
        return track;
    }

    static void assertPicturesWhole(List<AccessUnit> units, int layer) {
        assertThat(units.getFirst().key()).isTrue();
        long number = numberOf(units.getFirst(), layer);
        long firstTimestamp = units.getFirst().timestamp();
        for (AccessUnit unit : units) {
            assertThat(unit.data()).as("picture %d", number).isEqualTo(PacedFrames.frame(layer, number));
            assertThat(unit.key()).isEqualTo(number % PacedFrames.KEY_EVERY == 0);
            assertThat(unit.gapBefore()).isFalse();
            number++;
        }
        assertThat(units.getLast().timestamp() - firstTimestamp).isEqualTo((units.size() - 1) * 3600L);
    }

    /// Which key frame it is.
    private static long numberOf(AccessUnit key, int layer) {
        for (long number = 0; number < 100_000; number += PacedFrames.KEY_EVERY) {
            if (java.util.Arrays.equals(PacedFrames.frame(layer, number), key.data())) {
                return number;
            }
        }
        throw new AssertionError("not a key frame that was sent");
    }

    private static void assertSoundsWhole(List<AccessUnit> units) {
        long number = 0;
        while (!java.util.Arrays.equals(
                PacedFrames.packet(number), units.getFirst().data())) {
            assertThat(number++).isLessThan(10_000);
        }
        for (AccessUnit unit : units) {
            assertThat(unit.data()).as("sound %d", number).isEqualTo(PacedFrames.packet(number++));
        }
    }
}
