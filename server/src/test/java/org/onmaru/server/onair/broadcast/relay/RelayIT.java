package org.onmaru.server.onair.broadcast.relay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.wire.live.Edition;
import org.onmaru.wire.live.LiveRequest.Names;
import org.onmaru.wire.live.Position;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Real packager and origin behind the real relay and controller, watched by many over HTTP.
@SpringBootTest(
        classes = RelayIT.Wired.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.threads.virtual.enabled=true")
class RelayIT {

    /// A meeting that nobody here may watch.
    private static final UUID SECRET = new UUID(6, 6);

    /// One that the caller may watch and not everybody.
    private static final UUID INTERNAL = new UUID(7, 7);

    /// How many requests came to where callers are judged.
    private static final AtomicInteger FENCE = new AtomicInteger();

    /// Nothing but the web server, the relays and who may watch.
    @Configuration
    @Import({RelayConfiguration.class, LiveController.class})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Wired {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Filter fence() {
            return (request, response, chain) -> {
                FENCE.incrementAndGet();
                chain.doFilter(request, response);
            };
        }

        @Bean
        ProgrammeAccess access() {
            return new ProgrammeAccess() {
                @Override
                public boolean mayWatch(UUID meeting) {
                    return !meeting.equals(SECRET);
                }

                @Override
                public boolean isPublic(UUID meeting) {
                    return !meeting.equals(SECRET) && !meeting.equals(INTERNAL);
                }
            };
        }
    }

    @Autowired
    Relays relays;

    @LocalServerPort
    int port;

    @TempDir
    Path directory;

    private final UUID meeting = UUID.randomUUID();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final Map<String, Integer> bodies = Viewer.bodies();

    @AfterEach
    void close() {
        relays.forget(meeting);
        threads.shutdownNow();
    }

    private FakeStudio studio(double speed) throws Exception {
        FakeStudio studio = new FakeStudio(directory.resolve("live"), speed);
        relays.origin(meeting, studio.instance(), studio.address(), studio.key());
        return studio;
    }

    private Viewer viewer(String instance) {
        return new Viewer(
                http, URI.create("http://127.0.0.1:" + port + "/live/" + meeting + "/" + instance + "/"), bodies);
    }

    private List<Viewer> watch(int viewers, int parts, String instance) throws Exception {
        List<Viewer> all = new ArrayList<>();
        List<Future<?>> watching = new ArrayList<>();
        for (int i = 0; i < viewers; i++) {
            Viewer viewer = viewer(instance);
            all.add(viewer);
            watching.add(threads.submit(() -> {
                viewer.watch(parts);
                return null;
            }));
        }
        for (Future<?> one : watching) {
            one.get();
        }
        return all;
    }

    @Test
    void aHundredViewersCostTheStudioWhatOneCosts() throws Exception {
        try (FakeStudio studio = studio(1)) {
            viewer(studio.instance()).watch(2);
            long before = studio.requests();
            watch(1, 18, studio.instance());
            long alone = studio.requests() - before;
            before = studio.requests();
            List<Viewer> crowd = watch(100, 18, studio.instance());
            long together = studio.requests() - before;
            assertThat(together).isLessThanOrEqualTo(alone + 4);
            assertThat(together).as("playlist and part, once each").isLessThanOrEqualTo(2 * 20);
            assertThat(crowd).allSatisfy(viewer -> assertThat(viewer.failures).isEmpty());
            System.out.printf(
                    "origin requests for 18 parts: 1 viewer %d, 100 viewers %d; wake-up spread of 100 viewers: %s%n",
                    alone, together, spread(crowd));
        }
    }

    /// How much later than the first viewer the others get the same playlist.
    private static String spread(List<Viewer> crowd) {
        Map<Position, Long> first = new TreeMap<>();
        crowd.forEach(viewer -> viewer.arrivals.forEach((at, time) -> first.merge(at, time, Math::min)));
        long[] late = crowd.stream()
                .flatMap(viewer -> viewer.arrivals.entrySet().stream())
                .mapToLong(arrival -> arrival.getValue() - first.getOrDefault(arrival.getKey(), 0L))
                .sorted()
                .toArray();
        assertThat(late.length).isGreaterThan(1000);
        return "p50 %.1f ms, p99 %.1f ms".formatted(late[late.length / 2] / 1e6, late[late.length * 99 / 100] / 1e6);
    }

    @Test
    void viewersGoOnAtTheSameUrlsAfterTheStudioDied() throws Exception {
        FakeStudio first = studio(4);
        String instance = first.instance();
        Viewer before = viewer(instance);
        before.watch(10);
        List<Viewer> viewers = new ArrayList<>();
        List<Future<?>> watching = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Viewer viewer = viewer(instance);
            viewers.add(viewer);
            watching.add(threads.submit(() -> {
                viewer.watch(36);
                return null;
            }));
        }
        before.watch(3);
        first.close();
        try (FakeStudio second = studio(4)) {
            assertThat(second.instance()).isEqualTo(instance);
            for (Future<?> one : watching) {
                one.get();
            }
            for (Viewer viewer : viewers) {
                assertThat(viewer.failures).isEmpty();
                List<Position> seen = List.copyOf(viewer.arrivals.keySet());
                for (int i = 1; i < seen.size(); i++) {
                    Position at = seen.get(i);
                    Position was = seen.get(i - 1);
                    assertThat(at.msn() - was.msn()).as("%s after %s", at, was).isLessThanOrEqualTo(1);
                }
                assertThat(seen.size()).isGreaterThan(30);
            }
            PlaylistText now = viewer(instance).playlist("");
            assertThat(now.edition().text())
                    .as("listed, or counted once its segment has left the window")
                    .containsPattern("#EXT-X-DISCONTINUITY\n|#EXT-X-DISCONTINUITY-SEQUENCE:1\n")
                    .contains("init-1.mp4");
            assertAllThere(viewer(instance), now);
        }
    }

    private static void assertAllThere(Viewer viewer, PlaylistText playlist) throws Exception {
        for (int epoch : playlist.inits()) {
            assertThat(viewer.get(Names.init(epoch)).statusCode()).isEqualTo(200);
        }
        for (long msn : playlist.segments()) {
            assertThat(viewer.get(Names.segment(msn)).statusCode()).isEqualTo(200);
        }
        for (Position part : playlist.parts()) {
            assertThat(viewer.get(Names.part(part)).statusCode()).isEqualTo(200);
        }
        assertThat(viewer.failures).isEmpty();
    }

    @Test
    void servesTheEndWhenTheStudioIsGone() throws Exception {
        FakeStudio studio = studio(8);
        Viewer viewer = viewer(studio.instance());
        viewer.watch(30);
        Future<?> waiting = threads.submit(() -> {
            viewer.watch(1000);
            return null;
        });
        studio.end();
        relays.close(meeting);
        waiting.get();
        assertThat(viewer.ended).isTrue();
        PlaylistText end = viewer.playlist("");
        assertThat(end.edition().text()).endsWith("#EXT-X-ENDLIST\n");
        Viewer fresh = viewer(studio.instance());
        for (Position part : end.parts()) {
            assertThat(fresh.get(Names.part(part)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsTheProgrammeOfAStudioThatNeverCameBack() throws Exception {
        FakeStudio studio = studio(8);
        Viewer viewer = viewer(studio.instance());
        viewer.watch(10);
        Future<?> waiting = threads.submit(() -> {
            viewer.watch(1000);
            return null;
        });
        studio.close();
        relays.close(meeting);
        waiting.get();
        assertThat(viewer.ended).isTrue();
        assertThat(viewer.playlist("").edition().ended()).isTrue();
    }

    /// Nobody is held longer than three target durations, and nobody is told a wrong thing for good.
    @Test
    void whatDoesNotComeInTimeIsAskedForAgain() throws Exception {
        try (FakeStudio studio = studio(8)) {
            Viewer viewer = viewer(studio.instance());
            viewer.watch(8);
            studio.hang();
            Position next = lastOf(viewer).next();
            String reload = "main.m3u8?_HLS_msn=" + next.msn() + "&_HLS_part=" + next.part();
            Future<HttpResponse<byte[]>> hinted = threads.submit(() -> viewer.get(Names.part(next)));
            HttpResponse<byte[]> late = viewer.get(reload);
            assertCached(late, 503, "no-store");
            assertThat(new String(late.body(), StandardCharsets.UTF_8)).contains("방송 신호를 기다리고");
            assertCached(hinted.get(), 503, "no-store");
            assertCached(viewer.get("main.m3u8"), 200, "no-cache");

            studio.goOn();
            assertCached(viewer.get(reload), 200, "public, max-age=60");
            assertCached(viewer.get(Names.part(next)), 200, "public, max-age=31536000, immutable");
        }
    }

    /// The playlist once nothing is added to it any more.
    private static Edition lastOf(Viewer viewer) throws Exception {
        Edition before = viewer.playlist("").edition();
        while (true) {
            Position next = before.next();
            HttpResponse<byte[]> answer = viewer.get("main.m3u8?_HLS_msn=" + next.msn() + "&_HLS_part=" + next.part());
            if (answer.statusCode() != 200) {
                return before;
            }
            before = viewer.playlist("").edition();
        }
    }

    @Test
    void answersByTheRules() throws Exception {
        try (FakeStudio studio = studio(8)) {
            Viewer viewer = viewer(studio.instance());
            viewer.watch(8);
            PlaylistText now = viewer.playlist("");
            long msn = now.edition().last().msn();
            assertCached(viewer.get("main.m3u8"), 200, "no-cache");
            assertCached(viewer.get("main.m3u8?_HLS_msn=" + msn + "&_HLS_part=0"), 200, "public, max-age=60");
            assertCached(viewer.get("index.m3u8"), 200, "public, max-age=60");
            assertCached(viewer.get(Names.part(now.parts().getFirst())), 200, "public, max-age=31536000, immutable");
            for (String bad : List.of("?_HLS_part=1", "?_HLS_msn=x", "?_HLS_msn=" + (msn + 50))) {
                assertCached(viewer.get("main.m3u8" + bad), 400, "no-store");
            }
            studio.hang(); // so that the relay itself asks for next to nothing
            long before = studio.requests();
            for (int i = 0; i < 50; i++) {
                assertCached(viewer.get("part-" + (msn + 40 + i) + ".0.m4s"), 404, "no-store");
                assertCached(viewer.get("seg-" + (msn + 40 + i) + ".m4s"), 404, "no-store");
                assertCached(viewer.get("init-" + (9 + i) + ".mp4"), 404, "no-store");
            }
            assertThat(studio.requests() - before)
                    .as("strangers' names never reach it")
                    .isLessThan(20);
            String live = "http://127.0.0.1:" + port + "/live/";
            Viewer elsewhere = new Viewer(http, URI.create(live + meeting + "/other/"), bodies);
            assertCached(elsewhere.get("main.m3u8"), 404, "no-store");
            Viewer denied = new Viewer(http, URI.create(live + SECRET + "/" + studio.instance() + "/"), bodies);
            HttpResponse<byte[]> response = denied.get("main.m3u8");
            assertCached(response, 403, "no-store");
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("권한");
        }
    }

    @Test
    void onlyWhatEverybodyMayWatchPassesBeforeTheFence() throws Exception {
        try (FakeStudio studio = studio(1)) {
            relays.origin(INTERNAL, studio.instance(), studio.address(), studio.key());
            viewer(studio.instance()).watch(3);
            FENCE.set(0);
            Viewer citizen = viewer(studio.instance());
            HttpResponse<byte[]> open = citizen.get("index.m3u8");
            assertCached(open, 200, "public, max-age=60");
            assertThat(open.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(open.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
            assertCached(
                    citizen.get(Names.part(citizen.playlist("").parts().getFirst())),
                    200,
                    "public, max-age=31536000, immutable");
            assertCached(citizen.get("nothing.m4s"), 404, "no-store");
            assertThat(FENCE)
                    .as("requests for the public programme that were judged")
                    .hasValue(0);
            String live = "http://127.0.0.1:" + port + "/live/";
            String instance = "/" + studio.instance() + "/";
            HttpResponse<byte[]> internal =
                    new Viewer(http, URI.create(live + INTERNAL + instance), bodies).get("index.m3u8");
            assertCached(internal, 200, "private, max-age=60");
            assertThat(internal.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertCached(
                    new Viewer(http, URI.create(live + SECRET + instance), bodies).get("main.m3u8"), 403, "no-store");
            assertThat(FENCE).hasValue(2);
            // An unusual way to write the same path is for those behind the fence to read.
            String shouted = meeting.toString().toUpperCase(Locale.ROOT);
            assertCached(
                    new Viewer(http, URI.create(live + shouted + instance), bodies).get("index.m3u8"),
                    200,
                    "public, max-age=60");
            new Viewer(http, URI.create(live + meeting + "/%2e%2e/"), bodies).get("index.m3u8");
            assertThat(FENCE).hasValueGreaterThan(2);
            relays.forget(INTERNAL);
        }
    }

    private static void assertCached(HttpResponse<byte[]> response, int status, String cache) {
        assertThat(response.statusCode()).as("%s", response.uri()).isEqualTo(status);
        assertThat(response.headers().firstValue("Cache-Control")).contains(cache);
    }

    /// A client that is not ours plays across the relay; needs Go on the path.
    @Test
    void aForeignClientPlays() throws Exception {
        Path client = Path.of("..", "e2e", "hlsclient").toAbsolutePath().normalize();
        boolean go = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "go")));
        assertThat(go).as("go is in the PATH; ./onmaru test installs it").isTrue();
        Path program = directory.resolve("hlsclient");
        run(client, "go", "build", "-o", program.toString(), "."); // says what it downloads the first time
        try (FakeStudio studio = studio(1)) {
            viewer(studio.instance()).watch(20);
            String url = "http://127.0.0.1:" + port + "/live/" + meeting + "/" + studio.instance() + "/index.m3u8";
            String said = run(client, program.toString(), "-url", url, "-seconds", "6");
            System.out.println(said);
            assertThat(said)
                    .contains("\"errors\":[]")
                    .containsPattern("\"videoUnits\":[1-9][0-9]{2}")
                    .as("it fetched parts, not whole segments")
                    .containsPattern("\"parts\":[1-9][0-9]");
        }
    }

    private static String run(Path directory, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
