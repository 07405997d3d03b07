package org.onmaru.server.open.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import tools.jackson.databind.JsonNode;

/// What citizens see, and that they see nothing of a rehearsal.
class CitizenIT extends OnairIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @BeforeEach
    void nothingLive() throws Exception {
        until("nothing is live", SOON, () -> liveState().equals("none"));
    }

    @Test
    void livesThroughAMeetingAsCitizensDo() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.OPEN, false);
        Browser host = as(Role.HOST);
        until(
                "the open meeting comes next",
                SOON,
                () -> !live().path("next").path("title").asString("").isEmpty());
        assertThat(liveState()).isEqualTo("none");
        assertThat(live().path("hls").isNull()).isTrue();

        meetings.move(meeting, MeetingState.IN_SESSION);
        until(
                "the slate can be watched",
                SOON,
                () -> liveState().equals("off-air") && !live().path("hls").isNull());
        assertThat(live().path("meeting").asString())
                .isEqualTo(meeting.id().value().toString());
        assertThat(live().path("ordinal").asInt()).isEqualTo(287);
        assertThat(live().path("serverTime").asString()).isNotBlank();

        host.post(path(meeting, "/on-air"));
        until("on air", SOON, () -> liveState().equals("on-air"));
        assertThat(firstEvent("/api/v1/public/events")).contains("event:live").contains("\"on-air\"");

        meetings.move(meeting, MeetingState.ADJOURNED);
        until("over", SOON, () -> liveState().equals("none"));
        String details = "/api/v1/public/meetings/" + meeting.id().value();
        until(
                "the recording is there",
                SOON,
                () -> !nobody().get(details).json().path("recording").isNull());
        recordingIsServedInPieces(
                nobody().get(details).json().path("recording").path("url").asString());
    }

    @Test
    void aRehearsalIsInvisibleAndLeavesNothing() throws Exception {
        Browser operator = operator();
        Browser.Answer opened = operator.post("/api/v1/operator/rehearsal", "{\"attendees\":3,\"real\":false}");
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.json().path("rehearsal").asBoolean()).isTrue();
        assertThat(opened.json().path("attendees").size()).isEqualTo(3);
        assertThat(opened.json().path("sfu").asString()).startsWith("ws://127.0.0.1:");
        String id = opened.json().path("meetingId").asString();
        MeetingView meeting = meetings.live().stream()
                .filter(one -> one.id().value().toString().equals(id))
                .findFirst()
                .orElseThrow();

        meetings.move(meeting, MeetingState.IN_SESSION);
        until(
                "the slate is there for the operator",
                SOON,
                () -> !operator.get(path(meeting, "/programme"))
                        .json()
                        .path("hls")
                        .isNull());
        assertThat(operator.post(path(meeting, "/on-air")).status()).isEqualTo(200);
        until(
                "on air for the operator",
                SOON,
                () -> operator.get(path(meeting, "/programme"))
                        .json()
                        .path("state")
                        .asString()
                        .equals("ON_AIR"));

        String hls =
                operator.get(path(meeting, "/programme")).json().path("hls").asString();
        for (String address :
                List.of("/api/v1/public/live", "/api/v1/public/meetings", "/api/v1/public/meetings?limit=100")) {
            assertThat(nobody().get(address).json().toString()).doesNotContain(id);
        }
        assertThat(liveState()).isEqualTo("none");
        assertThat(nobody().get("/api/v1/public/meetings/" + id).status()).isEqualTo(404);
        assertThat(nobody().get(hls).status()).isEqualTo(403);
        assertThat(nobody().get("/recordings/" + id + ".mp4").status()).isEqualTo(404);
        assertThat(firstEvent("/api/v1/public/events")).doesNotContain(id);

        meetings.move(meeting, MeetingState.ADJOURNED);
        until("its files are gone", SOON, () -> !Files.exists(data("programmes", id)));
        assertThat(nobody().get("/recordings/" + id + ".mp4").status()).isEqualTo(404);
        assertThat(nobody().get("/api/v1/public/meetings").json().toString()).doesNotContain(id);
    }

    @Test
    void aMeetingThatIsNotForCitizensDoesNotExistForThemUntilItIsOpened() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.SCHEDULED, false);
        meetings.forCitizens(meeting, false);
        String id = meeting.id().value().toString();
        meetings.move(meeting, MeetingState.OPEN);
        meetings.move(meeting, MeetingState.IN_SESSION);
        Browser host = as(Role.HOST);

        Browser.Answer refused = host.post(path(meeting, "/on-air"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("not-for-citizens");
        assertThat(host.get(path(meeting, "/programme")).json().path("state").asString())
                .isEqualTo("NONE");
        for (String address : List.of("/api/v1/public/live", "/api/v1/public/meetings?limit=100")) {
            assertThat(nobody().get(address).json().toString()).doesNotContain(id);
        }
        assertThat(liveState()).isEqualTo("none");
        assertThat(nobody().get("/api/v1/public/meetings/" + id).status()).isEqualTo(404);

        meetings.forCitizens(meeting, true);
        until("citizens see the slate", SOON, () -> liveState().equals("off-air"));
        until(
                "there is a programme",
                SOON,
                () -> !host.get(path(meeting, "/programme")).json().path("hls").isNull());
        assertThat(host.post(path(meeting, "/on-air")).status()).isEqualTo(200);
        until("and the room", SOON, () -> liveState().equals("on-air"));
        assertThat(nobody().get("/api/v1/public/meetings/" + id).status()).isEqualTo(200);
    }

    @Test
    void onlyTheOperatorRehearses() {
        assertThat(nobody().post("/api/v1/operator/rehearsal", "{\"attendees\":1,\"real\":false}")
                        .status())
                .isEqualTo(401);
        assertThat(as(Role.ADMINISTRATOR)
                        .post("/api/v1/operator/rehearsal", "{\"attendees\":1,\"real\":false}")
                        .status())
                .isEqualTo(403);
    }

    private void recordingIsServedInPieces(String url) throws Exception {
        Browser browser = nobody();
        HttpRequest whole = browser.request("GET", url, "");
        HttpResponse<byte[]> all = browser.http().send(whole, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.headers().firstValue("content-type")).contains("video/mp4");
        String tag = all.headers().firstValue("etag").orElseThrow();

        HttpResponse<byte[]> piece =
                browser.http().send(ranged(whole, Optional.of(tag)), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(piece.statusCode()).isEqualTo(206);
        assertThat(piece.body()).hasSize(100);
        assertThat(piece.headers().firstValue("content-range")).contains("bytes 100-199/" + all.body().length);
        HttpResponse<byte[]> changed =
                browser.http().send(ranged(whole, Optional.of("\"old\"")), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).hasSameSizeAs(all.body());
        HttpRequest again = HttpRequest.newBuilder(whole, (name, value) -> true)
                .header("If-None-Match", tag)
                .build();
        assertThat(browser.http()
                        .send(again, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(304);
    }

    private static HttpRequest ranged(HttpRequest whole, Optional<String> ifRange) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(whole, (name, value) -> true).header("Range", "bytes=100-199");
        ifRange.ifPresent(tag -> request.header("If-Range", tag));
        return request.build();
    }

    private String firstEvent(String address) throws Exception {
        Browser browser = nobody();
        HttpResponse<InputStream> stream =
                browser.http().send(browser.request("GET", address, ""), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = stream.body()) {
            StringBuilder text = new StringBuilder();
            while (!text.toString().contains("\n\n")) {
                text.append(new String(new byte[] {(byte) body.read()}, StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        }
    }

    private JsonNode live() {
        return nobody().get("/api/v1/public/live").json();
    }

    private String liveState() {
        return live().path("state").asString();
    }

    private static String path(MeetingView meeting, String rest) {
        return "/api/v1/meetings/" + meeting.id().value() + rest;
    }
}
