package org.onmaru.server.onair.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.broadcast.ProgrammeFiles;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What was recorded is offered in the end, and until then people are told that it will be.
class LeftInPiecesIT extends OnairIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private ProgrammeFiles files;

    @Test
    void whatCouldNotBeJoinedIsTriedAgainUntilItWorks() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        Browser host = as(Role.HOST);
        String programme = "/api/v1/meetings/" + meeting.id().value();
        until("the slate is shown", SOON, () -> state(host, programme).equals("OFF_AIR"));
        host.post(programme + "/on-air");
        until("on air", SOON, () -> state(host, programme).equals("ON_AIR"));
        assertThat(listed(meeting).path("preparing").asBoolean()).isFalse();
        Path noRoom = Files.writeString(directory(meeting).resolve("no-room"), "");

        meetings.move(meeting, MeetingState.ADJOURNED);

        until("the studio is gone", SOON, () -> !files.inUse(meeting.id()));
        until(
                "it is being prepared",
                SOON,
                () -> listed(meeting).path("preparing").asBoolean());
        assertThat(listed(meeting).path("recording").isNull()).isTrue();
        assertThat(nobody().get("/api/v1/public/meetings?limit=100").json())
                .as("the list says the same")
                .anySatisfy(one -> assertThat(one).isEqualTo(listed(meeting)));
        assertThat(directory(meeting).resolve("recording-001.mp4")).exists();

        Files.delete(noRoom);
        until("it can be played", SOON, () -> millis(meeting) == 7_000);
        assertThat(listed(meeting).path("preparing").asBoolean()).isFalse();
        assertThat(directory(meeting).resolve("live")).doesNotExist();
    }

    @Test
    void adjourningBeforeAStudioHasBegunAgainKeepsWhatAnEarlierServerRecorded() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.OPEN, false);
        until("a studio is started", SOON, () -> Files.isDirectory(directory(meeting)));
        Files.writeString(directory(meeting).resolve("recording-001.mp4"), "a piece");

        meetings.move(meeting, MeetingState.ADJOURNED);

        until("it can be played", SOON, () -> millis(meeting) == 7_000);
    }

    @Test
    void whatNoStudioOfThisServerKnowsIsFinishedToo() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.ADJOURNED, false);
        Files.createDirectories(directory(meeting));
        Files.writeString(directory(meeting).resolve("recording-001.mp4"), "a piece");

        until("it can be played", SOON, () -> millis(meeting) == 7_000);
    }

    @Test
    void whatWasNeverRecordedIsNotBeingPrepared() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.OPEN, false);
        until("a studio is started", SOON, () -> files.inUse(meeting.id()));
        meetings.move(meeting, MeetingState.ADJOURNED);
        until("the studio is gone", SOON, () -> !files.inUse(meeting.id()));

        assertThat(listed(meeting).path("preparing").asBoolean()).isFalse();
        assertThat(listed(meeting).path("recording").isNull()).isTrue();
    }

    private int millis(MeetingView meeting) {
        return listed(meeting).path("recording").path("durationMs").asInt(0);
    }

    private JsonNode listed(MeetingView meeting) {
        return nobody().get("/api/v1/public/meetings/" + meeting.id().value()).json();
    }

    private static Path directory(MeetingView meeting) {
        return data("programmes", meeting.id().value().toString());
    }

    private static String state(Browser host, String programme) {
        return host.get(programme + "/programme").json().path("state").asString();
    }
}
