package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.onmaru.media.ffmpeg.ProgrammeReader;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.server.OnmaruServer;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.FakeMeetings;
import org.onmaru.server.onair.support.OnairIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A whole server with the studio that composes and encodes, and what it recorded.
@SpringBootTest(classes = OnmaruServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(OnairIT.Doubles.class)
@DirtiesContext
abstract class RealProgramme {

    static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse battery 9";

    private static Path data = Path.of("");

    @LocalServerPort
    int port;

    @Autowired
    FakeMeetings meetings;

    @Autowired
    private People people;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        data = Files.createTempDirectory(
                "onmaru-real", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        registry.add("onmaru.data", data::toString);
    }

    final Browser host() {
        people.create("real-host", PASSWORD, new People.Profile("진행", null, Set.of(Role.HOST)), true);
        Browser host = new Browser(port);
        host.signIn("real-host", PASSWORD);
        return host;
    }

    static void slate(Browser host, MeetingView meeting) throws Exception {
        OnairIT.until("the slate is shown", SOON, () -> state(host, meeting).equals("OFF_AIR"));
    }

    static void goOnAir(Browser host, MeetingView meeting) throws Exception {
        assertThat(host.post(path(meeting, "/on-air")).status()).isEqualTo(200);
        OnairIT.until("on air", SOON, () -> state(host, meeting).equals("ON_AIR"));
    }

    /// Until so much more is recorded.
    static void recordMore(Browser host, MeetingView meeting, long ms) throws Exception {
        long wanted = recordedMs(host, meeting) + ms;
        OnairIT.until(wanted + " ms are recorded", SOON, () -> recordedMs(host, meeting) > wanted);
    }

    static long recordedMs(Browser host, MeetingView meeting) {
        return host.get(path(meeting, "/programme")).json().path("recordedMs").asLong();
    }

    static String state(Browser host, MeetingView meeting) {
        return host.get(path(meeting, "/programme")).json().path("state").asString();
    }

    static String path(MeetingView meeting, String rest) {
        return "/api/v1/meetings/" + meeting.id().value() + rest;
    }

    /// What a look says of every recorded picture of a meeting that is over.
    static <T> List<T> look(MeetingView meeting, Function<YuvFrame, T> look) throws Exception {
        Path recording = data.resolve("programmes")
                .resolve(meeting.id().value().toString())
                .resolve("recording.mp4");
        OnairIT.until("it is recorded", SOON, () -> Files.exists(recording));
        List<T> seen = new ArrayList<>();
        try (var in = Files.newInputStream(recording);
                var reader = new ProgrammeReader(in)) {
            for (var piece = reader.next(); piece != null; piece = reader.next()) {
                if (piece instanceof ProgrammeReader.Picture(YuvFrame frame, long _)) {
                    seen.add(look.apply(frame));
                }
            }
        }
        return seen;
    }

    /// Whether a pixel is about that colour.
    static boolean near(YuvFrame frame, int x, int y, Color colour) {
        Yuv wanted = Yuv.ofRgb(colour.getRed(), colour.getGreen(), colour.getBlue());
        return Math.abs(frame.luma(x, y) - wanted.y()) < 8
                && Math.abs(frame.blue(x, y) - wanted.u()) < 8
                && Math.abs(frame.red(x, y) - wanted.v()) < 8;
    }
}
