package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.hall.agenda.CurrentItem;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.server.hall.figures.ChartChoice;
import org.onmaru.server.hall.figures.ChartFacts;
import org.onmaru.server.hall.figures.ChartKind;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.onair.room.RoomUnavailable;
import org.onmaru.wire.Command;
import org.onmaru.wire.Event;
import org.onmaru.wire.Gate;
import org.onmaru.wire.GateReason;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Stage;

/// The rules of the gate, on a clock the test moves.
class LiveProgrammeTest {

    private static final Wish OFF = new Wish(Gate.OFF_AIR, Layout.GRID, false, false);
    private static final Wish ON = new Wish(Gate.ON_AIR, Layout.GRID, false, false);

    private static final Event.Problem LATE = new Event.Problem("late", "화면이 밀립니다.", "The picture is late.");
    private static final Event.Problem FULL = new Event.Problem("disk-full", "디스크가 가득 찼습니다.", "The disk is full.");
    private static final Event.Problem LOW =
            new Event.Problem("disk-low", "디스크에 자리가 적습니다.", "The disk is nearly full.");

    private static final CurrentItem ITEM = new CurrentItem("a", "제설", "Snow", "", 5, true, Instant.EPOCH);
    private static final Slide SLIDE = new Slide("a", true, new Slide.Page(new UUID(0, 5), "계획.pdf", 2, 3));
    private static final Command SHOWN = new Command.ShowSlide(
            new org.onmaru.wire.Slide("/internal/studio/slides/00000000-0000-0000-0000-000000000005/2"));

    private long now = 1_000_000_000_000L;
    private boolean roomUp = true;
    private final List<Command> sent = new ArrayList<>();
    private final List<String> process = new ArrayList<>();
    private final StudioLink link = new Link();
    private LiveProgramme programme = programme();

    private final class Link implements StudioLink {
        @Override
        public void send(Command command) {
            sent.add(command);
        }

        @Override
        public void close() {
            sent.clear();
        }
    }

    private final class Steered implements StudioProcess {
        @Override
        public void letEnd() {
            process.add("let end");
        }

        @Override
        public void kill() {
            process.add("kill");
        }

        @Override
        public void stop() {
            process.add("stop");
        }
    }

    @BeforeEach
    void ready() {
        programme.connected(link);
        programme.heard(link, new Event.Ready("p", 1, "k", "i1", false));
        sent.clear();
    }

    @Test
    void offAirIsObeyedBeforeItIsKnownToBeOnAir() {
        programme.wished(ON, 1);
        assertThat(sent).hasAtLeastOneElementOfType(Command.GoOnAir.class);
        programme.heard(link, status(Gate.OFF_AIR)); // said before it read the command
        sent.clear();

        programme.holdOff(2);

        assertThat(sent).hasAtLeastOneElementOfType(Command.GoOffAir.class);
        assertThat(programme.view().tally()).isEqualTo(Gate.ON_AIR);
        programme.heard(link, moved(Gate.OFF_AIR));
        assertThat(programme.view().tally()).isEqualTo(Gate.OFF_AIR);
    }

    @Test
    void aStaleSightOfTheDatabaseDoesNotUndoAWish() {
        programme.wished(ON, 5);
        programme.heard(link, moved(Gate.ON_AIR));
        programme.observe(new Observation(meeting(MeetingState.IN_SESSION), null, null, "", OFF, 4));
        assertThat(programme.view().wanted()).isEqualTo(Gate.ON_AIR);

        programme.holdOff(6);
        sent.clear();
        programme.observe(new Observation(meeting(MeetingState.IN_SESSION), null, null, "", ON, 5));
        assertThat(programme.view().wanted()).isEqualTo(Gate.OFF_AIR);
        assertThat(sent)
                .noneMatch(command -> command instanceof Command.RenewLease || command instanceof Command.GoOnAir);
    }

    @Test
    void offAirHoldsWhileItCannotBeWritten() {
        programme.wished(ON, 1);
        programme.holdOff(2);
        sent.clear();

        programme.observe(new Observation(meeting(MeetingState.IN_SESSION), null, null, "", ON, 2)); // the write failed

        assertThat(programme.view().wanted()).isEqualTo(Gate.OFF_AIR);
        assertThat(sent).noneMatch(Command.RenewLease.class::isInstance);
        programme.observe(new Observation(meeting(MeetingState.IN_SESSION), null, null, "", OFF, 2)); // written at last
        programme.observe(new Observation(
                meeting(MeetingState.IN_SESSION), null, null, "", ON, 2)); // another host, another server
        assertThat(programme.view().wanted()).isEqualTo(Gate.ON_AIR);
    }

    /// A wish and an item that cross each other: nothing internal is on air, whatever is written.
    @Test
    void anInternalItemIsOffAirWhateverIsWished() {
        var internal = new CurrentItem("added-1", "인사", "Staff", "", 5, false, Instant.EPOCH);
        programme.wished(ON, 1);
        programme.heard(link, moved(Gate.ON_AIR));
        sent.clear();

        programme.observe(new Observation(meeting(MeetingState.IN_SESSION), internal, null, "", ON, 1));

        assertThat(sent)
                .hasAtLeastOneElementOfType(Command.GoOffAir.class)
                .noneMatch(command -> command instanceof Command.RenewLease || command instanceof Command.GoOnAir);
        programme.heard(link, moved(Gate.OFF_AIR));
        sent.clear();
        programme.wished(ON, 2);
        assertThat(sent)
                .noneMatch(command -> command instanceof Command.RenewLease || command instanceof Command.GoOnAir);

        programme.observe(new Observation(meeting(MeetingState.IN_SESSION), null, null, "", ON, 2));
        assertThat(sent).hasAtLeastOneElementOfType(Command.GoOnAir.class);
    }

    @Test
    void aSlideIsForAStudioThatIsOnAirAndForEachTimeItIs() {
        programme.observe(seen(ITEM, SLIDE, OFF));
        programme.wished(ON, 1);
        assertThat(aboutSlides()).as("before it is on air").isEmpty();
        programme.heard(link, moved(Gate.ON_AIR));
        assertThat(aboutSlides()).containsExactly(SHOWN);
        programme.observe(seen(ITEM, SLIDE, ON));
        assertThat(aboutSlides()).as("told once").hasSize(1);

        programme.heard(link, moved(Gate.OFF_AIR));
        programme.heard(link, moved(Gate.ON_AIR));
        assertThat(aboutSlides()).as("it held none off air").containsExactly(SHOWN, SHOWN);

        programme.connected(link);
        programme.heard(link, new Event.Ready("p", 1, "k", "i1", true));
        programme.heard(link, moved(Gate.ON_AIR));
        assertThat(aboutSlides()).as("another studio").containsExactly(SHOWN);
        programme.observe(seen(ITEM, null, ON));
        assertThat(aboutSlides()).containsExactly(SHOWN, new Command.TakeOffSlide());
    }

    /// Whatever the database says of slide and item, asked one after the other.
    @Test
    void onlyTheSlideOfTheItemThatRunsAndIsPublicReachesAStudio() {
        var internal = new CurrentItem("a", "제설", "Snow", "", 5, false, Instant.EPOCH);
        var other = new CurrentItem("b", "인사", "Staff", "", 5, true, Instant.EPOCH);
        var closed = new Slide(SLIDE.key(), false, SLIDE.content());
        programme.wished(ON, 1);
        programme.heard(link, moved(Gate.ON_AIR));
        for (var one : List.of(
                seen(null, SLIDE, ON), seen(internal, SLIDE, ON), seen(other, SLIDE, ON), seen(ITEM, closed, ON))) {
            programme.observe(one);
            assertThat(sent).as(one.toString()).noneMatch(Command.ShowSlide.class::isInstance);
        }
        programme.heard(link, moved(Gate.ON_AIR));
        programme.observe(seen(ITEM, SLIDE, ON));
        assertThat(aboutSlides()).endsWith(SHOWN);
    }

    @Test
    void aChartThatSaysSomethingElseIsAnotherOne() {
        programme.wished(ON, 1);
        programme.heard(link, moved(Gate.ON_AIR));
        programme.observe(seen(ITEM, chart("1f"), ON));
        programme.observe(seen(ITEM, chart("1f"), ON));
        programme.observe(seen(ITEM, chart("2e"), ON));
        assertThat(sent.stream().filter(Command.ShowSlide.class::isInstance))
                .containsExactly(
                        new Command.ShowSlide(new org.onmaru.wire.Slide("/internal/studio/slides/chart/1f")),
                        new Command.ShowSlide(new org.onmaru.wire.Slide("/internal/studio/slides/chart/2e")));
    }

    private static Slide chart(String print) {
        var head = new ChartFacts.Head(LocalDate.EPOCH, "07:30", new ChartFacts.Name("여주시", "Yeoju"), 0);
        return new Slide(
                "a",
                true,
                new Slide.Chart(new ChartChoice(ChartKind.TABLE, null), new ChartFacts.Table(head, List.of()), print));
    }

    @Test
    void theUnitWhoseItemItIsComesFirstUntilTheItemEndsOrIsInternal() {
        var report = new CurrentItem("r", "강천면 상황보고", "Gangcheon", "강천면", 5, true, Instant.EPOCH);
        var internal = new CurrentItem("r", "강천면 상황보고", "Gangcheon", "강천면", 5, false, Instant.EPOCH);
        programme.observe(seen(report, null, OFF));
        assertThat(presenters()).endsWith("강천면");
        programme.observe(seen(internal, null, OFF));
        assertThat(presenters()).endsWith("");
        programme.observe(seen(report, null, OFF));
        programme.observe(seen(null, null, OFF));
        assertThat(presenters()).endsWith("강천면", "");
    }

    @Test
    void whoHasTheFloorComesFirstExceptWhileAnInternalItemRuns() {
        var report = new CurrentItem("r", "강천면 상황보고", "Gangcheon", "강천면", 5, true, Instant.EPOCH);
        var internal = new CurrentItem("r", "강천면 상황보고", "Gangcheon", "강천면", 5, false, Instant.EPOCH);
        for (var item : Arrays.asList(report, internal, null)) {
            programme.observe(new Observation(meeting(MeetingState.IN_SESSION), item, null, "p-1", OFF, 1));
        }
        programme.observe(seen(null, null, OFF));
        assertThat(stages().map(Stage::floor)).endsWith("p-1", "", "p-1", "");
        assertThat(presenters()).endsWith("강천면", "", "", "");
    }

    private List<String> presenters() {
        return stages().map(Stage::presenter).toList();
    }

    private Stream<Stage> stages() {
        return sent.stream()
                .flatMap(
                        command -> command instanceof Command.ShowStage shown ? Stream.of(shown.stage()) : Stream.of());
    }

    private static Observation seen(@Nullable CurrentItem item, @Nullable Slide slide, Wish wish) {
        return new Observation(meeting(MeetingState.IN_SESSION), item, slide, "", wish, 1);
    }

    private List<Command> aboutSlides() {
        return sent.stream()
                .filter(command -> command instanceof Command.ShowSlide || command instanceof Command.TakeOffSlide)
                .toList();
    }

    @Test
    void theLeaseIsRenewedByEverySightOfTheWishAndByNothingElse() {
        programme.wished(ON, 1);
        programme.heard(link, moved(Gate.ON_AIR));
        sent.clear();

        programme.heard(link, status(Gate.ON_AIR));
        programme.unsure();
        assertThat(sent).noneMatch(Command.RenewLease.class::isInstance);
        programme.observe(new Observation(meeting(MeetingState.IN_SESSION), null, null, "", ON, 1));
        assertThat(sent.stream().filter(Command.RenewLease.class::isInstance)).hasSize(1);
    }

    @Test
    void aLostLineKeepsTheTallyUntilTheLeaseIsSurelyOver() {
        programme.wished(ON, 1);
        programme.heard(link, moved(Gate.ON_AIR));
        programme.disconnected(link);
        programme.holdOff(2);
        assertThat(programme.view().state()).isEqualTo(Programme.State.LOST);
        assertThat(programme.view().tally()).isEqualTo(Gate.ON_AIR);

        pass(Duration.ofSeconds(11));
        programme.unsure();
        assertThat(programme.view().tally()).isEqualTo(Gate.ON_AIR);
        pass(Duration.ofSeconds(2));
        programme.unsure();
        assertThat(programme.view().tally()).isEqualTo(Gate.OFF_AIR);
    }

    @Test
    void aRoomThatIsNotUpIsAFaultThatClearsWhenOnAir() {
        roomUp = false;
        programme.wished(ON, 1);
        assertThat(programme.view().problem()).isNotNull();
        roomUp = true;
        pass(Duration.ofSeconds(4));
        programme.observe(new Observation(meeting(MeetingState.IN_SESSION), null, null, "", ON, 1));
        programme.heard(link, moved(Gate.ON_AIR));

        assertThat(programme.view().problem()).isNull();
    }

    @Test
    void whatHappenedAtOneMomentGoesAwayByItself() {
        programme.heard(link, LATE);
        assertThat(problem()).isEqualTo("late");

        pass(Duration.ofSeconds(21));
        programme.heard(link, status(Gate.OFF_AIR));
        assertThat(programme.view().problem()).isNull();
    }

    @Test
    void whatStaysWrongStaysOnTheHostsScreenUntilTheStudioSaysThatItIsOver() {
        programme.heard(link, status(Gate.OFF_AIR, FULL));
        for (int seconds = 0; seconds < 3_600; seconds++) {
            pass(Duration.ofSeconds(1));
            programme.heard(link, status(Gate.OFF_AIR, FULL));
        }
        assertThat(problem()).isEqualTo("disk-full");

        programme.heard(link, status(Gate.OFF_AIR));
        assertThat(programme.view().problem()).isNull();
    }

    @Test
    void whatIsWrongGoesBeforeWhatHappenedAndThatBeforeAWarning() {
        programme.heard(link, status(Gate.OFF_AIR, LOW));
        assertThat(problem()).isEqualTo("disk-low");
        programme.heard(link, LATE);
        assertThat(problem()).isEqualTo("late");
        programme.heard(link, status(Gate.OFF_AIR, FULL, LOW));
        assertThat(problem()).isEqualTo("disk-full");
    }

    @Test
    void anotherStudioDoesNotInheritWhatWasWrongWithTheLast() {
        programme.heard(link, status(Gate.OFF_AIR, FULL));
        programme.exited();
        programme.connected(link);
        programme.heard(link, new Event.Ready("p", 2, "k", "i1", true));
        assertThat(programme.view().problem()).isNull();
    }

    /// A studio that cannot begin says why and goes, again and again; "starting again" would hide what to do.
    @Test
    void whyAStudioCannotComeBackStaysOnTheHostsScreen() {
        var font = new Event.Problem("font-missing", "글꼴이 없습니다.", "There is no font.");
        programme.exited();
        assertThat(problem()).isEqualTo("studio-lost");
        for (int i = 0; i < 3; i++) {
            programme.connected(link);
            programme.heard(link, font);
            assertThat(problem()).isEqualTo("font-missing");
            programme.disconnected(link);
            programme.exited();
            pass(Duration.ofSeconds(40));
            assertThat(problem()).as("until the next try").isEqualTo("font-missing");
        }
        programme.connected(link);
        programme.heard(link, new Event.Ready("p", 2, "k", "i1", true));
        programme.heard(link, status(Gate.OFF_AIR));
        assertThat(problem()).isNull();
        programme.disconnected(link);
        assertThat(problem()).as("said nothing this time").isEqualTo("studio-lost");
    }

    @Test
    void aSilentStudioIsKilled() {
        pass(Duration.ofSeconds(7));
        programme.observe(new Observation(meeting(MeetingState.IN_SESSION), null, null, "", OFF, 0));
        assertThat(process).isEmpty();
        pass(Duration.ofSeconds(2));
        programme.observe(new Observation(meeting(MeetingState.IN_SESSION), null, null, "", OFF, 0));
        assertThat(process).containsExactly("kill");
    }

    @Test
    void aStudioThatNeverBeganHasNothingToFinish() {
        programme = programme();
        programme.observe(new Observation(meeting(MeetingState.OPEN), null, null, "", OFF, 0));
        programme.connected(link);
        assertThat(sent).isEmpty();

        programme.end();

        assertThat(process).containsExactly("let end", "stop");
        assertThat(programme.result()).isEqualTo(new ProgrammeEnded.Finished("", 0, 0));
    }

    private LiveProgramme programme() {
        return new LiveProgramme(
                new Observation(meeting(MeetingState.IN_SESSION), null, null, "", OFF, 0),
                "여주시",
                new Steered(),
                this::way,
                () -> now);
    }

    private Command.GoOnAir way() {
        if (!roomUp) {
            throw new RoomUnavailable("down", null);
        }
        return new Command.GoOnAir("ws://127.0.0.1:1", "token");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private @Nullable String problem() {
        Programme.Fault problem = programme.view().problem();
        return problem == null ? null : problem.code();
    }

    private static Event status(Gate gate, Event.Problem... problems) {
        return new Event.Status(gate, List.of(), 30, 0, 0, 0, 0, 0, List.of(problems));
    }

    private static Event moved(Gate gate) {
        return new Event.GateMoved(gate, GateReason.COMMAND, 0, 0);
    }

    private static MeetingView meeting(MeetingState state) {
        return new MeetingView(
                new MeetingId(new UUID(0, 7)),
                new SeriesId(new UUID(0, 1)),
                "회의",
                "Meeting",
                1,
                LocalDate.of(2020, 12, 8),
                Instant.EPOCH,
                60,
                state,
                false,
                true,
                null,
                null,
                false);
    }
}
