package org.onmaru.server.hall.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onmaru.server.hall.meeting.MeetingId;

class FloorTest {

    private static final Instant START = Instant.parse("2020-12-07T23:30:00Z");
    private static final Plate HEAD = new Plate("p-1", "홍길동", "강천면", "면장");
    private static final Plate OTHER = new Plate("p-2", "김가남", "가남읍", "읍장");
    private static final Plate MAYOR = new Plate("p-3", "한가온", "시장실", "시장");
    private static final Floor.About ITEM = new Floor.About("report-1", true);
    private static final Floor EMPTY = new Floor(new MeetingId(new UUID(0, 1)), List.of(), List.of());

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    private static List<String> hands(Floor floor) {
        return floor.hands().stream().map(hand -> hand.who().identity()).toList();
    }

    private static String speaking(Floor floor) {
        return floor.speaking().map(turn -> turn.who().identity()).orElse("");
    }

    @Test
    void whoAskedFirstIsCalledFirstAndKeepsTheirPlace() {
        var floor = EMPTY.raised(OTHER, at(0)).raised(HEAD, at(1)).raised(OTHER, at(2));
        assertThat(hands(floor)).containsExactly("p-2", "p-1");
        assertThat(floor.next(_ -> true)).contains(OTHER);
        assertThat(floor.next(Set.of("p-1")::contains))
                .as("of those who are here")
                .contains(HEAD);
        assertThat(hands(floor.lowered("p-2").raised(OTHER, at(3)))).containsExactly("p-1", "p-2");
        assertThat(EMPTY.next(_ -> true)).isEmpty();
    }

    @Test
    void oneHasTheFloorAndTheirHandGoesDown() {
        var floor = EMPTY.raised(HEAD, at(0)).given(OTHER, ITEM, null, at(1)).given(HEAD, ITEM, 3, at(61));
        assertThat(speaking(floor)).isEqualTo("p-1");
        assertThat(floor.hands()).isEmpty();
        assertThat(floor.turns()).hasSize(2);
        assertThat(floor.turns().getFirst().to()).isEqualTo(at(61));
        assertThat(floor.raised(HEAD, at(62))).as("who has it asks for nothing").isEqualTo(floor);
        assertThat(floor.given(HEAD, ITEM, 3, at(70))).isEqualTo(floor);
        assertThat(floor.given(HEAD, ITEM, 5, at(70)).speaking().orElseThrow().minutes())
                .isEqualTo(5);
        assertThat(floor.isAsSeen(2)).isTrue();
        assertThat(floor.isAsSeen(1)).isFalse();
        assertThat(floor.isAsSeen(null)).isFalse();
    }

    @Test
    void aQuestionGivesTheFloorBackAndTheTurnGoesOn() {
        var asked = EMPTY.given(HEAD, ITEM, 3, at(0)).asked(MAYOR, ITEM, null, at(60));
        assertThat(speaking(asked)).isEqualTo("p-3");
        assertThat(asked.interrupted().orElseThrow().who()).isEqualTo(HEAD);
        assertThat(asked.raised(HEAD, at(61))).isEqualTo(asked);

        var again = asked.asked(OTHER, ITEM, null, at(80));
        assertThat(again.interrupted().orElseThrow().who())
                .as("a question to a question")
                .isEqualTo(HEAD);

        var back = again.returned(at(100), _ -> true);
        var turn = back.speaking().orElseThrow();
        assertThat(turn.who()).isEqualTo(HEAD);
        assertThat(turn.first()).isEqualTo(1);
        assertThat(turn.minutes()).isEqualTo(3);
        assertThat(back.before(turn)).isEqualTo(Duration.ofSeconds(60));
        assertThat(asked.asked(HEAD, ITEM, null, at(100))
                        .speaking()
                        .orElseThrow()
                        .first())
                .as("who was interrupted answers by going on")
                .isEqualTo(1);
        assertThat(speaking(again.returned(at(100), _ -> false)))
                .as("who waited is gone")
                .isEmpty();
        assertThat(speaking(asked.given(OTHER, ITEM, null, at(90)).returned(at(95), _ -> true)))
                .as("given to somebody else, nobody waits any more")
                .isEmpty();
        assertThat(EMPTY.asked(MAYOR, ITEM, null, at(0)))
                .as("there is nobody to interrupt")
                .isEqualTo(EMPTY);
    }

    @Test
    void whoLeavesHasNeitherHandNorFloorFromThenOn() {
        var asked = EMPTY.raised(OTHER, at(0)).given(HEAD, ITEM, null, at(0)).asked(MAYOR, ITEM, null, at(60));
        assertThat(hands(asked.left("p-2", at(70), _ -> true))).isEmpty();
        assertThat(speaking(asked.left("p-3", at(70), _ -> true))).isEqualTo("p-1");
        var nobodyWaits = asked.left("p-1", at(70), _ -> true);
        assertThat(speaking(nobodyWaits)).isEqualTo("p-3");
        assertThat(speaking(nobodyWaits.returned(at(80), _ -> true))).isEmpty();
        var over = EMPTY.given(HEAD, ITEM, null, at(60)).left("p-1", at(50), _ -> true);
        assertThat(over.turns().getFirst().to())
                .as("a clock that goes back ends no turn before it began")
                .isEqualTo(at(60));
        assertThat(asked.left("p-9", at(70), _ -> true)).isEqualTo(asked);
    }

    @Test
    void theEndOfTheMeetingEndsAll() {
        var floor = EMPTY.raised(OTHER, at(0))
                .given(HEAD, ITEM, null, at(0))
                .asked(MAYOR, ITEM, null, at(60))
                .closed(at(90));
        assertThat(floor.hands()).isEmpty();
        assertThat(floor.speaking()).isEmpty();
        assertThat(floor.turns()).hasSize(2).noneMatch(Turn::lasts);
        assertThat(floor.closed(at(99))).isEqualTo(floor);
    }

    @Test
    void whatWasInternalForAMomentStaysInternal() {
        var floor = EMPTY.given(HEAD, ITEM, null, at(0));
        assertThat(floor.internal("report-2")).isEqualTo(floor);
        assertThat(floor.internal("report-1").turns().getFirst().open()).isFalse();
        var back = floor.internal("report-1").asked(MAYOR, ITEM, null, at(9)).returned(at(19), _ -> true);
        assertThat(back.speaking().orElseThrow().open()).as("what goes on, too").isFalse();
    }

    @Test
    void aTurnIsToldAsInternalOnlyToThoseWhoMaySeeIt() {
        var floor = EMPTY.given(OTHER, ITEM, null, at(0))
                .given(HEAD, new Floor.About("added-2", false), 3, at(60))
                .asked(MAYOR, new Floor.About("added-2", false), null, at(120))
                .returned(at(180), _ -> true);
        var all = FloorAnswer.of(floor, true, at(200));
        assertThat(all.turns()).hasSize(4);
        assertThat(all.totals().getFirst())
                .as("an interrupted turn counts once, with all it took")
                .isEqualTo(new FloorAnswer.FloorTotal("p-1", "홍길동", "강천면", "면장", 1, 80));
        var now = FloorNow.of(floor, true).speaking();
        assertThat(now)
                .isEqualTo(new FloorNow.FloorSpeaker(
                        4, Turn.Kind.SPEECH, "p-1", "홍길동", "강천면", "면장", "added-2", at(180), 3, 60));

        var guest = FloorAnswer.of(floor, false, at(200));
        assertThat(guest.turns()).hasSize(1).allMatch(turn -> turn.identity().equals("p-2"));
        assertThat(guest.totals()).hasSize(1);
        assertThat(guest.speaking())
                .as("who is in the room hears it")
                .isEqualTo(new FloorNow.FloorSpeaker(
                        4, Turn.Kind.SPEECH, "p-1", "홍길동", "강천면", "면장", null, at(180), 3, 60));
    }
}
