package org.onmaru.server.onair.broadcast;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.agenda.CurrentItem;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.room.RoomUnavailable;
import org.onmaru.wire.Command;
import org.onmaru.wire.Event;
import org.onmaru.wire.Gate;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Stage;

/// One meeting's programme: brings what the studio does in line with what the host wishes.
///
/// The wish comes from the database, seen once a second; every sight of "on air" renews the studio's lease, so without
/// the database the lease runs out. Everything here runs on the one broadcast thread and never blocks.
final class LiveProgramme {

    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration END_LIMIT = Duration.ofMinutes(5);
    private static final Duration EXIT_LIMIT = Duration.ofSeconds(10);
    /// The studio's lease is ten seconds; two more for clocks and queues.
    private static final Duration LEASE_SURELY_OVER = Duration.ofSeconds(12);
    /// How long a command and a status may be under way past each other.
    private static final Duration CROSSING = Duration.ofMillis(300);
    /// Between two tries to go on air.
    private static final Duration TRY_AGAIN = Duration.ofSeconds(3);

    private static final Event.Status NO_STATUS =
            new Event.Status(Gate.OFF_AIR, List.of(), 0, 0, 0, 0, 0, 0, List.of());

    private final String city;
    private final StudioProcess process;
    private final Supplier<Command.GoOnAir> way;
    private final LongSupplier nanos;
    private final Faults faults;

    private MeetingView meeting;
    private @Nullable CurrentItem item;
    private @Nullable Slide slide;
    private String floor;
    private Wish wish;
    private long wishVersion;
    private boolean heldOff;
    private boolean sure = true;

    private @Nullable StudioLink link;
    private boolean begun;
    private Event.@Nullable Ready ready;
    private @Nullable String instance;
    private boolean everBegun;
    private Gate gate = Gate.OFF_AIR;
    private boolean mayBeOnAir;
    private boolean toldOn;
    private long toldAt;
    private boolean shownSinceWish;
    private Event.Status status = NO_STATUS;
    /// Why the studio went, when it said so before it did; forgotten once one works.
    private Programme.@Nullable Fault lastWord;
    private final Dressing dressing = new Dressing();
    private long since;
    private long heardAt;
    private long leasedAt;
    private long triedAt;
    private boolean tried;
    private boolean ending;
    private long endingSince;
    private ProgrammeEnded.@Nullable Finished finished;

    /// @param way a fresh address and token of the room; throws when the SFU is not up
    LiveProgramme(
            Observation first, String city, StudioProcess process, Supplier<Command.GoOnAir> way, LongSupplier nanos) {
        this.meeting = first.meeting();
        this.item = first.item();
        this.slide = first.slide();
        this.floor = first.floor();
        this.wish = first.wish();
        this.city = city;
        this.process = process;
        this.way = way;
        this.nanos = nanos;
        this.faults = new Faults(first.meeting().id(), nanos);
        this.since = nanos.getAsLong();
    }

    MeetingId id() {
        return meeting.id();
    }

    MeetingView meeting() {
        return meeting;
    }

    boolean ending() {
        return ending;
    }

    /// The database answered.
    void observe(Observation seen) {
        sure = true;
        meeting = seen.meeting();
        item = seen.item();
        slide = seen.slide();
        floor = seen.floor();
        if (seen.version() >= wishVersion) {
            take(seen.wish());
            heldOff = heldOff && seen.wish().wanted() == Gate.ON_AIR;
        }
        act(true);
    }

    /// The database did not answer: no lease.
    void unsure() {
        sure = false;
        watch();
    }

    /// A host's wish was written.
    void wished(Wish now, long version) {
        wishVersion = version;
        heldOff = false;
        take(now);
        act(true);
    }

    /// A host wishes off air: obeyed before it is written, and even if it cannot be.
    void holdOff(long version) {
        wishVersion = version;
        heldOff = true;
        take(wish.wanting(Gate.OFF_AIR));
        act(false);
    }

    void started() {
        since = nanos.getAsLong();
    }

    void connected(StudioLink to) {
        StudioLink old = link;
        if (old != null) {
            old.close();
        }
        link = to;
        begun = false;
        ready = null;
        dressing.forget();
        tried = false;
        toldOn = false;
        heardAt = nanos.getAsLong();
        since = heardAt;
        if (ending) {
            process.stop(); // came back from a crash to a meeting that is over: others finish its recording
        }
        act(true);
    }

    void disconnected(StudioLink from) {
        if (from.equals(link)) {
            link = null;
            ready = null;
            since = nanos.getAsLong();
        }
    }

    /// The process is gone, so nothing of it is on air any more.
    void exited() {
        link = null;
        ready = null;
        faults.stand(List.of());
        gate = Gate.OFF_AIR;
        mayBeOnAir = false;
        since = nanos.getAsLong();
    }

    void heard(StudioLink from, Event event) {
        if (!from.equals(link)) {
            return;
        }
        heardAt = nanos.getAsLong();
        switch (event) {
            case Event.Ready now -> {
                ready = now;
                lastWord = null;
                instance = now.instance();
                act(true);
            }
            case Event.GateMoved moved -> moved(moved.gate(), true);
            case Event.Status now -> {
                status = now;
                faults.stand(now.problems());
                moved(now.gate(), olderThan(toldAt, CROSSING));
            }
            case Event.Problem problem -> {
                faults.report(Faults.fault(problem));
                lastWord = ready == null ? Faults.fault(problem) : null;
            }
            case Event.Ended ended -> {
                finished = new ProgrammeEnded.Finished(ended.file(), ended.durationMs(), ended.bytes());
                endingSince = heardAt;
            }
        }
    }

    /// The meeting is over: the studio finishes its recording and goes.
    void end() {
        if (ending) {
            return;
        }
        ending = true;
        endingSince = nanos.getAsLong();
        take(wish.wanting(Gate.OFF_AIR));
        process.letEnd();
        StudioLink to = link;
        if (to != null && begun) {
            to.send(new Command.End());
        } else {
            process.stop();
        }
    }

    /// What this server's studios left; null when somebody has to look. An earlier server's may have left something
    /// too.
    ProgrammeEnded.@Nullable Finished result() {
        return everBegun ? finished : new ProgrammeEnded.Finished("", 0, 0);
    }

    Programme view() {
        return new Programme(
                state(),
                wish.wanted(),
                tally(),
                wish.layout(),
                instance == null || ending ? null : "/live/" + id().value() + "/" + instance + "/index.m3u8",
                state() == Programme.State.ON_AIR ? status.tiles() : List.of(),
                status.framesPerSecond(),
                status.lateFrames(),
                status.recordedMs(),
                status.recordedBytes(),
                status.memoryMb(),
                fault());
    }

    private void take(Wish now) {
        Gate wanted = heldOff ? Gate.OFF_AIR : now.wanted();
        if (wanted == Gate.OFF_AIR) {
            shownSinceWish = false;
            tried = false;
        }
        wish = now.wanting(wanted).shown(wish.shown());
    }

    /// @param certain false when the studio may have said so before it read our last command
    private void moved(Gate side, boolean certain) {
        if (side == Gate.ON_AIR) {
            wish = wish.shown(true);
            shownSinceWish = wish.wanted() == Gate.ON_AIR;
            mayBeOnAir = true;
            faults.clear("room-unavailable");
        } else if (certain) {
            mayBeOnAir = false;
        }
        boolean fell = gate == Gate.ON_AIR && side == Gate.OFF_AIR;
        gate = side;
        if (side == Gate.OFF_AIR) {
            dressing.forgetSlide();
        }
        if (fell) {
            tried = false; // fell off the air: try at once
        }
        act(false);
    }

    /// @param lease true when the wish was just seen to hold
    private void act(boolean lease) {
        watch();
        StudioLink to = link;
        if (to == null || ending) {
            return;
        }
        if (!begun && meeting.state() == MeetingState.IN_SESSION) {
            begun = true;
            everBegun = true;
            since = nanos.getAsLong();
            dressing.begun(stage(), slate());
            to.send(new Command.Begin(id().value().toString(), city, stage(), slate()));
        }
        if (ready != null) {
            dress(to);
            gate(to, lease && sure);
        }
    }

    private void dress(StudioLink to) {
        dressing.words(to, stage(), slate());
        if (gate == Gate.ON_AIR) {
            dressing.slide(to, slide, item);
        }
    }

    private void gate(StudioLink to, boolean lease) {
        // Whatever is wished: the last thing between an internal item and citizens.
        if (wish.wanted() == Gate.OFF_AIR || (item != null && !item.open())) {
            if (gate == Gate.ON_AIR || toldOn) {
                told(false);
                to.send(new Command.GoOffAir());
            }
            return;
        }
        if (!lease || meeting.state() != MeetingState.IN_SESSION) {
            return;
        }
        leasedAt = nanos.getAsLong();
        if (gate == Gate.OFF_AIR && (!tried || olderThan(triedAt, TRY_AGAIN))) {
            tried = true;
            triedAt = leasedAt;
            goOnAir(to);
        }
        to.send(new Command.RenewLease());
    }

    private void goOnAir(StudioLink to) {
        try {
            Command.GoOnAir command = way.get();
            told(true);
            mayBeOnAir = true;
            to.send(command);
        } catch (RoomUnavailable e) {
            faults.report(new Programme.Fault(
                    "room-unavailable", "회의실 엔진이 다시 켜지는 중입니다.", "The meeting engine is starting again."));
        }
    }

    private void told(boolean on) {
        toldOn = on;
        toldAt = nanos.getAsLong();
    }

    /// Kills a studio that hangs; gives up what a lost one may still show once its lease is surely over.
    void watch() {
        boolean waiting = link == null || (begun && ready == null);
        if (ending) {
            if (olderThan(endingSince, finished == null ? END_LIMIT : EXIT_LIMIT)) {
                process.kill();
            }
        } else if (waiting ? olderThan(since, START_LIMIT) : begun && olderThan(heardAt, SILENCE)) {
            since = nanos.getAsLong();
            heardAt = since;
            process.kill();
        }
        if (link == null && mayBeOnAir && olderThan(leasedAt, LEASE_SURELY_OVER)) {
            mayBeOnAir = false;
            gate = Gate.OFF_AIR;
        }
    }

    private Stage stage() {
        return ProgrammeWords.stage(meeting, wish.layout(), item, floor);
    }

    /// On air already arms the words for a fault: nobody can send others when it happens.
    private Slate slate() {
        if (wish.wanted() == Gate.ON_AIR && (shownSinceWish || wish.shown())) {
            return ProgrammeWords.slate(meeting, ProgrammeWords.Wait.FAULT);
        }
        return ProgrammeWords.slate(meeting, wish.shown() ? ProgrammeWords.Wait.CLOSED : ProgrammeWords.Wait.BEFORE);
    }

    private Programme.State state() {
        if (meeting.state() != MeetingState.IN_SESSION || ending) {
            return Programme.State.NONE;
        }
        if (link == null || ready == null) {
            return instance == null ? Programme.State.STARTING : Programme.State.LOST;
        }
        return gate == Gate.ON_AIR ? Programme.State.ON_AIR : Programme.State.OFF_AIR;
    }

    private Gate tally() {
        return wish.wanted() == Gate.ON_AIR || gate == Gate.ON_AIR || mayBeOnAir ? Gate.ON_AIR : Gate.OFF_AIR;
    }

    private Programme.@Nullable Fault fault() {
        if (ending || meeting.state() != MeetingState.IN_SESSION) {
            return null;
        }
        if (!sure) {
            return Faults.UNSURE;
        }
        if (ready == null && lastWord != null) {
            return lastWord;
        }
        if (state() == Programme.State.LOST) {
            return Faults.STUDIO_LOST;
        }
        Programme.Fault now = faults.current();
        return now == null && wish.leftEmpty() ? Faults.LEFT_EMPTY : now;
    }

    private boolean olderThan(long at, Duration age) {
        return nanos.getAsLong() - at > age.toNanos();
    }
}
