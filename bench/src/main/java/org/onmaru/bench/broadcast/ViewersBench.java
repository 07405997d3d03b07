package org.onmaru.bench.broadcast;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Locale;
import java.util.Optional;
import org.onmaru.bench.judge.Delays;
import org.onmaru.bench.rehearse.Hall;
import org.onmaru.bench.rehearse.Operator;
import org.onmaru.bench.rehearse.TextTable;
import org.onmaru.bench.serve.Benchmark;
import org.onmaru.bench.serve.ServedOnmaru;
import tools.jackson.databind.json.JsonMapper;

/// `./onmaru bench viewers [--viewers 100] [--seconds 30]`: one programme, fetched at its edge by one citizen and then
/// by many; tells how evenly the held replies come and what many cost. The last line of its output is JSON.
public final class ViewersBench {

    private static final int ATTENDEES = 4;
    private static final int PARTS_PER_SECOND = 3;

    /// Until the server's code for that many is compiled: what it costs meanwhile is paid once a start, not by viewer.
    private static final int WARM_UP_SECONDS = 60;

    private final PrintStream out;
    private final HttpClient http;

    private ViewersBench(PrintStream out, HttpClient http) {
        this.out = out;
        this.http = http;
    }

    /// One programme with so many viewers.
    ///
    /// @param hold how much later than the first viewer each one had the same part, milliseconds
    /// @param glassToPartMs from capture until the part could be fetched, median
    /// @param cpu CPU seconds per second of the server, the database, the SFU and the studio together
    /// @param failures viewers whose stream broke
    record Round(int viewers, Delays hold, double glassToPartMs, double cpu, int failures) {}

    record Result(
            @JsonProperty("viewers") int viewers,
            @JsonProperty("failures") int failures,
            @JsonProperty("hold_ms_p50") double holdMsP50,
            @JsonProperty("hold_ms_p95") double holdMsP95,
            @JsonProperty("hold_ms_p99") double holdMsP99,
            @JsonProperty("hold_ms_max") double holdMsMax,
            @JsonProperty("glass_to_part_ms_p50_one") double glassToPartMsOne,
            @JsonProperty("glass_to_part_ms_p50_many") double glassToPartMsMany,
            @JsonProperty("onmaru_cpu_one") double cpuOne,
            @JsonProperty("onmaru_cpu_many") double cpuMany) {

        static Result of(Round one, Round many) {
            return new Result(
                    many.viewers,
                    one.failures + many.failures,
                    many.hold.percentile(0.5),
                    many.hold.percentile(0.95),
                    many.hold.percentile(0.99),
                    many.hold.percentile(1),
                    Math.rint(one.glassToPartMs),
                    Math.rint(many.glassToPartMs),
                    Math.rint(one.cpu * 1000) / 1000,
                    Math.rint(many.cpu * 1000) / 1000);
        }
    }

    /// @param arguments see above
    public static void main(String... arguments) throws InterruptedException {
        Benchmark.main(out -> {
            try (var http = HttpClient.newHttpClient()) {
                int viewers = Arguments.number(arguments, "--viewers", 100);
                int seconds = Arguments.number(arguments, "--seconds", 30);
                new ViewersBench(out, http).run(viewers, seconds);
            }
        });
    }

    private void run(int viewers, int seconds) throws IOException, InterruptedException {
        Benchmark.serve(out, ServedOnmaru.command(), served -> {
            var operator = Operator.of(http, served.data());
            Result result;
            try (var meeting = PublicMeeting.start(served);
                    var hall = Hall.open(operator, http, out, ATTENDEES, true)) {
                hall.fill();
                meeting.goOnAir();
                hall.awaitOnAir();
                if (!hall.play()) {
                    throw new IOException("방송이 시작되지 않았습니다 (the broadcast did not start)");
                }
                Round one = round(served, hall, 1, seconds);
                out.println("\n몸을 풉니다 (warming up)");
                Audience.watch(
                        http, stream(served, hall), Optional.empty(), viewers, WARM_UP_SECONDS * PARTS_PER_SECOND);
                result = Result.of(one, round(served, hall, viewers, seconds));
            }
            out.print("\n" + table(result));
            out.println(JsonMapper.shared().writeValueAsString(result));
        });
    }

    private Round round(ServedOnmaru served, Hall hall, int viewers, int seconds)
            throws IOException, InterruptedException {
        out.println("\n시청자 %d명 (%d viewers)".formatted(viewers, viewers));
        hall.settle();
        long cpu = served.cpu().toNanos();
        long began = System.nanoTime();
        var watched = Audience.watch(http, stream(served, hall), Optional.empty(), viewers, seconds * PARTS_PER_SECOND);
        double cores = (double) (served.cpu().toNanos() - cpu) / (System.nanoTime() - began);
        watched.failures().stream().distinct().limit(3).forEach(why -> out.println("  ✘ " + why));
        return new Round(
                viewers,
                watched.hold(),
                hall.glassToPart().percentile(0.5),
                cores,
                watched.failures().size());
    }

    /// Where everybody finds the programme.
    private static URI stream(ServedOnmaru served, Hall hall) throws IOException, InterruptedException {
        return URI.create("http://127.0.0.1:" + served.port())
                .resolve(hall.stream().getPath());
    }

    private static String table(Result result) {
        var table = new TextTable("", "시청자 1명 (one)", "시청자 %d명 (many)".formatted(result.viewers));
        table.row(
                "찍은 뒤 조각까지 ms (glass to part)",
                number("%.0f", result.glassToPartMsOne),
                number("%.0f", result.glassToPartMsMany));
        table.row("온마루 전체 CPU (core)", number("%.3f", result.cpuOne), number("%.3f", result.cpuMany));
        table.row(
                "첫 시청자보다 늦은 ms (hold p50 / p95 / p99)",
                "",
                number("%.1f", result.holdMsP50) + " / " + number("%.1f", result.holdMsP95) + " / "
                        + number("%.1f", result.holdMsP99));
        table.row("끊긴 시청자 (failures)", "", Integer.toString(result.failures));
        return table.toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
