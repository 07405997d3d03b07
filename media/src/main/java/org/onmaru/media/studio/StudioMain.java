package org.onmaru.media.studio;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.onmaru.media.sink.Recordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The studio process.
///
/// ```text
/// --server URL --programme ID --dir DIR   carries one programme; the secret is in ONMARU_STUDIO_TOKEN
/// --finish --dir DIR                      makes recording.mp4 of what a studio left, prints one line of JSON
/// --check                                 makes two seconds of slate, prints the encoder's name
/// --reserve BYTES                         bytes of the disk that a recording leaves free, with the first two; 1 GiB
/// ```
public final class StudioMain {

    private static final Logger LOG = LoggerFactory.getLogger(StudioMain.class);
    private static final int WRONG_USE = 64;
    private static final int FAILED = 1;
    private static final long RESERVE = 1L << 30;

    private StudioMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws InterruptedException {
        var options = options(arguments);
        if (options.containsKey("check")) {
            return check();
        }
        var directory = Path.of(options.getOrDefault("dir", ""));
        long reserve = Long.parseLong(options.getOrDefault("reserve", Long.toString(RESERVE)));
        if (options.containsKey("finish") && options.containsKey("dir")) {
            return finish(directory, reserve);
        }
        var token = System.getenv().getOrDefault("ONMARU_STUDIO_TOKEN", "");
        var server = options.get("server");
        var programme = options.get("programme");
        if (server == null || programme == null || !options.containsKey("dir") || token.isEmpty()) {
            LOG.error("--server, --programme, --dir and ONMARU_STUDIO_TOKEN are needed");
            return WRONG_USE;
        }
        return new Studio(URI.create(server), token, programme, directory, reserve)
                .run()
                .exitCode();
    }

    private static int finish(Path directory, long reserve) {
        try {
            var done = Recordings.finish(directory, reserve);
            System.out.printf(
                    "{\"file\":\"%s\",\"durationMs\":%d,\"bytes\":%d}%n", done.file(), done.durationMs(), done.bytes());
            return 0;
        } catch (IOException e) {
            LOG.error("the recording cannot be finished: {}", e.getMessage());
            return FAILED;
        }
    }

    private static int check() {
        try {
            System.out.println(SelfCheck.run());
            return 0;
        } catch (IOException | RuntimeException e) {
            System.out.println(e.getMessage());
            return FAILED;
        }
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--")) {
                boolean hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
                options.put(arguments[i].substring(2), hasValue ? arguments[i + 1] : "");
            }
        }
        return options;
    }
}
