package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.Attaching;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import org.springframework.beans.factory.annotation.Autowired;

/// Slides on their way to a studio that speaks the real wire.
class StudioSlidesIT extends OnairIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private Studios studios;

    @Test
    void aPublicItemsSlideComesAndGoesWithinASecondOnAirOnly() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        Browser host = as(Role.HOST);
        until("the slate is shown", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        String item = Attaching.item(host, meeting, "제설 대책", true);
        UUID file = Attaching.file(host, meeting, item, "plan.png", png());
        Attaching.start(host, meeting, item);
        assertThat(Attaching.show(host, meeting, file, 1).status()).isEqualTo(200);
        String path = "/internal/studio/slides/" + file + "/1";
        assertThat(fetch(path, token(meeting))).as("off air").isEqualTo(404);

        goOnAir(host, meeting);
        until("the slide follows", SOON, () -> heard(meeting, "ShowSlide").size() == 1);
        until("and is fetched", SOON, () -> heard(meeting, "Fetched").size() == 1);
        assertThat(heard(meeting, "Fetched").getFirst()).endsWith(" 200");
        BufferedImage fetched =
                ImageIO.read(folder(meeting).resolve("slide.png").toFile());
        assertThat(fetched.getHeight()).isEqualTo(634);
        assertThat(fetched.getRGB(400, 300) & 0xFFFFFF).isEqualTo(0x1E50C8);
        assertThat(fetch(path, token(meeting))).isEqualTo(200);
        assertThat(fetch(path, "guessed")).isEqualTo(401);
        assertThat(fetch("/internal/studio/slides/" + file + "/2", token(meeting)))
                .isEqualTo(404);

        long asked = System.nanoTime();
        assertThat(host.delete("/api/v1/meetings/" + meeting.id().value() + "/slide")
                        .status())
                .isEqualTo(200);
        until("it is gone", SOON, () -> !heard(meeting, "TakeOffSlide").isEmpty());
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        assertThat(fetch(path, token(meeting))).isEqualTo(404);

        assertThat(Attaching.show(host, meeting, file, 1).status()).isEqualTo(200);
        until("it is shown again", SOON, () -> heard(meeting, "ShowSlide").size() == 2);
        ProcessHandle.of(studios.pid(meeting.id())).orElseThrow().destroyForcibly();
        until(
                "another studio gets it too",
                SOON,
                () -> heard(meeting, "ShowSlide").size() == 3);

        int before = heard(meeting, "TakeOffSlide").size();
        host.post("/api/v1/meetings/" + meeting.id().value() + "/agenda/finish");
        until(
                "it goes with its item",
                SOON,
                () -> heard(meeting, "TakeOffSlide").size() > before);
    }

    @Test
    void anInternalItemsSlideNeverReachesAStudio() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        Browser host = as(Role.HOST);
        until("the slate is shown", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        String item = Attaching.item(host, meeting, "인사", false);
        UUID file = Attaching.file(host, meeting, item, "names.png", png());
        Attaching.start(host, meeting, item);
        assertThat(Attaching.show(host, meeting, file, 1).status()).isEqualTo(200);
        String content = "{\"title\":\"인사\",\"titleEn\":null,\"unitId\":null,\"minutes\":5,\"open\":true}";
        assertThat(host.put("/api/v1/meetings/" + meeting.id().value() + "/agenda/items/" + item, content)
                        .status())
                .isEqualTo(200);
        goOnAir(host, meeting);
        until(
                "leases are renewed, so everything wished has been told",
                SOON,
                () -> heard(meeting, "RenewLease").size() >= 3);
        assertThat(heard(meeting, "ShowSlide")).isEmpty();
        assertThat(fetch("/internal/studio/slides/" + file + "/1", token(meeting)))
                .isEqualTo(404);
    }

    private void goOnAir(Browser host, MeetingView meeting) throws Exception {
        assertThat(host.post("/api/v1/meetings/" + meeting.id().value() + "/on-air")
                        .status())
                .isEqualTo(200);
        until("on air", SOON, () -> state(host, meeting).equals("ON_AIR"));
    }

    private int fetch(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /// What this meeting's studio proves itself with.
    private String token(MeetingView meeting) throws IOException {
        Path environment = Path.of("/proc", Long.toString(studios.pid(meeting.id())), "environ");
        for (String each : Files.readString(environment, StandardCharsets.UTF_8).split("\0", -1)) {
            if (each.startsWith("ONMARU_STUDIO_TOKEN=")) {
                return each.substring(each.indexOf('=') + 1);
            }
        }
        throw new AssertionError("no token");
    }

    private static byte[] png() throws IOException {
        var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                image.setRGB(x, y, 0x1E50C8);
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static String state(Browser host, MeetingView meeting) {
        return host.get("/api/v1/meetings/" + meeting.id().value() + "/programme")
                .json()
                .path("state")
                .asString();
    }

    private static Path folder(MeetingView meeting) {
        return data("programmes", meeting.id().value().toString());
    }

    private static List<String> heard(MeetingView meeting, String command) throws IOException {
        Path file = folder(meeting).resolve("heard.log");
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(command + " "))
                .toList();
    }
}
