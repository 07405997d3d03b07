package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.onair.support.OnairIT.until;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.postgres.PostgresFailure;
import tools.jackson.databind.JsonNode;

/// The worst that happens to a city's machine in the middle of a meeting, with all the real processes.
class KilledOnAirIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Pattern SEGMENT = Pattern.compile("part-(\\d+)\\.\\d+\\.m4s");

    /// Not below the build's own directory: the database's user must be able to enter it.
    private final Path data;

    KilledOnAirIT() throws Exception {
        data = Files.createTempDirectory(
                "onmaru-killed", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    @Test
    void aKilledServerLeavesNobodyBehindAndTheNextOneGoesOnWithTheMeeting() throws Exception {
        String meeting;
        String hls;
        long first;
        long lastSegment;
        List<ProcessHandle> children;
        Browser signedIn;
        try (var server = ServerProcess.start(data)) {
            var host = host(server);
            signedIn = host;
            meeting = begun(host);
            until("the slate is shown", SOON, () -> state(host, meeting).equals("OFF_AIR"));
            assertThat(host.post(path(meeting, "/on-air")).status()).isEqualTo(200);
            until("on air", SOON, () -> state(host, meeting).equals("ON_AIR"));
            until("five seconds are recorded", SOON, () -> recordedMs(host, meeting) > 5_000);
            hls = programme(host, meeting).path("hls").asString();
            lastSegment = lastSegment(playlist(host, hls));
            first = recordedMs(host, meeting);
            children = server.children();
            assertThat(children.stream().map(KilledOnAirIT::commandLine))
                    .as("studio, SFU and database")
                    .anyMatch(line -> line.contains("StudioMain") && line.contains(meeting))
                    .anyMatch(line -> line.contains("livekit-server"))
                    .anyMatch(line -> line.contains("postgres"));

            server.kill();
        }
        until("no child is left", SOON, () -> children.stream().noneMatch(ProcessHandle::isAlive));

        try (var server = ServerProcess.start(data)) {
            var host = signedIn.at(server.port());
            assertThat(host.get(path(meeting, "")).json().path("state").asString())
                    .as("still signed in")
                    .isEqualTo("IN_SESSION");
            until(
                    "on air again by the stored wish",
                    SOON,
                    () -> state(host, meeting).equals("ON_AIR"));
            assertThat(programme(host, meeting).path("hls").asString()).isEqualTo(hls);
            until("the playlist goes on", SOON, () -> lastSegment(playlist(host, hls)) > lastSegment);
            assertThat(playlist(host, hls)).contains("#EXT-X-DISCONTINUITY");
            assertThat(wishes(host, meeting)).as("nobody had to wish again").isEqualTo(1);
            until("five seconds more are recorded", SOON, () -> recordedMs(host, meeting) > 5_000);
            long second = recordedMs(host, meeting);

            assertThat(host.post(path(meeting, "/adjourn")).status()).isEqualTo(200);
            until(
                    "the recording is listed",
                    SOON,
                    () -> recording(host, meeting).isObject());

            // A second at most is lost with the server.
            assertThat(recording(host, meeting).path("durationMs").asLong()).isGreaterThan(first + second - 1_000);
            var folder = data.resolve("programmes").resolve(meeting);
            assertThat(Files.size(folder.resolve("recording.mp4")))
                    .isEqualTo(recording(host, meeting).path("bytes").asLong());
            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> String.valueOf(file.getFileName())))
                        .as("one recording holds both parts")
                        .containsExactlyInAnyOrder("recording.mp4", "recording.times");
            }
            assertThat(Files.readAllLines(folder.resolve("recording.times")))
                    .as("and it is known which moments each of them shows")
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("0 ");
        }
    }

    @Test
    void aServerWhoseDatabaseKeepsDyingEndsSoThatItIsStartedAgain() throws Exception {
        try (var server = ServerProcess.start(data)) {
            var children = server.children();
            var cluster = data.resolve("postgres").resolve("data-18");
            long postmaster = Long.parseLong(
                    Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst());
            Files.move(cluster.resolve("PG_VERSION"), data.resolve("taken-away"));

            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();

            assertThat(server.exit(90))
                    .as(() -> String.join("\n", server.said()))
                    .isEqualTo(PostgresFailure.EXIT_LOST);
            assertThat(server.said()).anyMatch(line -> line.contains("거듭 멈춰 서버를 끝냅니다"));
            until("no child is left", SOON, () -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    private static Browser host(ServerProcess server) {
        var host = new Browser(server.port());
        host.signIn("host", server.password("host"));
        return host;
    }

    /// Today's meeting, in session.
    private static String begun(Browser host) {
        var today = LocalDate.now(ZoneId.of("Asia/Seoul"));
        var meeting = host.get("/api/v1/meetings?from=%1$s&to=%1$s".formatted(today))
                .json()
                .iterator()
                .next();
        var id = meeting.path("id").asString();
        host.post(path(id, "/open")); // or it has opened by itself
        assertThat(host.post(path(id, "/start")).status()).isEqualTo(200);
        return id;
    }

    private static JsonNode programme(Browser host, String meeting) {
        return host.get(path(meeting, "/programme")).json();
    }

    private static String state(Browser host, String meeting) {
        return programme(host, meeting).path("state").asString();
    }

    private static long recordedMs(Browser host, String meeting) {
        return programme(host, meeting).path("recordedMs").asLong();
    }

    private static JsonNode recording(Browser host, String meeting) {
        return host.get("/api/v1/public/meetings/" + meeting).json().path("recording");
    }

    private static long wishes(Browser host, String meeting) {
        long count = 0;
        for (var line : host.get(path(meeting, "/gate-log")).json()) {
            count += line.path("kind").asString().equals("WISH") ? 1 : 0;
        }
        return count;
    }

    /// The media playlist behind the multivariant one.
    private static String playlist(Browser browser, String hls) throws Exception {
        var variant = text(browser, hls)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst();
        return variant.isEmpty()
                ? ""
                : text(browser, URI.create(hls).resolve(variant.get()).toString());
    }

    private static String text(Browser browser, String path) throws Exception {
        return browser.http()
                .send(browser.request("GET", path, ""), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static long lastSegment(String playlist) {
        return SEGMENT.matcher(playlist)
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)))
                .max()
                .orElse(-1);
    }

    /// All of it: the studio's class path alone is longer than what a [ProcessHandle] tells.
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it ended while we looked
        }
    }

    private static String path(String meeting, String rest) {
        return "/api/v1/meetings/" + meeting + rest;
    }
}
