package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onmaru.server.OnmaruServer;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
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

/// The same with the studio that composes and encodes: the two sides of the wire agree.
@SpringBootTest(classes = OnmaruServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(OnairIT.Doubles.class)
@DirtiesContext
class RealStudioIT {

    private static final String PASSWORD = "correct horse battery 9";
    private static final Duration SOON = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private FakeMeetings meetings;

    @Autowired
    private People people;

    @Autowired
    private Studios studios;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory(
                "onmaru-real", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        registry.add("onmaru.data", data::toString);
    }

    @Test
    void carriesAMeetingFromTheSlateToItsRecordingThroughACrash() throws Exception {
        people.create("host", PASSWORD, new People.Profile("진행", null, Set.of(Role.HOST)), true);
        Browser host = new Browser(port);
        host.signIn("host", PASSWORD);
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        OnairIT.until("the slate is shown", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        String hls = host.get(path(meeting, "/programme")).json().path("hls").asString();
        OnairIT.until("citizens can watch", SOON, () -> playlist(hls).contains("#EXTM3U"));

        assertThat(host.post(path(meeting, "/on-air")).status()).isEqualTo(200);
        OnairIT.until("on air", SOON, () -> state(host, meeting).equals("ON_AIR"));

        long pid = studios.pid(meeting.id());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        OnairIT.until(
                "another studio is on air",
                SOON,
                () -> studios.pid(meeting.id()) != pid && state(host, meeting).equals("ON_AIR"));
        assertThat(host.get(path(meeting, "/programme")).json().path("hls").asString())
                .isEqualTo(hls);

        OnairIT.until(
                "three seconds are recorded",
                SOON,
                () -> host.get(path(meeting, "/programme"))
                                .json()
                                .path("recordedMs")
                                .asLong()
                        > 3_000);
        host.post(path(meeting, "/off-air"));
        OnairIT.until("off air", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        meetings.move(meeting, MeetingState.ADJOURNED);
        String details = "/api/v1/public/meetings/" + meeting.id().value();
        Browser citizen = new Browser(port);
        OnairIT.until(
                "the recording is listed",
                SOON,
                () -> citizen.get(details)
                                .json()
                                .path("recording")
                                .path("durationMs")
                                .asInt(0)
                        > 2_500);
    }

    private String playlist(String hls) throws Exception {
        Browser citizen = new Browser(port);
        return citizen.http()
                .send(citizen.request("GET", hls, ""), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String state(Browser host, MeetingView meeting) {
        return host.get(path(meeting, "/programme")).json().path("state").asString();
    }

    private static String path(MeetingView meeting, String rest) {
        return "/api/v1/meetings/" + meeting.id().value() + rest;
    }
}
