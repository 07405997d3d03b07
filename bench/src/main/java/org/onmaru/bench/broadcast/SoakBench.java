package org.onmaru.bench.broadcast;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onmaru.bench.rehearse.Hall;
import org.onmaru.bench.rehearse.Operator;
import org.onmaru.bench.rehearse.TextTable;
import org.onmaru.bench.serve.Benchmark;
import org.onmaru.bench.serve.ServedOnmaru;
import tools.jackson.databind.json.JsonMapper;

/// `./onmaru bench soak [--minutes 120] [--attendees 4]`: one long programme that goes off air and on again between
/// its rounds; tells whether the studio's memory, cost and delay stay what they were. The last line of its output is
/// JSON.
public final class SoakBench {

    private static final Duration ROUND = Duration.ofMinutes(5);

    private final PrintStream out;
    private final HttpClient http;

    private SoakBench(PrintStream out, HttpClient http) {
        this.out = out;
        this.http = http;
    }

    /// One round on air.
    ///
    /// @param memoryMb resident, at its end
    record Round(double minutes, double memoryMb, double cpu, double glassMsP50) {}

    /// @param memoryMbPerHour the slope of the line through the rounds after the first quarter
    /// @param cpuFirst CPU seconds per second of the first round
    record Soak(
            @JsonProperty("minutes") long minutes,
            @JsonProperty("attendees") int attendees,
            @JsonProperty("on_air_switches") int switches,
            @JsonProperty("studio_memory_mb_first") double memoryMbFirst,
            @JsonProperty("studio_memory_mb_last") double memoryMbLast,
            @JsonProperty("studio_memory_mb_per_hour") double memoryMbPerHour,
            @JsonProperty("studio_cpu_first") double cpuFirst,
            @JsonProperty("studio_cpu_last") double cpuLast,
            @JsonProperty("glass_to_citizen_ms_p50_first") double glassMsFirst,
            @JsonProperty("glass_to_citizen_ms_p50_last") double glassMsLast) {

        static Soak of(int attendees, List<Round> rounds) {
            Round first = rounds.getFirst();
            Round last = rounds.getLast();
            return new Soak(
                    Math.round(last.minutes),
                    attendees,
                    rounds.size(),
                    first.memoryMb,
                    last.memoryMb,
                    slope(rounds.subList(rounds.size() / 4, rounds.size())) * 60,
                    first.cpu,
                    last.cpu,
                    first.glassMsP50,
                    last.glassMsP50);
        }

        /// MiB per minute, by least squares; 0 for fewer than two rounds.
        private static double slope(List<Round> rounds) {
            double meanX = rounds.stream().mapToDouble(Round::minutes).average().orElse(0);
            double meanY =
                    rounds.stream().mapToDouble(Round::memoryMb).average().orElse(0);
            double xy = 0;
            double xx = 0;
            for (Round round : rounds) {
                xy += (round.minutes - meanX) * (round.memoryMb - meanY);
                xx += (round.minutes - meanX) * (round.minutes - meanX);
            }
            return xx == 0 ? 0 : xy / xx;
        }
    }

    /// @param arguments see above
    public static void main(String... arguments) throws InterruptedException {
        Benchmark.main(out -> {
            try (var http = HttpClient.newHttpClient()) {
                var minutes = Duration.ofMinutes(Arguments.number(arguments, "--minutes", 120));
                int attendees = Arguments.number(arguments, "--attendees", 4);
                new SoakBench(out, http).run(minutes, attendees);
            }
        });
    }

    private void run(Duration time, int attendees) throws IOException, InterruptedException {
        Benchmark.serve(out, ServedOnmaru.command(), served -> {
            var operator = Operator.of(http, served.data());
            Soak soak;
            try (var hall = Hall.open(operator, http, out, attendees, false)) {
                soak = Soak.of(attendees, rounds(hall, time));
            }
            out.print("\n" + table(soak));
            out.println(JsonMapper.shared().writeValueAsString(soak));
        });
    }

    private List<Round> rounds(Hall hall, Duration time) throws IOException, InterruptedException {
        hall.fill();
        hall.goOnAir();
        if (!hall.play()) {
            throw new IOException("방송이 시작되지 않았습니다 (the broadcast did not start)");
        }
        StudioProcess studio = StudioProcess.of(hall.meeting())
                .orElseThrow(() -> new IOException("스튜디오 프로세스가 없습니다 (no studio process)"));
        List<Round> rounds = new ArrayList<>();
        long began = System.nanoTime();
        while (System.nanoTime() - began < time.toNanos()) {
            hall.settle();
            double cpu = studio.cpu(Set.of()).total();
            long from = System.nanoTime();
            if (!hall.hold(ROUND)) {
                throw new IOException("재는 동안 방송이 꺼졌습니다 (the programme left the air)");
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            var round = new Round(
                    (System.nanoTime() - began) / 6e10,
                    Math.rint(studio.memoryMb()),
                    Math.rint((studio.cpu(Set.of()).total() - cpu) / seconds * 1000) / 1000,
                    Math.rint(hall.glassToCitizen().percentile(0.5)));
            rounds.add(round);
            out.println("  %.0f분 (min): %.0f MB, %.3f core, %.0f ms"
                    .formatted(round.minutes, round.memoryMb, round.cpu, round.glassMsP50));
            hall.goOffAir();
            hall.goOnAir();
        }
        return rounds;
    }

    private static String table(Soak soak) {
        var table = new TextTable("", "처음 (first)", "끝 (last)");
        table.row("메모리 MB (memory)", "%.0f".formatted(soak.memoryMbFirst), "%.0f".formatted(soak.memoryMbLast));
        table.row("CPU (core)", "%.3f".formatted(soak.cpuFirst), "%.3f".formatted(soak.cpuLast));
        table.row(
                "시민까지 ms (glass to citizen)", "%.0f".formatted(soak.glassMsFirst), "%.0f".formatted(soak.glassMsLast));
        table.row("메모리 MB/시간 (per hour)", "", "%.2f".formatted(soak.memoryMbPerHour));
        return table.toString();
    }
}
