package org.onmaru.media.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.sink.DebianFfmpeg;
import org.onmaru.media.sink.SyntheticProgramme;
import org.onmaru.wire.live.Answer;
import org.onmaru.wire.live.LiveRequest.Names;
import org.onmaru.wire.live.Position;

/// Real packets through packager and origin, judged by Debian's FFmpeg.
class LiveIT {

    private static SyntheticProgramme programme;

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void encode() {
        programme = SyntheticProgramme.encode(365, Set.of(97, 98, 200));
    }

    private Packager open() throws IOException {
        var packager = Packager.open(
                directory.resolve("live"),
                programme.format(),
                problem -> assertThat(problem).isNull());
        packager.begin(Instant.now());
        return packager;
    }

    private HttpResponse<byte[]> get(Origin origin, Packager packager, String name, String... headers)
            throws Exception {
        return http.send(request(origin, packager, name, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest request(Origin origin, Packager packager, String name, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(origin, packager, name));
        request.header("Authorization", "Bearer " + origin.key());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private static URI uri(Origin origin, Packager packager, String name) {
        return URI.create("http://127.0.0.1:" + origin.port() + "/" + packager.instance() + "/" + name);
    }

    private static List<Integer> play(Origin origin, Packager packager, String name) throws Exception {
        String key = "Authorization: Bearer " + origin.key() + "\r\n";
        return DebianFfmpeg.greys(uri(origin, packager, name).toString(), "-headers", key, "-live_start_index", "0");
    }

    @Test
    void playsWholeAcrossARestart() throws Exception {
        Packager first = open();
        try (Origin origin = Origin.start(first)) {
            SyntheticProgramme.give(programme.packets(), first, first::backlog);
            first.suspend();
            List<Integer> all = epoch(origin, first, 0);
            assertThat(all).as("whole segments; the last one is open").hasSize(360);
            assertFrames(all, 0);
            assertThat(get(origin, first, "main.m3u8?_HLS_msn=7").statusCode()).isEqualTo(200);
        }
        Packager second = open();
        assertThat(second.resumed()).isTrue();
        assertThat(second.instance()).isEqualTo(first.instance());
        try (Origin origin = Origin.start(second)) {
            SyntheticProgramme.give(programme.packets().subList(0, 300), second, second::backlog);
            second.close();
            int again = (int) programme.packets().subList(0, 300).stream()
                    .filter(packet -> packet.kind() == EncodedPacket.Kind.VIDEO)
                    .count();
            // FFmpeg's own HLS reader loses the first fragment after a new EXT-X-MAP, at most.
            List<Integer> played = play(origin, second, "index.m3u8");
            List<Integer> old = epoch(origin, second, 0);
            assertFrames(old, 365 - old.size());
            List<Integer> fresh = epoch(origin, second, 1);
            assertThat(fresh).hasSize(again);
            assertFrames(fresh, 0);
            assertThat(played.size()).isBetween(old.size() + fresh.size() - 10, old.size() + fresh.size());
            assertThat(played.subList(0, old.size())).isEqualTo(old);
            assertThat(played.getLast()).isEqualTo(fresh.getLast());
            assertSegmentsAreTheirParts(origin, second);
        }
    }

    private static void assertFrames(List<Integer> greys, int from) {
        for (int i = 0; i < greys.size(); i++) {
            int expected = SyntheticProgramme.grey(from + i);
            assertThat(greys.get(i)).as("frame %d", from + i).isCloseTo(expected, within(2));
        }
    }

    /// The frames of all listed segments of an epoch, read as one file.
    private List<Integer> epoch(Origin origin, Packager packager, int epoch) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(get(origin, packager, Names.init(epoch)).body());
        String playlist = new String(get(origin, packager, "main.m3u8").body(), StandardCharsets.UTF_8);
        boolean here = false;
        for (String line : playlist.lines().toList()) {
            here = line.startsWith("#EXT-X-MAP:") ? line.contains(Names.init(epoch)) : here;
            if (here && line.startsWith("seg-")) {
                bytes.writeBytes(get(origin, packager, line).body());
            }
        }
        return decoded("epoch", bytes);
    }

    /// A segment's bytes decode to what its parts decode to, and to the frames that belong there.
    private void assertSegmentsAreTheirParts(Origin origin, Packager packager) throws Exception {
        String playlist = new String(get(origin, packager, "main.m3u8").body(), StandardCharsets.UTF_8);
        int compared = 0;
        for (String line :
                playlist.lines().filter(line -> line.startsWith("seg-")).toList()) {
            long msn = Long.parseLong(line.replaceAll("[^0-9]", "").replaceAll("4$", ""));
            int epoch = msn < 10 ? 0 : 1;
            byte[] init = get(origin, packager, Names.init(epoch)).body();
            ByteArrayOutputStream parts = new ByteArrayOutputStream();
            parts.writeBytes(init);
            int count = 0;
            HttpResponse<byte[]> part = get(origin, packager, Names.part(new Position(msn, count)));
            while (part.statusCode() == 200) {
                parts.writeBytes(part.body());
                count++;
                part = get(origin, packager, Names.part(new Position(msn, count)));
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(init);
            whole.writeBytes(get(origin, packager, line).body());
            assertThat(decoded("parts", parts)).isNotEmpty().isEqualTo(decoded("whole", whole));
            compared++;
        }
        assertThat(compared).isGreaterThan(8);
    }

    private List<Integer> decoded(String name, ByteArrayOutputStream bytes) throws Exception {
        Path file = Files.write(directory.resolve(name + ".mp4"), bytes.toByteArray());
        return DebianFfmpeg.greys(file.toString());
    }

    @Test
    void holdsAndRefusesByTheRules() throws Exception {
        Packager packager = open();
        try (Origin origin = Origin.start(packager)) {
            CompletableFuture<HttpResponse<byte[]>> part = http.sendAsync(
                    request(origin, packager, "main.m3u8?_HLS_msn=0&_HLS_part=1"),
                    HttpResponse.BodyHandlers.ofByteArray());
            List<EncodedPacket> packets = programme.packets();
            packets.subList(0, 70).forEach(packager::accept);
            assertThat(new String(part.get().body(), StandardCharsets.UTF_8)).contains("part-0.1.m4s");
            assertThat(part.get().headers().firstValue("Cache-Control")).contains("public, max-age=60");
            Position next = packager.playlist().editions().plain() instanceof Answer.Found found
                    ? found.edition().next()
                    : new Position(-1, 0);
            CompletableFuture<HttpResponse<byte[]>> hinted = http.sendAsync(
                    request(origin, packager, Names.part(next)), HttpResponse.BodyHandlers.ofByteArray());
            SyntheticProgramme.give(packets.subList(70, packets.size()), packager, packager::backlog);
            assertThat(hinted.get().statusCode()).isEqualTo(200);
            assertThat(hinted.get().headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
            for (String far : List.of("_HLS_msn=99", "_HLS_part=0", "_HLS_msn=x", "_HLS_msn=11&_HLS_part=500")) {
                HttpResponse<byte[]> bad = get(origin, packager, "main.m3u8?" + far);
                assertThat(bad.statusCode()).as(far).isEqualTo(400);
                assertThat(bad.headers().firstValue("Cache-Control")).contains("no-store");
            }
            for (String unknown : List.of("seg-99.m4s", "part-99.0.m4s", "init-9.mp4", "x.m3u8", "../x")) {
                assertThat(get(origin, packager, unknown).statusCode())
                        .as(unknown)
                        .isEqualTo(404);
            }
            HttpResponse<byte[]> zipped = get(origin, packager, "main.m3u8", "Accept-Encoding", "gzip");
            assertThat(zipped.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                    .isEqualTo(get(origin, packager, "main.m3u8").body());
            HttpRequest keyless =
                    HttpRequest.newBuilder(uri(origin, packager, "main.m3u8")).build();
            assertThat(http.send(keyless, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(401);
            String multivariant = new String(get(origin, packager, "index.m3u8").body(), StandardCharsets.UTF_8);
            assertThat(multivariant)
                    .containsPattern("CODECS=\"avc1\\.[0-9a-f]{6},mp4a\\.40\\.2\"")
                    .contains("RESOLUTION=320x180", "FRAME-RATE=30.000", "BANDWIDTH=");
            List<String> names = new ArrayList<>(multivariant.lines().toList());
            assertThat(names.getLast()).isEqualTo("main.m3u8");
            packager.close();
        }
    }

    /// A studio that hangs must not keep a request for ever, nor make a cache keep that there is nothing.
    @Test
    void whatDoesNotComeWithinThreeTargetDurationsIs503() throws Exception {
        Packager packager = open();
        try (Origin origin = Origin.start(packager)) {
            List<EncodedPacket> packets = programme.packets();
            SyntheticProgramme.give(packets.subList(0, 70), packager, packager::backlog);
            await().until(() -> packager.backlog() == 0);
            Position next = packager.playlist().editions().plain() instanceof Answer.Found found
                    ? found.edition().next()
                    : new Position(-1, 0);
            String reload = "main.m3u8?_HLS_msn=" + next.msn() + "&_HLS_part=" + next.part();
            var held = http.sendAsync(
                    request(origin, packager, Names.part(next)), HttpResponse.BodyHandlers.ofByteArray());
            HttpResponse<byte[]> late = get(origin, packager, reload);
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(held.get().statusCode()).isEqualTo(503);
            assertThat(held.get().headers().firstValue("Cache-Control")).contains("no-store");

            SyntheticProgramme.give(packets.subList(70, packets.size()), packager, packager::backlog);
            assertThat(get(origin, packager, reload).statusCode()).isEqualTo(200);
            assertThat(get(origin, packager, Names.part(next)).statusCode()).isEqualTo(200);
            packager.close();
        }
    }
}
