package org.onmaru.bench.broadcast;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onmaru.bench.rehearse.Hall;
import org.onmaru.bench.rehearse.Operator;
import org.onmaru.bench.rehearse.TextTable;
import org.onmaru.bench.serve.Benchmark;
import org.onmaru.bench.serve.ServedOnmaru;
import tools.jackson.databind.json.JsonMapper;

/// `./onmaru bench broadcast`: what a programme costs with 4 and with 12 attendees, on a server of its own. The last
/// line of its output is JSON.
public final class BroadcastBench {

    private static final List<Integer> ATTENDEES = List.of(4, 12);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(60);

    private final PrintStream out;
    private final HttpClient http;

    private BroadcastBench(PrintStream out, HttpClient http) {
        this.out = out;
        this.http = http;
    }

    /// @param arguments the words that start a server, when not the script itself
    public static void main(String... arguments) throws InterruptedException {
        Benchmark.main(out -> {
            try (var http = HttpClient.newHttpClient()) {
                new BroadcastBench(out, http).run(ServedOnmaru.command(arguments));
            }
        });
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Benchmark.serve(out, command, served -> {
            var operator = Operator.of(http, served.data());
            List<Cost> costs = new ArrayList<>();
            for (int attendees : ATTENDEES) {
                costs.add(measure(operator, attendees));
            }
            out.print("\n" + table(costs));
            out.println(JsonMapper.shared().writeValueAsString(costs));
        });
    }

    private Cost measure(Operator operator, int attendees) throws IOException, InterruptedException {
        out.println("\n참가자 %d명 (%d attendees)".formatted(attendees, attendees));
        try (var hall = Hall.open(operator, http, out, attendees, false)) {
            hall.fill();
            hall.goOnAir();
            if (!hall.play()) {
                throw new IOException("방송이 시작되지 않았습니다 (the broadcast did not start)");
            }
            hall.settle();
            hall.hold(WARM_UP);
            StudioProcess studio = StudioProcess.of(hall.meeting())
                    .orElseThrow(() -> new IOException("스튜디오 프로세스가 없습니다 (no studio process)"));
            Set<Long> codecThreads = studio.codecThreads();
            hall.settle();
            return cost(hall, studio, codecThreads, attendees);
        }
    }

    private Cost cost(Hall hall, StudioProcess studio, Set<Long> codecThreads, int attendees)
            throws IOException, InterruptedException {
        StudioProcess.Cpu before = studio.cpu(codecThreads);
        Map<String, Double> namesBefore = studio.byName();
        long began = System.nanoTime();
        boolean onAir = hall.hold(MEASURED);
        double seconds = (System.nanoTime() - began) / 1e9;
        StudioProcess.Cpu cpu = studio.cpu(codecThreads).minus(before).per(seconds);
        if (!onAir) {
            throw new IOException("재는 동안 방송이 꺼졌습니다 (the programme left the air)");
        }
        if (hall.glassToCitizen().count() == 0) {
            throw new IOException("방송에 참가자가 보이지 않았습니다 (nobody was seen in the broadcast)");
        }
        threads(namesBefore, studio.byName(), seconds);
        return new Cost(
                attendees,
                round(cpu.total(), 3),
                round(studio.memoryMb(), 0),
                round(hall.distinctFramesPerSecond(seconds), 1),
                round(hall.glassToCitizen().percentile(0.5), 0),
                round(hall.glassToCitizen().percentile(0.95), 0),
                round(hall.glassToPart().percentile(0.5), 0),
                round(cpu.decode(), 3),
                round(cpu.compose(), 3),
                round(cpu.encode(), 3));
    }

    /// The threads that cost most, so that nobody has to guess what "other" is.
    private void threads(Map<String, Double> before, Map<String, Double> after, double seconds) {
        out.println("  스레드별 (by thread):");
        after.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(), (entry.getValue() - before.getOrDefault(entry.getKey(), 0.0)) / seconds))
                .filter(entry -> entry.getValue() >= 0.002)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> out.println("    %-16s %.3f".formatted(entry.getKey(), entry.getValue())));
    }

    private static String table(List<Cost> costs) {
        var table = new TextTable(
                "참가자", "스튜디오 CPU (core)", "해독", "합성", "부호화", "기타", "메모리 MB", "서로 다른 장면/초", "시민까지 ms (p50/p95)");
        for (Cost cost : costs) {
            table.row(
                    Integer.toString(cost.attendees()),
                    core(cost.studioCpu()),
                    core(cost.decodeCpu()),
                    core(cost.composeCpu()),
                    core(cost.encodeCpu()),
                    core(cost.otherCpu()),
                    String.format(Locale.ROOT, "%.0f", cost.studioMemoryMb()),
                    String.format(Locale.ROOT, "%.1f", cost.distinctFps()),
                    String.format(Locale.ROOT, "%.0f / %.0f", cost.glassToCitizenMsP50(), cost.glassToCitizenMsP95()));
        }
        return table.toString();
    }

    private static String core(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static double round(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.rint(value * scale) / scale;
    }
}
