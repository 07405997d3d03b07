package org.onmaru.bench.loop;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.onmaru.bench.rehearse.TextTable;
import org.onmaru.bench.serve.Benchmark;
import org.onmaru.bench.serve.ServedOnmaru;
import org.onmaru.bench.serve.StaffSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./onmaru bench loop`: the last minute before the cut-off. Every unit of the demonstration types its report and
/// files it within one minute while 200 people watch the board; meanwhile the agenda is asked for again and again. The
/// last line of its output is JSON.
public final class LoopBench {

    private static final int WATCHERS = 200;
    private static final int SAVES = 20;
    private static final long MINUTE = TimeUnit.SECONDS.toNanos(60);
    private static final ZoneId CITY = ZoneId.of("Asia/Seoul");

    private final PrintStream out;
    private final Times saves = new Times();
    private final Times events = new Times();
    private final Times agendas = new Times();

    /// When each unit's report was sent off, by unit.
    private final ConcurrentHashMap<String, Long> filedAt = new ConcurrentHashMap<>();

    private LoopBench(PrintStream out) {
        this.out = out;
    }

    /// @param watchers of the board
    /// @param boardMs95 from the moment a report is sent off until a watcher reads it on the board
    record Loop(
            @JsonProperty("units") int units,
            @JsonProperty("watchers") int watchers,
            @JsonProperty("agenda_ms_p50") double agendaMs50,
            @JsonProperty("agenda_ms_p95") double agendaMs95,
            @JsonProperty("report_save_ms_p50") double saveMs50,
            @JsonProperty("report_save_ms_p95") double saveMs95,
            @JsonProperty("board_event_ms_p50") double boardMs50,
            @JsonProperty("board_event_ms_p95") double boardMs95) {}

    public static void main(String... arguments) throws InterruptedException {
        Benchmark.main(out -> new LoopBench(out).run(ServedOnmaru.command(arguments)));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Benchmark.serve(out, command, this::measure);
    }

    private void measure(ServedOnmaru served) throws IOException, InterruptedException {
        try (var clerk = StaffSession.signIn(served.port(), served.data(), "clerk")) {
            var date = LocalDate.now(CITY);
            var series = clerk.get("/api/v1/series").path(0).path("id").asString();
            var board = clerk.get("/api/v1/series/" + series + "/board?date=" + date);
            var column = board.path("columns").path(0);
            List<String> units = column.path("units")
                    .valueStream()
                    .map(unit -> unit.path("unitId").asString())
                    .toList();
            out.println("%d개 기관, 현황판을 보는 사람 %d명 (units, watchers)".formatted(units.size(), WATCHERS));
            var there = new CountDownLatch(WATCHERS);
            for (int i = 0; i < WATCHERS; i++) {
                watch(clerk, "/api/v1/series/" + series + "/board/events?date=" + date, there);
            }
            if (!there.await(60, TimeUnit.SECONDS)) {
                throw new IOException("현황판이 열리지 않습니다 (the board does not open for everybody)");
            }
            file(clerk, series, date, column.path("cutOff").asString(), units);
            agendas(clerk, series, date);
            awaitEvents(units.size());
            tell(units.size());
        }
    }

    /// Reads the board as a browser does, and notes when each unit's report stood on it.
    private void watch(StaffSession clerk, String path, CountDownLatch there) {
        var seen = new ArrayList<String>();
        clerk.follow(path, line -> {
            if (!line.startsWith("data:")) {
                return;
            }
            long now = System.nanoTime();
            there.countDown();
            for (JsonNode unit : JsonMapper.shared()
                    .readTree(line.substring("data:".length()))
                    .path("columns")
                    .path(0)
                    .path("units")) {
                var id = unit.path("unitId").asString();
                var sent = filedAt.get(id);
                if (sent != null && !unit.path("latest").isNull() && !seen.contains(id)) {
                    seen.add(id);
                    events.add(now - sent);
                }
            }
        });
    }

    /// All units within one minute, each typing first.
    private void file(StaffSession clerk, String series, LocalDate date, String cutOff, List<String> units)
            throws IOException, InterruptedException {
        var reports = "/api/v1/series/" + series + "/reports";
        long began = System.nanoTime();
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            var report = reports + "/"
                    + clerk.send("POST", reports, """
                            {"date":"%s","cutOff":"%s","unitId":"%s"}""".formatted(date, cutOff, unit))
                            .path("id")
                            .asString();
            var before = "";
            for (int letter = 0; letter < SAVES; letter++) {
                var text = before + "눈";
                long sent = System.nanoTime();
                clerk.send("PATCH", report, """
                        {"changeId":"%s","edits":[{"field":"situation","base":"%s","value":"%s"}]}""".formatted(UUID.randomUUID(), before, text));
                saves.add(System.nanoTime() - sent);
                before = text;
            }
            filedAt.put(unit, System.nanoTime());
            clerk.send("POST", report + "/file", "{\"nil\":false,\"last\":false,\"reason\":\"\"}");
            out.print("\r  %d/%d 제출 (filed)   ".formatted(i + 1, units.size()));
            LockSupport.parkNanos(began + MINUTE * (i + 1) / units.size() - System.nanoTime());
        }
        out.println();
    }

    private void agendas(StaffSession clerk, String series, LocalDate date) throws IOException, InterruptedException {
        var meeting = clerk.get("/api/v1/meetings?from=" + date + "&to=" + date)
                .valueStream()
                .filter(one -> one.path("seriesId").asString().equals(series)
                        && !one.path("rehearsal").asBoolean())
                .findFirst();
        var day = date;
        // The day's meeting may be over for the day's first start of a demonstration: then tomorrow's.
        while (meeting.isEmpty() && day.isBefore(date.plusDays(2))) {
            day = day.plusDays(1);
            meeting = clerk.get("/api/v1/meetings?from=" + day + "&to=" + day)
                    .valueStream()
                    .findFirst();
        }
        var path = "/api/v1/meetings/"
                + meeting.orElseThrow(() -> new IOException("회의가 없습니다 (no meeting)"))
                        .path("id")
                        .asString()
                + "/agenda";
        for (int i = 0; i < 200; i++) {
            long sent = System.nanoTime();
            clerk.get(path);
            agendas.add(System.nanoTime() - sent);
        }
    }

    /// What is late counts: a minute for those that never come would hide them.
    private void awaitEvents(int units) throws IOException {
        long end = System.nanoTime() + MINUTE;
        while (events.count() < units * WATCHERS) {
            if (System.nanoTime() > end) {
                throw new IOException(
                        "현황판에 오지 않은 보고가 있습니다 (%d of %d came to the board)".formatted(events.count(), units * WATCHERS));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void tell(int units) {
        var table = new TextTable("무엇 (what)", "p50 ms", "p95 ms");
        table.row("의사일정 (agenda)", agendas.text(0.5), agendas.text(0.95));
        table.row("보고 저장 (report save)", saves.text(0.5), saves.text(0.95));
        table.row("제출부터 현황판까지 (filed → board)", events.text(0.5), events.text(0.95));
        out.print("\n" + table);
        out.println(JsonMapper.shared()
                .writeValueAsString(new Loop(
                        units,
                        WATCHERS,
                        agendas.percentileMs(0.5),
                        agendas.percentileMs(0.95),
                        saves.percentileMs(0.5),
                        saves.percentileMs(0.95),
                        events.percentileMs(0.5),
                        events.percentileMs(0.95))));
    }
}
