package org.onmaru.bench.rehearse;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onmaru.bench.citizen.Player;
import org.onmaru.bench.media.AttendeeMedia;
import org.onmaru.bench.media.MediaLibrary;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.rtc.RoomUnreachable;
import tools.jackson.databind.json.JsonMapper;

/// `./onmaru rehearse`: fills a meeting with simulated attendees and judges what arrives in the room and in the
/// broadcast. A private rehearsal is opened and dropped; a real meeting is only joined.
public final class Rehearse implements AutoCloseable {

    /// Until everybody must have arrived once.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final long TICK_MS = 1000;

    private final Options options;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Operator operator;
    private final SettledTiles tiles = new SettledTiles();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Crowd crowd = new Crowd();
    private @Nullable Rehearsal rehearsal;
    private @Nullable RoomObserver observer;
    private @Nullable Player player;
    private String problem = "";

    private Rehearse(Options options, PrintStream out) throws IOException {
        this.options = options;
        this.out = out;
        this.operator = Operator.of(http, options.port(), options.data());
    }

    /// Exit code 0: all arrived. 1: something did not. 2: not everything could be judged. 64: unclear command line.
    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String... arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code;
        try {
            code = run(Options.parse(arguments), out);
        } catch (Options.Unclear e) {
            out.println(e.getMessage());
            out.print(Options.USAGE);
            code = 64;
        } catch (IOException e) {
            out.println("✘ " + e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private static int run(Options options, PrintStream out) throws IOException, InterruptedException {
        var rehearse = new Rehearse(options, out);
        var hook = Thread.ofPlatform().unstarted(rehearse::close);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Report report = rehearse.perform();
            out.print("\n" + report.text());
            if (options.json().isPresent()) {
                Files.writeString(options.json().get(), JsonMapper.shared().writeValueAsString(report) + "\n");
            }
            if (options.keepOn()) {
                rehearse.stay();
            }
            return report.allArrived() ? 0 : report.broadcastWatched() ? 1 : 2;
        } finally {
            rehearse.close();
        }
    }

    private Report perform() throws IOException, InterruptedException {
        say("모의 참가자 %d명의 영상과 소리를 준비합니다 (preparing media)".formatted(options.attendees()));
        List<AttendeeMedia> media = MediaLibrary.ofUser().load(Signature.all().subList(0, options.attendees()));
        Rehearsal opened = operator.open(options.attendees(), options.real());
        rehearsal = opened;
        if (opened.rehearsal()) {
            operator.start(opened.meetingId());
        }
        List<Unit> units = join(opened, media);
        if (opened.rehearsal()) {
            say("비공개로 방송을 켭니다 (going on air, privately)");
            operator.goOnAir(opened.meetingId());
        }
        boolean watched = watchBroadcast(opened, units);
        await(units, watched);
        units.forEach(Unit::begin);
        long began = System.nanoTime();
        say("%s 동안 확인합니다 (watching)".formatted(readable(options.watch())));
        boolean stayedOnAir = hold(opened, options.watch());
        double seconds = (System.nanoTime() - began) / 1e9;
        List<Report.Line> lines =
                units.stream().map(unit -> Report.Line.of(unit, seconds)).toList();
        return new Report(
                opened.rehearsal() ? "rehearsal" : "real", seconds, watched && stayedOnAir, lines, problems());
    }

    private List<Unit> join(Rehearsal opened, List<AttendeeMedia> media) throws RoomUnreachable {
        URI sfu = URI.create(opened.sfu());
        List<Unit> units = new ArrayList<>();
        int seats = Math.min(media.size(), opened.attendees().size());
        for (int i = 0; i < seats; i++) {
            Rehearsal.Seat seat = opened.attendees().get(i);
            crowd.join(sfu, seat.token(), media.get(i));
            units.add(new Unit(seat.identity(), seat.title(), media.get(i).signature()));
            out.printf("\r  %d/%d %s", i + 1, seats, seat.title());
            out.flush();
        }
        out.println();
        say("모의 참가자 %d명이 방에 들어왔습니다 (%d simulated attendees joined)".formatted(units.size(), units.size()));
        observer = RoomObserver.enter(sfu, opened.observer().token(), units);
        return units;
    }

    /// Starts a citizen's player when there is a programme to play; false when the meeting is not on air.
    private boolean watchBroadcast(Rehearsal opened, List<Unit> units) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        do {
            ProgrammeView programme = operator.programme(opened.meetingId());
            tiles.told(programme.tiles());
            String hls = programme.hls();
            if (programme.onAir() && hls != null) {
                player = Player.play(
                        http,
                        operator.at(hls),
                        Optional.of(operator.authorization()),
                        InstantSource.system(),
                        new BroadcastObserver(units, tiles));
                return true;
            }
            if (!opened.rehearsal()) {
                return false;
            }
        } while (System.nanoTime() < until && !stopped.await(TICK_MS / 2, TimeUnit.MILLISECONDS));
        problem = "방송이 시작되지 않았습니다 (the broadcast did not start)";
        return false;
    }

    /// Waits until every unit was right once, everywhere, or patience ends.
    private void await(List<Unit> units, boolean watched) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && !stopped.await(TICK_MS, TimeUnit.MILLISECONDS)) {
            tell(watched);
            long room = units.stream().filter(unit -> unit.room().begun()).count();
            long broadcast =
                    units.stream().filter(unit -> unit.broadcast().begun()).count();
            out.printf("\r  방 %d/%d, 방송 %d/%d ", room, units.size(), broadcast, units.size());
            out.flush();
            if (room == units.size() && (!watched || broadcast == units.size())) {
                break;
            }
        }
        out.println();
    }

    /// Lets time pass while everything is judged; false when the programme left the air.
    private boolean hold(Rehearsal opened, Duration time) throws IOException, InterruptedException {
        boolean onAir = true;
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until && !stopped.await(TICK_MS, TimeUnit.MILLISECONDS)) {
            tell(player != null);
            onAir &= player == null || operator.programme(opened.meetingId()).onAir();
            out.printf(
                    "\r  %d초 남음 (seconds left) ",
                    Math.max(0, TimeUnit.NANOSECONDS.toSeconds(until - System.nanoTime())));
            out.flush();
        }
        out.println();
        return onAir;
    }

    private void tell(boolean watched) throws IOException, InterruptedException {
        Rehearsal opened = rehearsal;
        if (watched && opened != null) {
            tiles.told(operator.programme(opened.meetingId()).tiles());
        }
    }

    private String problems() {
        RoomObserver looking = observer;
        Player playing = player;
        if (!problem.isEmpty()) {
            return problem;
        }
        if (looking != null && looking.lost()) {
            return "방 연결이 끊어졌습니다 (the room was lost)";
        }
        return playing == null ? "" : playing.problem();
    }

    private void stay() throws InterruptedException {
        say("멈출 때까지 방에 남습니다. 끝내려면 Ctrl-C (staying until stopped)");
        boolean over = false;
        while (!over) {
            over = stopped.await(TICK_MS, TimeUnit.MILLISECONDS) || crowd.present() == 0;
        }
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
        if (player != null) {
            player.close();
        }
        if (observer != null) {
            observer.close();
        }
        crowd.close();
        Rehearsal opened = rehearsal;
        if (opened != null && opened.rehearsal()) {
            drop(opened.meetingId());
        }
    }

    private void drop(String meeting) {
        try {
            operator.goOffAir(meeting);
            operator.adjourn(meeting);
        } catch (IOException e) {
            say("리허설을 닫지 못했습니다: %s".formatted(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String readable(Duration time) {
        return time.toSeconds() < 60 ? time.toSeconds() + "초" : time.toMinutes() + "분 " + time.toSecondsPart() + "초";
    }

    private void say(String words) {
        out.println(words);
    }
}
