package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The gate, the lease and the studio's life, with a studio that speaks the real wire.
class BroadcastIT extends OnairIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private Studios studios;

    @Autowired
    private Wishes wishes;

    @Autowired
    private LiveProgrammes programmes;

    @Test
    void aWarmStudioBeginsWithTheSessionAndTheWishOpensTheGate() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.OPEN, false);
        Browser host = as(Role.HOST);
        until("a studio is started when the meeting opens", SOON, () -> studios.pid(meeting.id()) > 0);
        assertThat(state(host, meeting)).isEqualTo("NONE");
        assertThat(host.post(path(meeting, "/on-air")).status()).isEqualTo(409);

        meetings.move(meeting, MeetingState.IN_SESSION);
        until("the slate is shown", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        String begin = heard(meeting, "Begin").getFirst();
        assertThat(begin).contains("제287회 · 2020. 12. 8.").contains("곧 시작합니다");
        assertThat(heard(meeting, "GoOnAir")).isEmpty();
        assertThat(heard(meeting, "RenewLease")).isEmpty();
        assertThat(programme(host, meeting).path("tally").asString()).isEqualTo("OFF_AIR");

        Browser.Answer answer = host.post(path(meeting, "/on-air"));
        assertThat(answer.json().path("tally").asString()).isEqualTo("ON_AIR");
        until("on air", SOON, () -> state(host, meeting).equals("ON_AIR"));
        assertThat(heard(meeting, "GoOnAir").getFirst()).contains("\"roomUrl\":\"ws://127.0.0.1:");
        until("the lease is renewed", SOON, () -> heard(meeting, "RenewLease").size() >= 3);
        until(
                "the words for a fault are armed",
                SOON,
                () -> heard(meeting, "ShowSlate").stream().anyMatch(line -> line.contains("잠시 기다려 주세요")));

        host.post(path(meeting, "/off-air"));
        until("off air", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        until(
                "the tally follows",
                SOON,
                () -> programme(host, meeting).path("tally").asString().equals("OFF_AIR"));
        int leases = heard(meeting, "RenewLease").size();
        int slates = heard(meeting, "ShowSlate").size();
        host.put(path(meeting, "/stage"), "{\"layout\":\"SPEAKER\"}");
        until(
                "the stage changes",
                SOON,
                () -> heard(meeting, "ShowStage").stream().anyMatch(line -> line.contains("SPEAKER")));
        assertThat(heard(meeting, "RenewLease")).hasSize(leases);
        assertThat(heard(meeting, "ShowSlate").get(slates - 1)).contains("비공개 진행 중");
        assertThat(wishes.gateLog(meeting.id()).stream().filter(line -> line.kind() == GateLine.Kind.WISH))
                .extracting(GateLine::by)
                .containsExactly("시험 HOST", "시험 HOST");
    }

    @Test
    void theStageFollowsTheAgendaAndAnInternalItemIsNeverOnAir() throws Exception {
        MeetingView meeting = onAir();
        Browser host = as(Role.HOST);
        String open = item(host, meeting, "겨울철 제설 대책", true);
        String internal = item(host, meeting, "인사 안건", false);

        assertThat(host.post(agenda(meeting, open, "/start")).status()).isEqualTo(200);
        until(
                "the title strip says what is talked about",
                SOON,
                () -> heard(meeting, "ShowStage").stream()
                        .anyMatch(line -> line.contains("겨울철 제설 대책") && line.contains("통합재난 안전대책 영상회의 제287회")));

        assertThat(host.post(agenda(meeting, internal, "/start")).status()).isEqualTo(200);
        assertThat(programme(host, meeting).path("wanted").asString())
                .as("when the item has begun, the wish is gone already")
                .isEqualTo("OFF_AIR");
        until("off air", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        Browser.Answer refused = host.post(path(meeting, "/on-air"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("internal-item");

        assertThat(host.put(agenda(meeting, internal, ""), content("인사 안건", true))
                        .status())
                .isEqualTo(200);
        host.post(path(meeting, "/on-air"));
        until("on air with what is public now", SOON, () -> state(host, meeting).equals("ON_AIR"));
        assertThat(host.put(agenda(meeting, internal, ""), content("비밀 안건", false))
                        .status())
                .isEqualTo(200);
        until(
                "off air when it becomes internal",
                SOON,
                () -> state(host, meeting).equals("OFF_AIR"));
        until(
                "and the strip says the meeting",
                SOON,
                () -> heard(meeting, "ShowStage").getLast().contains("\"title\":\"통합재난"));
        assertThat(heard(meeting, "ShowStage")).noneMatch(line -> line.contains("비밀 안건"));

        assertThat(host.post(path(meeting, "/agenda/finish")).status()).isEqualTo(200);
        assertThat(host.post(path(meeting, "/on-air")).status()).isEqualTo(200);
    }

    private static String item(Browser host, MeetingView meeting, String title, boolean open) {
        String body = "{\"kind\":\"OTHER\"," + content(title, open).substring(1);
        JsonNode items = host.post(path(meeting, "/agenda/items"), body).json().path("items");
        for (JsonNode each : items) {
            if (each.path("title").asString().equals(title)) {
                return each.path("key").asString();
            }
        }
        throw new AssertionError("not on the agenda: " + title);
    }

    private static String content(String title, boolean open) {
        return "{\"title\":\"%s\",\"titleEn\":null,\"unitId\":null,\"minutes\":5,\"open\":%s}".formatted(title, open);
    }

    private static String agenda(MeetingView meeting, String item, String what) {
        return path(meeting, "/agenda/items/" + item + what);
    }

    @Test
    void aKilledStudioIsBackWithinThreeSecondsWithTheSameWishAndInstance() throws Exception {
        MeetingView meeting = onAir();
        Browser host = as(Role.HOST);
        String hls = programme(host, meeting).path("hls").asString();
        int begins = heard(meeting, "Begin").size();

        long killed = System.nanoTime();
        ProcessHandle.of(studios.pid(meeting.id())).orElseThrow().destroyForcibly();
        until(
                "another studio is told to begin",
                SOON,
                () -> heard(meeting, "Begin").size() == begins + 1);
        until(
                "on air again",
                SOON,
                () -> heard(meeting, "GoOnAir").size() >= 2
                        && state(host, meeting).equals("ON_AIR"));
        Duration away = Duration.ofNanos(System.nanoTime() - killed);

        assertThat(away).isLessThan(Duration.ofSeconds(3));
        assertThat(programme(host, meeting).path("hls").asString()).isEqualTo(hls);
        assertThat(heard(meeting, "Begin").getLast()).contains("잠시 기다려 주세요");
        meetings.move(meeting, MeetingState.ADJOURNED);
    }

    @Test
    void aStudioThatDiesOffAirStaysOffAir() throws Exception {
        MeetingView meeting = onAir();
        Browser host = as(Role.HOST);
        host.post(path(meeting, "/off-air"));
        until("off air", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        int onAir = heard(meeting, "GoOnAir").size();
        int begins = heard(meeting, "Begin").size();

        ProcessHandle.of(studios.pid(meeting.id())).orElseThrow().destroyForcibly();
        until(
                "another studio has begun",
                SOON,
                () -> heard(meeting, "Begin").size() == begins + 1
                        && state(host, meeting).equals("OFF_AIR"));

        assertThat(heard(meeting, "GoOnAir")).hasSize(onAir);
        assertThat(heard(meeting, "Begin").getLast()).contains("비공개 진행 중");
        meetings.move(meeting, MeetingState.ADJOURNED);
    }

    @Test
    void withoutTheDatabaseNoLeaseIsRenewedAndTheHostIsTold() throws Exception {
        MeetingView meeting = onAir();
        until("the lease is renewed", SOON, () -> heard(meeting, "RenewLease").size() >= 2);

        meetings.lose(true);
        until("the host is told", SOON, () -> {
            Programme.Fault fault = programmes.of(meeting.id()).problem();
            return fault != null && fault.code().equals("database-lost");
        });
        int leases = heard(meeting, "RenewLease").size();
        long from = System.nanoTime();
        until("three seconds pass", SOON, () -> System.nanoTime() - from > 3_000_000_000L);
        assertThat(heard(meeting, "RenewLease")).hasSize(leases);

        meetings.lose(false);
        until(
                "the lease is renewed again",
                SOON,
                () -> heard(meeting, "RenewLease").size() > leases);
        until("the fault clears itself", SOON, () -> programmes.of(meeting.id()).problem() == null);
        meetings.move(meeting, MeetingState.ADJOURNED);
    }

    @Test
    void adjournmentEndsTheProgrammeAndRegistersItsRecording() throws Exception {
        MeetingView meeting = onAir();

        meetings.move(meeting, MeetingState.ADJOURNED);

        until("the studio is gone", SOON, () -> studios.pid(meeting.id()) < 0);
        assertThat(heard(meeting, "End")).hasSize(1);
        String path = "/api/v1/public/meetings/" + meeting.id().value();
        until(
                "the recording is listed",
                SOON,
                () -> nobody().get(path)
                                .json()
                                .path("recording")
                                .path("durationMs")
                                .asInt(0)
                        == 5_000);
    }

    @Test
    void aStudioThatDiedAtAdjournmentLeavesARecordingAllTheSame() throws Exception {
        MeetingView meeting = onAir();

        ProcessHandle.of(studios.pid(meeting.id())).orElseThrow().destroyForcibly();
        meetings.move(meeting, MeetingState.ADJOURNED);

        String path = "/api/v1/public/meetings/" + meeting.id().value();
        until(
                "the recording was finished by another process",
                SOON,
                () -> nobody().get(path)
                                .json()
                                .path("recording")
                                .path("durationMs")
                                .asInt(0)
                        == 7_000);
    }

    @Test
    void everythingThatMovesIsToldToThoseWhoMayJoin() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.OPEN, false);
        assertThat(nobody().get(path(meeting, "/events")).status()).isEqualTo(401);
        Browser host = as(Role.HOST);
        HttpResponse<Stream<String>> events = host.http()
                .send(host.request("GET", path(meeting, "/events"), ""), HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = events.body()) {
            Iterator<String> line = lines.iterator();
            assertThat(List.of(next(line, "event:"), next(line, "event:"), next(line, "event:"), next(line, "event:")))
                    .containsExactly("event:meeting", "event:programme", "event:item", "event:participants");

            meetings.move(meeting, MeetingState.IN_SESSION);
            String name = next(line, "event:");
            while (!name.equals("event:meeting")) {
                name = next(line, "event:");
            }
            assertThat(next(line, "data:")).contains("IN_SESSION").contains("\"myRole\":\"HOST\"");
        }
    }

    private static String next(Iterator<String> lines, String start) {
        String line = lines.next();
        while (!line.startsWith(start)) {
            line = lines.next();
        }
        return line;
    }

    @Test
    void aStudioWithoutATokenIsRefused() throws Exception {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("Authorization", "Bearer guessed");

        assertThat(builder.buildAsync(
                                URI.create("ws://127.0.0.1:" + port + "/internal/studio"), new WebSocket.Listener() {})
                        .handle((socket, refused) -> refused)
                        .get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private MeetingView onAir() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        Browser host = as(Role.HOST);
        until("the slate is shown", SOON, () -> state(host, meeting).equals("OFF_AIR"));
        assertThat(host.post(path(meeting, "/on-air")).status()).isEqualTo(200);
        until("on air", SOON, () -> state(host, meeting).equals("ON_AIR"));
        return meeting;
    }

    private static JsonNode programme(Browser host, MeetingView meeting) {
        return host.get(path(meeting, "/programme")).json();
    }

    private static String state(Browser host, MeetingView meeting) {
        return programme(host, meeting).path("state").asString();
    }

    private static List<String> heard(MeetingView meeting, String command) throws IOException {
        Path file = data("programmes", meeting.id().value().toString(), "heard.log");
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(command + " "))
                .toList();
    }

    private static String path(MeetingView meeting, String rest) {
        return "/api/v1/meetings/" + meeting.id().value() + rest;
    }
}
