package org.onmaru.bench.rehearse;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// `./onmaru rehearse`: fills a meeting with simulated attendees and judges what arrives in the room and in the
/// broadcast.
public final class Rehearse {

    private Rehearse() {}

    /// Exit code 0: all arrived. 1: something did not. 2: not everything could be judged. 64: unclear command line.
    public static void main(String... arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code;
        try (var http = HttpClient.newHttpClient()) {
            code = run(Options.parse(arguments), http, out);
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

    private static int run(Options options, HttpClient http, PrintStream out) throws IOException, InterruptedException {
        var operator = Operator.of(http, options.data(), options.port());
        try (var hall = Hall.open(operator, http, out, options.attendees(), options.real())) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(hall::close));
            Report report = judge(hall, options.watch(), out);
            out.print("\n" + report.text());
            if (options.json().isPresent()) {
                Files.writeString(options.json().get(), JsonMapper.shared().writeValueAsString(report) + "\n");
            }
            if (options.keepOn()) {
                out.println("멈출 때까지 방에 남습니다. 끝내려면 Ctrl-C (staying until stopped)");
                hall.stay();
            }
            if (report.allArrived()) {
                return 0;
            }
            return report.broadcastWatched() || hall.isRehearsal() ? 1 : 2;
        }
    }

    private static Report judge(Hall hall, Duration time, PrintStream out) throws IOException, InterruptedException {
        hall.fill();
        hall.observe();
        hall.goOnAir();
        boolean playing = hall.play();
        hall.settle();
        long began = System.nanoTime();
        out.println("%d초 동안 확인합니다 (watching for %d s)".formatted(time.toSeconds(), time.toSeconds()));
        boolean onAir = hall.hold(time);
        double seconds = (System.nanoTime() - began) / 1e9;
        List<Report.Line> lines =
                hall.units().stream().map(unit -> Report.Line.of(unit, seconds)).toList();
        String mode = hall.isRehearsal() ? "rehearsal" : "real";
        return new Report(mode, seconds, playing && onAir, lines, hall.problem());
    }
}
