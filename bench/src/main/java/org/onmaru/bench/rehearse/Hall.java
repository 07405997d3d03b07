package org.onmaru.bench.rehearse;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onmaru.bench.citizen.Player;
import org.onmaru.bench.judge.Delays;
import org.onmaru.bench.media.AttendeeMedia;
import org.onmaru.bench.media.MediaLibrary;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.rtc.RoomUnreachable;

/// A meeting filled with simulated attendees, and those who judge it: an observer in the room and a citizen at the
/// broadcast. A private rehearsal is opened and dropped at the end; a real meeting is only joined, its on-air state
/// never touched. Not thread-safe but for [#close], which may come from any thread.
public final class Hall implements AutoCloseable {

    /// Until everybody must have arrived once.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final long TICK_MS = 1000;

    private final Operator operator;
    private final HttpClient http;
    private final PrintStream out;
    private final Rehearsal rehearsal;
    private final Crowd crowd = new Crowd();
    private final List<Unit> units = new ArrayList<>();
    private final SettledTiles tiles = new SettledTiles();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable RoomObserver observer;
    private volatile @Nullable Player player;

    private Hall(Operator operator, HttpClient http, PrintStream out, Rehearsal rehearsal) {
        this.operator = operator;
        this.http = http;
        this.out = out;
        this.rehearsal = rehearsal;
    }

    /// Opens a rehearsal and starts it, or finds today's meeting; nobody is in it yet.
    ///
    /// @param out where progress is told
    public static Hall open(Operator operator, HttpClient http, PrintStream out, int attendees, boolean real)
            throws IOException, InterruptedException {
        Rehearsal rehearsal = operator.open(attendees, real);
        if (rehearsal.rehearsal()) {
            operator.start(rehearsal.meetingId());
        }
        return new Hall(operator, http, out, rehearsal);
    }

    /// Brings everybody in, with camera and microphone.
    public void fill() throws IOException, InterruptedException {
        int seats = Math.min(Signature.COUNT, rehearsal.attendees().size());
        out.println("모의 참가자 %d명의 영상과 소리를 준비합니다 (preparing media)".formatted(seats));
        List<AttendeeMedia> media = MediaLibrary.ofUser().load(Signature.all().subList(0, seats));
        for (int i = 0; i < seats && stopped.getCount() > 0; i++) {
            Rehearsal.Seat seat = rehearsal.attendees().get(i);
            crowd.join(URI.create(rehearsal.sfu()), seat.token(), media.get(i));
            units.add(new Unit(seat.identity(), seat.title(), media.get(i).signature()));
            overwrite("%d/%d %s".formatted(i + 1, seats, seat.title()));
        }
        out.println();
        out.println("모의 참가자 %d명이 방에 들어왔습니다 (%d simulated attendees joined)".formatted(units.size(), units.size()));
    }

    /// Puts an observer into the room who judges everybody there.
    public void observe() throws RoomUnreachable {
        observer = RoomObserver.enter(
                URI.create(rehearsal.sfu()), rehearsal.observer().token(), units);
    }

    /// Puts a rehearsal on air, privately, and returns when its studio is; a real meeting stays as it is.
    public void goOnAir() throws IOException, InterruptedException {
        if (!rehearsal.rehearsal()) {
            return;
        }
        out.println("비공개로 방송을 켭니다 (going on air, privately)");
        operator.goOnAir(rehearsal.meetingId());
        awaitOnAir();
    }

    /// Returns when the programme is on air, or patience ends.
    public void awaitOnAir() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!operator.programme(rehearsal.meetingId()).onAir()
                && System.nanoTime() < until
                && !stopped.await(TICK_MS / 10, TimeUnit.MILLISECONDS)) {
            // A studio takes a second or two to join the room; whoever judges earlier sees a programme off air.
        }
    }

    /// Shows the slate to a rehearsal's citizens; a real meeting stays as it is.
    public void goOffAir() throws IOException, InterruptedException {
        if (rehearsal.rehearsal()) {
            operator.goOffAir(rehearsal.meetingId());
        }
    }

    /// Starts a citizen's player; false when the meeting is not on air.
    public boolean play() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        do {
            ProgrammeView programme = operator.programme(rehearsal.meetingId());
            tiles.told(programme.tiles());
            String hls = programme.hls();
            if (programme.onAir() && hls != null) {
                player = Player.play(
                        http,
                        operator.at(hls),
                        Optional.of(operator.authorization()),
                        InstantSource.system(),
                        new BroadcastObserver(List.copyOf(units), tiles));
                return true;
            }
        } while (rehearsal.rehearsal()
                && System.nanoTime() < until
                && !stopped.await(TICK_MS / 2, TimeUnit.MILLISECONDS));
        return false;
    }

    /// Waits until every unit was right once wherever it is judged, or patience ends; then all judging begins anew.
    public void settle() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        boolean begun = false;
        while (!begun && System.nanoTime() < until && !stopped.await(TICK_MS, TimeUnit.MILLISECONDS)) {
            tellTiles();
            long inRoom = units.stream().filter(unit -> unit.room().begun()).count();
            long inBroadcast =
                    units.stream().filter(unit -> unit.broadcast().begun()).count();
            overwrite("방 %d/%d, 방송 %d/%d (room, broadcast)".formatted(inRoom, units.size(), inBroadcast, units.size()));
            begun = (observer == null || inRoom == units.size()) && (player == null || inBroadcast == units.size());
        }
        out.println();
        units.forEach(Unit::begin);
    }

    /// Lets time pass while everything is judged.
    ///
    /// @return false when the programme left the air meanwhile
    public boolean hold(Duration time) throws IOException, InterruptedException {
        boolean onAir = true;
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until && !stopped.await(TICK_MS, TimeUnit.MILLISECONDS)) {
            onAir &= player == null || tellTiles();
            long left = Math.max(0, TimeUnit.NANOSECONDS.toSeconds(until - System.nanoTime()));
            overwrite("%d초 남음 (seconds left)".formatted(left));
        }
        out.println();
        return onAir;
    }

    /// Returns when everybody is gone or [#close] is called. Nobody is judged any more: who stays only sends,
    /// which costs the machine almost nothing.
    public void stay() throws InterruptedException {
        endJudging();
        boolean over = false;
        while (!over) {
            over = stopped.await(TICK_MS, TimeUnit.MILLISECONDS) || crowd.present() == 0;
        }
    }

    /// Asks for the rectangles; true when the programme is on air.
    private boolean tellTiles() throws IOException, InterruptedException {
        if (player == null) {
            return false;
        }
        ProgrammeView programme = operator.programme(rehearsal.meetingId());
        tiles.told(programme.tiles());
        return programme.onAir();
    }

    /// Where its programme is fetched; for those with the operator's word only.
    ///
    /// @throws IOException when it is not on air
    public URI stream() throws IOException, InterruptedException {
        String hls = operator.programme(rehearsal.meetingId()).hls();
        if (hls == null) {
            throw new IOException("방송이 없습니다 (there is no programme)");
        }
        return operator.at(hls);
    }

    /// The meeting's id.
    public String meeting() {
        return rehearsal.meetingId();
    }

    /// True when it is a rehearsal that is dropped at the end.
    public boolean isRehearsal() {
        return rehearsal.rehearsal();
    }

    /// New pictures a second in the broadcast, the mean of all units.
    ///
    /// @param seconds since [#settle]
    public double distinctFramesPerSecond(double seconds) {
        return units.stream()
                .mapToDouble(unit -> unit.broadcast().framesPerSecond(seconds))
                .average()
                .orElse(0);
    }

    /// From capture to a citizen's screen, of all units.
    public Delays glassToCitizen() {
        return Delays.of(units.stream().map(unit -> unit.broadcast().delays()).toList());
    }

    /// From capture until the part with the frame could be fetched, of all units.
    public Delays glassToPart() {
        return Delays.of(units.stream().map(Unit::glassToPart).toList());
    }

    List<Unit> units() {
        return units;
    }

    /// What went wrong on the way; empty when nothing did.
    String problem() {
        RoomObserver looking = observer;
        Player playing = player;
        if (looking != null && looking.lost()) {
            return "방 연결이 끊어졌습니다 (the room was lost)";
        }
        return playing == null ? "" : playing.problem();
    }

    private void overwrite(String words) {
        out.print("\r  " + words + "   ");
        out.flush();
    }

    /// Everybody leaves; a rehearsal is dropped without a trace. May be called any number of times.
    @Override
    public void close() {
        synchronized (stopped) {
            if (stopped.getCount() == 0) {
                return;
            }
            stopped.countDown();
        }
        endJudging();
        crowd.close();
        if (rehearsal.rehearsal()) {
            drop();
        }
    }

    private synchronized void endJudging() {
        Player playing = player;
        player = null;
        if (playing != null) {
            playing.close();
        }
        RoomObserver looking = observer;
        observer = null;
        if (looking != null) {
            looking.close();
        }
    }

    private void drop() {
        try {
            operator.goOffAir(rehearsal.meetingId());
            operator.adjourn(rehearsal.meetingId());
        } catch (IOException e) {
            out.println("리허설을 닫지 못했습니다 (the rehearsal was not closed): " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
