package org.onmaru.server.hall.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Which meetings citizens may know of; the clock stands at 07:00 on Monday, 23 November 2026.
@ServerTest
class ForCitizensIT {

    @Autowired
    private Meetings meetings;

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private Browser admin;

    @BeforeEach
    void signIn() {
        clock.set(Instant.parse("2026-11-22T22:00:00Z"));
        admin = Browser.as("admin", port, data);
    }

    private String series() {
        var answer = admin.post("/api/v1/series", """
                {"name":"도시계획위원회","nameEn":"Planning committee","startsAt":"16:00","opensMinutesBefore":10,
                 "minutes":30,"recurrence":"DAILY","onHolidays":"MEET","from":"2026-11-23"}""");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("id").asString();
    }

    private void phase(String series, String name, boolean broadcast) {
        var phase = admin.get("/api/v1/series/" + series + "/phases").body().path(0);
        var answer = admin.send(
                "PUT",
                "/api/v1/series/" + series + "/phases/" + phase.path("id").asString(),
                """
                {"from":"2026-11-23","name":"%s","nameEn":"Test","theme":"","audience":"ALL_STAFF","channel":"ONMARU",
                 "broadcast":%s,"agendaTemplate":"BY_HAND","unitIds":[],"cutOffs":[]}""".formatted(name, broadcast),
                true);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private JsonNode today(String series) {
        return StreamSupport.stream(
                        admin.get("/api/v1/meetings?from=2026-11-23&to=2026-11-23")
                                .body()
                                .spliterator(),
                        false)
                .filter(meeting -> meeting.path("seriesId").asString().equals(series))
                .findFirst()
                .orElseThrow();
    }

    private boolean isAnnounced(String id) {
        return new Browser(port).get("/api/v1/public/meetings/" + id).status() == 200;
    }

    @Test
    void aMeetingFollowsItsPhaseUntilSomebodyDecides() {
        var series = series();
        var id = today(series).path("id").asString();
        assertThat(today(series).path("broadcast").asBoolean()).isTrue();
        assertThat(isAnnounced(id)).isTrue();

        phase(series, "도시계획위원회", false);
        assertThat(today(series).path("broadcast").asBoolean()).isFalse();
        assertThat(isAnnounced(id)).isFalse();

        var decided = admin.send("PUT", "/api/v1/meetings/" + id + "/broadcast", "{\"broadcast\":true}", true);
        assertThat(decided.body().path("broadcast").asBoolean()).isTrue();
        assertThat(isAnnounced(id)).isTrue();

        phase(series, "도시계획위원회(본회의)", false);
        assertThat(today(series).path("title").asString()).isEqualTo("도시계획위원회(본회의)");
        assertThat(today(series).path("broadcast").asBoolean())
                .as("what somebody decided for this day stays")
                .isTrue();
    }

    @Test
    void anAdjournedMeetingThatWasNotForCitizensIsNotAmongThePast() {
        var series = series();
        phase(series, "도시계획위원회", false);
        var id = today(series).path("id").asString();
        for (var step : new String[] {"open", "start", "adjourn"}) {
            assertThat(admin.send("POST", "/api/v1/meetings/" + id + "/" + step, null, true)
                            .status())
                    .as(step)
                    .isEqualTo(200);
        }
        assertThat(meetings.adjourned(100))
                .noneMatch(meeting -> meeting.id().value().toString().equals(id));
        assertThat(isAnnounced(id)).isFalse();
        var late = admin.send("PUT", "/api/v1/meetings/" + id + "/broadcast", "{\"broadcast\":true}", true);
        assertThat(late.status()).isEqualTo(409);
    }

    private JsonNode sitting(String series, String broadcast) {
        var made = admin.post("/api/v1/meetings", """
                {"seriesId":"%s","date":"2026-11-27","startsAt":"14:00","rehearsal":false,"broadcast":%s}""".formatted(series, broadcast));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(200);
        return made.body();
    }

    @Test
    void aSittingMadeByHandIsWhatItsMakerSaysFromItsFirstMoment() {
        var series = series();
        var closed = sitting(series, "false").path("id").asString();
        var open = sitting(series, "null").path("id").asString();
        assertThat(isAnnounced(closed)).isFalse();
        assertThat(isAnnounced(open)).isTrue();

        phase(series, "도시계획위원회", false);
        assertThat(isAnnounced(open))
                .as("it follows its phase as the others do")
                .isFalse();
        phase(series, "도시계획위원회", true);
        assertThat(isAnnounced(open)).isTrue();
        assertThat(isAnnounced(closed)).as("somebody decided").isFalse();
    }

    @Test
    void aSittingMadeAheadDoesNotTakeThePlaceOfTheRegularOne() {
        var series = series();
        sitting(series, "false");
        clock.set(Instant.parse("2026-11-25T22:00:00Z"));
        await().untilAsserted(() -> assertThat(StreamSupport.stream(
                                admin.get("/api/v1/meetings?from=2026-11-27&to=2026-11-27")
                                        .body()
                                        .spliterator(),
                                false)
                        .filter(meeting -> meeting.path("seriesId").asString().equals(series)))
                .as("the one made by hand and the day's own")
                .hasSize(2));
    }
}
