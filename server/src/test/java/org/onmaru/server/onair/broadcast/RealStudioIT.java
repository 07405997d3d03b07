package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import org.springframework.beans.factory.annotation.Autowired;

/// The same with the studio that composes and encodes: the two sides of the wire agree.
class RealStudioIT extends RealProgramme {

    @Autowired
    private Studios studios;

    @Test
    void carriesAMeetingFromTheSlateToItsRecordingThroughACrash() throws Exception {
        Browser host = host();
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        slate(host, meeting);
        String hls = host.get(path(meeting, "/programme")).json().path("hls").asString();
        OnairIT.until("citizens can watch", SOON, () -> playlist(hls).contains("#EXTM3U"));

        goOnAir(host, meeting);

        long pid = studios.pid(meeting.id());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        OnairIT.until(
                "another studio is on air",
                SOON,
                () -> studios.pid(meeting.id()) != pid && state(host, meeting).equals("ON_AIR"));
        assertThat(host.get(path(meeting, "/programme")).json().path("hls").asString())
                .isEqualTo(hls);

        OnairIT.until("three seconds are recorded", SOON, () -> recordedMs(host, meeting) > 3_000);
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
}
