package org.onmaru.server.open.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.HeldMeeting.ok;
import static org.onmaru.server.HeldMeeting.refused;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The agenda as citizens follow it.
@ServerTest
class PublicAgendaIT {

    private static final String WISH = "제설제 2톤을 더 주십시오";

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private HeldMeeting meeting(boolean rehearsal) {
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
        var host = Browser.as("host", port, data);
        var series = ok(host.get("/api/v1/series")).path(0).path("id").asString();
        var id = ok(host.post("/api/v1/meetings", """
                        {"seriesId":"%s","date":"2026-11-23","startsAt":"08:30","rehearsal":%s}""".formatted(series, rehearsal)))
                .path("id")
                .asString();
        var meeting = new HeldMeeting(port, data, id);
        ok(host.post(meeting.path("/open"), "{}"));
        return meeting;
    }

    private Browser.Answer asked(HeldMeeting meeting) {
        return new Browser(port).get("/api/v1/public/meetings/" + meeting.meeting + "/agenda");
    }

    private List<String> seen(HeldMeeting meeting) {
        return ok(asked(meeting))
                .valueStream()
                .map(item ->
                        item.path("stage").asString() + " " + item.path("title").asString())
                .toList();
    }

    @Test
    void whatIsTalkedAboutIsSeenAndWhatIsInternalIsNot() {
        var meeting = meeting(false);
        var wish = meeting.item(WISH, true);
        var internal = meeting.item("상반기 정기 인사", false);
        assertThat(seen(meeting)).as("people only come in").isEmpty();
        meeting.start();
        assertThat(seen(meeting))
                .as("who reports is no secret, what a town asks for may yet become one")
                .contains("COMING 가남읍 상황보고", "COMING 마무리")
                .noneMatch(line -> line.contains(WISH) || line.contains("인사"));

        meeting.begin(wish);
        assertThat(seen(meeting)).contains("NOW " + WISH);
        meeting.begin(internal);
        assertThat(seen(meeting)).contains("DONE " + WISH).noneMatch(line -> line.startsWith("NOW"));
        assertThat(asked(meeting).raw().body()).doesNotContain("인사");

        meeting.adjourn();
        assertThat(seen(meeting))
                .as("what was not reached does not come any more")
                .containsExactly("DONE " + WISH);
    }

    @Test
    void aRehearsalHasNone() {
        var rehearsal = meeting(true);
        rehearsal.start();
        refused(asked(rehearsal), 404, "no-meeting");
    }
}
