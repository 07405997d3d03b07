package org.onmaru.bench.serve;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What surrounds every benchmark: a terminal in UTF-8, a sentence and an exit code when it fails, a server of its own.
public final class Benchmark {

    private Benchmark() {}

    /// What is measured.
    @FunctionalInterface
    public interface Measurement {

        /// @param out for people, and for the line of JSON at the end
        /// @throws IOException with a sentence for whoever started it
        void run(PrintStream out) throws IOException, InterruptedException;
    }

    /// What is measured at a server.
    @FunctionalInterface
    public interface AtServer {

        void run(ServedOnmaru served) throws IOException, InterruptedException;
    }

    /// Ends the process: with 0, or with 1 and a sentence when it could not be measured.
    public static void main(Measurement measurement) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = 0;
        try {
            measurement.run(out);
        } catch (IOException e) {
            out.println("✘ " + e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    /// Starts a server with an empty data directory and stops it afterwards, also when the process is asked to end.
    ///
    /// @param command as of [ServedOnmaru#command]
    public static void serve(PrintStream out, List<String> command, AtServer measured)
            throws IOException, InterruptedException {
        Path work = ServedOnmaru.workDirectory();
        out.println("서버를 켭니다 (starting a server)…");
        try (var served = ServedOnmaru.start(command, work.resolve("data"), work.resolve("server.log"))) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(served::close));
            measured.run(served);
        }
    }
}
