package org.onmaru.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    @Test
    void theWantedSimulcastLayerComes() throws Exception {
        String room = "layers";
        RecordingListener heard = new RecordingListener();
        try (RoomConnection studio = RoomConnection.connect(sfu.url(), sfu.studioToken(room), heard);
                Attendee attendee = enter(room)) {
            attendee.publishMicrophone();
            attendee.publishCamera(
                    List.of(new Attendee.Layer("q", 320, 180, 180_000), new Attendee.Layer("h", 640, 360, 600_000)));
            try (PacedFrames frames = new PacedFrames(attendee, 2)) {
                String camera = subscribe(studio, heard, RoomParticipant.Source.CAMERA);
                assertThat(heard.await(SOON, () -> widthOfLastKey(heard.units(camera)) == 640))
                        .as("large layer")
                        .isTrue();
                studio.want(camera, 320, 180, true);
                assertThat(heard.await(SOON, () -> widthOfLastKey(heard.units(camera)) == 320))
                        .as("small layer")
                        .isTrue();
                int before = heard.units(camera).size();
                assertThat(heard.await(SOON, () -> heard.units(camera).size() >= before + 2 * PacedFrames.KEY_EVERY))
                        .isTrue();
                List<AccessUnit> small = heard.units(camera);
                int lastKey = lastKey(small);
                assertPicturesWhole(small.subList(lastKey, small.size()), 0);
                studio.want(camera, 320, 180, false);
                assertThat(heard.await(SOON, () -> silentFor(heard.units(camera), Duration.ofMillis(700))))
                        .as("paused")
                        .isTrue();
                int paused = heard.units(camera).size();
                studio.want(camera, 640, 360, true);
                assertThat(heard.await(SOON, () -> heard.units(camera).size() > paused + 10))
                        .as("resumed")
                        .isTrue();
                assertThat(frames.captured(0)).isPositive();
            }
        }
    }

    @Test
    void captureTimeIsTrueWithinMilliseconds() throws Exception {
        String room = "time";
        RecordingListener heard = new RecordingListener();
        try (RoomConnection studio = RoomConnection.connect(sfu.url(), sfu.studioToken(room), heard);
                Attendee attendee = enter(room)) {
            attendee.publishCamera(List.of(new Attendee.Layer("h", 320, 180, 300_000)));
            try (PacedFrames frames = new PacedFrames(attendee, 1)) {
                String camera = subscribe(studio, heard, RoomParticipant.Source.CAMERA);
                assertThat(heard.await(SOON, () -> heard.units(camera).size() >= 250))
                        .isTrue();
                List<AccessUnit> units = heard.units(camera);
                long first = numberOf(units.getFirst(), 0);
                double[] errors = new double[100];
                for (int i = 0; i < errors.length; i++) {
                    int at = units.size() - errors.length + i;
                    errors[i] = (units.get(at).captureUnixNanos() - frames.captured(first + at)) / 1e6;
                }
                Arrays.sort(errors);
                System.out.printf(
                        "capture time error ms: min %.2f median %.2f max %.2f%n", errors[0], errors[50], errors[99]);
                assertThat(Math.abs(errors[50])).as("median error, ms").isLessThan(5);
                assertThat(Math.abs(errors[5])).as("5th percentile, ms").isLessThan(15);
                assertThat(Math.abs(errors[94])).as("95th percentile, ms").isLessThan(15);
            }
        }
    }

    @Test
    void muteLeaveAndComeBack() throws Exception {
        String room = "mute";
        RecordingListener heard = new RecordingListener();
        try (RoomConnection studio = RoomConnection.connect(sfu.url(), sfu.studioToken(room), heard)) {
            String camera;
            try (Attendee attendee = enter(room)) {
                attendee.publishCamera(List.of(new Attendee.Layer("h", 320, 180, 300_000)));
                attendee.publishMicrophone();
                try (PacedFrames frames = new PacedFrames(attendee, 1)) {
                    camera = subscribe(studio, heard, RoomParticipant.Source.CAMERA);
                    assertThat(heard.await(SOON, () -> heard.units(camera).size() > 20))
                            .isTrue();
                    attendee.muteCamera(true);
                    assertThat(heard.await(SOON, () -> muted(heard)))
                            .as("muted")
                            .isTrue();
                    assertThat(heard.await(SOON, () -> silentFor(heard.units(camera), Duration.ofMillis(500))))
                            .isTrue();
                    int silent = heard.units(camera).size();
                    attendee.muteCamera(false);
                    assertThat(heard.await(SOON, () -> heard.units(camera).size() > silent + 10))
                            .isTrue();
                    assertThat(heard.units(camera).get(silent).key()).isTrue();
                    assertThat(muted(heard)).isFalse();
                    assertThat(frames.captured(0)).isPositive();
                }
            }
            assertThat(heard.await(SOON, () -> heard.participants().isEmpty()))
                    .as("left")
                    .isTrue();
            assertThat(heard.await(SOON, () -> heard.ended().contains(camera)))
                    .as("ended")
                    .isTrue();
            try (Attendee again = enter(room)) {
                again.publishCamera(List.of(new Attendee.Layer("h", 320, 180, 300_000)));
                try (PacedFrames frames = new PacedFrames(again, 1)) {
                    String second = subscribe(studio, heard, RoomParticipant.Source.CAMERA);
                    assertThat(second).isNotEqualTo(camera);
                    assertThat(heard.await(SOON, () -> heard.units(second).size() > 20))
                            .isTrue();
                    assertThat(frames.captured(0)).isPositive();
                }
            }
        }
        assertThat(heard.await(SOON, () -> heard.closed() != null)).isTrue();
    }

    @Test
    void aKilledSfuIsNoticedAtOnce() throws Exception {
        RecordingListener heard = new RecordingListener();
        CountDownLatch attendeeClosed = new CountDownLatch(1);
        AttendeeListener noticed = new AttendeeListener() {
            @Override
            public void closed(String reason) {
                attendeeClosed.countDown();
            }
        };
        try (SfuProcess doomed = SfuProcess.start();
                RoomConnection studio = RoomConnection.connect(doomed.url(), doomed.studioToken("doomed"), heard);
                Attendee attendee =
                        Attendee.connect(doomed.url(), doomed.token("doomed", "p-1", "김하나", Map.of()), noticed)) {
            attendee.publishMicrophone();
            assertThat(heard.await(SOON, () -> !studio.participants().isEmpty()))
                    .isTrue();
            doomed.kill();
            assertThat(heard.await(Duration.ofSeconds(2), () -> heard.closed() != null))
                    .isTrue();
            assertThat(attendeeClosed.await(2, TimeUnit.SECONDS)).isTrue();
            assertThat(attendee.isOpen()).isFalse();
        }
    }

    @Test
    void aRefusedTokenAndAMissingSfuAreSaidClearly() {
        assertThatThrownBy(() -> RoomConnection.connect(sfu.url(), "nonsense", new RecordingListener()))
                .isInstanceOf(RoomUnreachable.class);
        assertThatThrownBy(() -> Attendee.connect(URI.create("ws://127.0.0.1:9"), "nonsense"))
                .isInstanceOf(RoomUnreachable.class)
                .hasMessageContaining("127.0.0.1:9");
    }

    private static Attendee enter(String room) throws RoomUnreachable {
        return Attendee.connect(sfu.url(), sfu.token(room, "p-1", "김하나", Map.of("unit", "중앙동")));
    }

    private static boolean muted(RecordingListener heard) {
        RoomParticipant.Track camera = heard.track("p-1", RoomParticipant.Source.CAMERA);
        return camera != null && camera.muted();
    }

    private static boolean silentFor(List<AccessUnit> units, Duration time) {
        return System.nanoTime() - units.getLast().arrivalNanos() > time.toNanos();
    }

    private static int lastKey(List<AccessUnit> units) {
        int at = units.size() - 1;
        while (at >= 0 && !units.get(at).key()) {
            at--;
        }
        return at;
    }

    private static int widthOfLastKey(List<AccessUnit> units) {
        int at = lastKey(units);
        return at < 0 ? 0 : (units.get(at).data()[6] & 0xff) | ((units.get(at).data()[7] & 0x3f) << 8);
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
            if (Arrays.equals(PacedFrames.frame(layer, number), key.data())) {
                return number;
            }
        }
        throw new AssertionError("not a key frame that was sent");
    }

    private static void assertSoundsWhole(List<AccessUnit> units) {
        long number = 0;
        while (!Arrays.equals(PacedFrames.packet(number), units.getFirst().data())) {
            assertThat(number++).isLessThan(10_000);
        }
        for (AccessUnit unit : units) {
            assertThat(unit.data()).as("sound %d", number).isEqualTo(PacedFrames.packet(number++));
        }
    }
}
