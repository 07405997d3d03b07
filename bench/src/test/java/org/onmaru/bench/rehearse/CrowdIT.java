package org.onmaru.bench.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.bench.media.AttendeeMedia;
import org.onmaru.bench.media.MediaLibrary;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.rtc.SfuProcess;

/// Simulated attendees and their observer in a real room.
class CrowdIT {

    private static final String ROOM = "hall";
    private static final int ATTENDEES = 4;

    @TempDir
    Path cache;

    @Test
    void everybodyIsSeenAndHeardInTheRoomByWhoeverTheyAre() throws IOException, InterruptedException {
        List<AttendeeMedia> media = new MediaLibrary(cache).load(Signature.all().subList(0, ATTENDEES));
        try (var sfu = SfuProcess.start();
                var crowd = new Crowd()) {
            List<Unit> units = new ArrayList<>();
            for (AttendeeMedia one : media) {
                String identity = "s-" + one.signature().number();
                crowd.join(sfu.url(), sfu.token(ROOM, identity, identity, Map.of()), one);
                units.add(new Unit(identity, identity, one.signature()));
            }
            assertThat(crowd.present()).isEqualTo(ATTENDEES);
            try (var observer = RoomObserver.enter(sfu.url(), sfu.studioToken(ROOM), units)) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> units.stream().allMatch(unit -> unit.room().begun()));
                units.forEach(Unit::begin);
                long began = System.nanoTime();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> units.stream()
                                .allMatch(unit -> unit.room().delays().count() >= 75));
                double seconds = (System.nanoTime() - began) / 1e9;
                assertThat(units).allSatisfy(unit -> {
                    assertThat(unit.room().pictureArrived(seconds)).isTrue();
                    assertThat(unit.room().soundArrived()).isTrue();
                    assertThat(unit.room().delays().percentile(0.5)).isBetween(0.0, 500.0);
                });
                assertThat(observer.lost()).isFalse();
            }
        }
    }

    @Test
    void whoIsTakenForSomebodyElseDoesNotArrive() throws IOException, InterruptedException {
        AttendeeMedia media =
                new MediaLibrary(cache).load(List.of(Signature.of(9))).getFirst();
        try (var sfu = SfuProcess.start();
                var crowd = new Crowd()) {
            crowd.join(sfu.url(), sfu.token(ROOM, "s-1", "s-1", Map.of()), media);
            var expected = new Unit("s-1", "s-1", Signature.of(1));
            var actual = new Unit("s-1", "s-1", Signature.of(9));
            try (var right = RoomObserver.enter(sfu.url(), sfu.token(ROOM, "one", "one", Map.of()), List.of(actual));
                    var wrong =
                            RoomObserver.enter(sfu.url(), sfu.token(ROOM, "two", "two", Map.of()), List.of(expected))) {
                await().atMost(Duration.ofSeconds(20)).until(() -> actual.room().begun());
                assertThat(expected.room().begun()).isFalse();
                assertThat(right.lost() || wrong.lost()).isFalse();
            }
        }
    }
}
