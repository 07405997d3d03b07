package org.onmaru.bench.start;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.onmaru.bench.rehearse.TextTable;
import org.onmaru.bench.serve.Benchmark;
import org.onmaru.bench.serve.ServedOnmaru;
import tools.jackson.databind.json.JsonMapper;

/// `./onmaru bench start`: seconds from the command until the citizens' page answers, on an empty data directory and
/// on one that exists. The last line of its output is JSON.
public final class StartBench {

    private static final int LATER_STARTS = 3;

    private StartBench() {}

    /// @param firstSeconds with an empty data directory, so the database is made too
    /// @param laterSeconds the median of later starts on the same data
    record Start(
            @JsonProperty("first_seconds") double firstSeconds,
            @JsonProperty("later_seconds") double laterSeconds) {}

    /// @param arguments the words that start a server, when not the script itself
    public static void main(String... arguments) throws InterruptedException {
        Benchmark.main(out -> {
            try (var http = HttpClient.newHttpClient()) {
                Start start = measure(http, out, ServedOnmaru.command(arguments));
                var table = new TextTable("시작 (start)", "초 (seconds)");
                table.row("빈 데이터 폴더 (first)", seconds(start.firstSeconds));
                table.row("다음부터 (later, median)", seconds(start.laterSeconds));
                out.print("\n" + table);
                out.println(JsonMapper.shared().writeValueAsString(start));
            }
        });
    }

    private static Start measure(HttpClient http, PrintStream out, List<String> command)
            throws IOException, InterruptedException {
        Path work = ServedOnmaru.workDirectory();
        double[] later = new double[LATER_STARTS];
        double first = one(http, command, work);
        out.println("  처음 (first) " + seconds(first));
        for (int i = 0; i < LATER_STARTS; i++) {
            later[i] = one(http, command, work);
            out.println("  다음 (later) " + seconds(later[i]));
        }
        Arrays.sort(later);
        return new Start(first, later[LATER_STARTS / 2]);
    }

    private static double one(HttpClient http, List<String> command, Path work)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (var served = ServedOnmaru.start(command, work.resolve("data"), work.resolve("server.log"))) {
            HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + "/"))
                    .build();
            HttpResponse<String> answer = http.send(page, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("첫 화면이 나오지 않습니다 (the page answers %d)".formatted(answer.statusCode()));
            }
            return Math.rint((System.nanoTime() - began) / 1e7) / 100;
        }
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
