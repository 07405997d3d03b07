package org.onmaru.server.hall.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.hall.directive.Hall.ok;
import static org.onmaru.server.hall.directive.Hall.refused;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Directives from the one line to the verified end; the clock stands at 07:00 on Monday, 23 November 2026.
@ServerTest
class DirectivesIT {

    private static final Instant START = Instant.parse("2026-11-22T22:00:00Z");

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Hall hall;

    @BeforeEach
    void theFirstMorning() {
        clock.set(START);
        hall = new Hall(port, data);
    }

    private String meeting() {
        return hall.meeting(hall.series(), "2026-11-23", false);
    }

    private static String list(Browser by, String query) {
        return ok(by.get("/api/v1/directives?" + query))
                .path("directives")
                .valueStream()
                .map(one -> one.path("sentence").asString())
                .toList()
                .toString();
    }

    private static JsonNode again(Browser by, JsonNode directive) {
        return ok(by.get("/api/v1/directives/" + directive.path("id").asString()));
    }

    @Test
    void aLineIsShownAsUnderstoodBeforeAnythingIsSaved() {
        var meeting = meeting();
        var clerk = hall.as("clerk");
        var read = ok(hall.preview(clerk, meeting, "@능서면 마스크 3천 장 11/25까지"));
        assertThat(read.path("ready").asBoolean()).isTrue();
        assertThat(read.at("/owners/0/name").asString()).isEqualTo("세종대왕면");
        assertThat(read.at("/owners/0/formerName").asString()).isEqualTo("능서면");
        assertThat(read.path("sentence").asString()).isEqualTo("마스크 3천 장");
        assertThat(read.path("due").asString()).isEqualTo("2026-11-25");
        assertThat(read.path("dueWords").asString()).isEqualTo("11/25까지");
        var wrong = ok(hall.preview(clerk, meeting, "@강쳔면 마스크"));
        assertThat(wrong.path("ready").asBoolean()).isFalse();
        assertThat(wrong.at("/doubts/0/kind").asString()).isEqualTo("UNKNOWN_UNIT");
        assertThat(wrong.at("/doubts/0/near/0").asString()).isEqualTo("강천면");
        assertThat(list(clerk, "meeting=" + meeting)).isEqualTo("[]");

        refused(hall.capture(clerk, UUID.randomUUID(), meeting, "@강쳔면 마스크"), 400, "directive-unknown-unit");
        refused(hall.capture(clerk, UUID.randomUUID(), meeting, "@강천면 배부 2/30까지"), 400, "directive-not-a-date");
        refused(hall.capture(clerk, UUID.randomUUID(), meeting, "둘\\n줄"), 400, "invalid");
        assertThat(list(clerk, "meeting=" + meeting)).isEqualTo("[]");
        var corrected =
                hall.capture(clerk, UUID.randomUUID(), meeting, "@강쳔면 마스크 2/30까지", """
                {"unitIds":["%s"],"sentence":"마스크 배부","due":"2026-11-30"}""".formatted(hall.unit("강천면")), 0);
        assertThat(ok(corrected).get(0).path("sentence").asString()).isEqualTo("마스크 배부");
        assertThat(ok(corrected).get(0).path("due").asString()).isEqualTo("2026-11-30");
        refused(
                hall.capture(clerk, UUID.randomUUID(), meeting, "@강천면 배부", """
                        {"unitIds":["%s"],"sentence":"배부","due":"2026-11-22"}""".formatted(hall.unit("강천면")), 0),
                400,
                "directive-past-due");
    }

    @Test
    void livesFromTheLineToTheVerifiedEnd() {
        var meeting = meeting();
        clock.advance(Duration.ofMinutes(12));
        var captured = ok(hall.capture(
                        hall.as("clerk"), UUID.randomUUID(), meeting, "@강천면 마스크 3천 장 11/25까지", null, 4_000))
                .get(0);
        assertThat(captured.path("label").asString()).matches("제2026-\\d+호");
        assertThat(captured.path("givenBy").asString()).isEqualTo("시장 한가온");
        assertThat(captured.path("saidAt").asString()).isEqualTo("2026-11-22T22:11:56Z");
        assertThat(captured.path("unitName").asString()).isEqualTo("강천면");
        assertThat(captured.path("urgency").asString()).isEqualTo("LATER");
        assertThat(captured.path("mayMove").toString()).isEqualTo("[\"MERGE\",\"CANCEL\",\"REASSIGN\"]");

        var town = hall.as("gangcheon");
        assertThat(again(town, captured).path("mayMove").toString()).isEqualTo("[\"ACKNOWLEDGE\"]");
        refused(hall.move(town, captured, "FINISH", ""), 409, "directive-cannot");
        var done = captured;
        for (var step : List.of("ACKNOWLEDGE", "START", "FINISH")) {
            done = ok(hall.move(town, done, step, ""));
        }
        assertThat(done.path("urgency").asString()).isEqualTo("WAITING");
        var clerk = hall.as("clerk");
        refused(hall.move(clerk, done, "RETURN", " "), 400, "directive-reason");
        var returned = ok(hall.move(clerk, done, "RETURN", "사진이 없습니다"));
        assertThat(returned.path("state").asString()).isEqualTo("RETURNED");
        var again = ok(hall.move(town, ok(hall.move(town, returned, "START", "")), "FINISH", ""));
        var verified = ok(hall.move(hall.as("mayor"), again, "VERIFY", ""));
        assertThat(verified.path("state").asString()).isEqualTo("VERIFIED");
        assertThat(verified.path("mayMove")).isEmpty();
        assertThat(verified.path("history")
                        .valueStream()
                        .map(step -> step.path("byName").asString() + " "
                                + step.path("to").asString()))
                .containsExactly(
                        "문초롱 ISSUED",
                        "장미르 ACKNOWLEDGED",
                        "장미르 IN_PROGRESS",
                        "장미르 DONE",
                        "문초롱 RETURNED",
                        "장미르 IN_PROGRESS",
                        "장미르 DONE",
                        "한가온 VERIFIED");
        assertThat(verified.at("/history/4/reason").asString()).isEqualTo("사진이 없습니다");
        var audited = hall.as("admin")
                .get("/api/v1/audit?subjectId=" + captured.path("id").asString())
                .body();
        assertThat(audited.valueStream().map(entry -> entry.path("action").asString()))
                .startsWith("directive.verified")
                .endsWith("directive.issued");
        assertThat(jdbc.sql("SELECT count(*) FROM directive_step WHERE subject_id = ?")
                        .param(UUID.fromString(captured.path("id").asString()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void severalOwnersGetOneEach() {
        var meeting = meeting();
        var issued = ok(hall.capture(hall.as("host"), UUID.randomUUID(), meeting, "@강천면 @북내면 제설 내일까지"));
        assertThat(issued.valueStream().map(one -> one.path("unitName").asString()))
                .containsExactly("강천면", "북내면");
        assertThat(issued.get(0).path("captureId")).isEqualTo(issued.get(1).path("captureId"));
        assertThat(issued.get(0).path("label")).isNotEqualTo(issued.get(1).path("label"));
        assertThat(ok(hall.capture(hall.as("host"), UUID.randomUUID(), meeting, "@전 읍면동 소독")))
                .hasSize(12);
        assertThat(list(
                        hall.as("clerk"),
                        "unit=" + hall.unit("북내면") + "&text=" + URLEncoder.encode("제설", StandardCharsets.UTF_8)))
                .isEqualTo("[제설]");
    }

    @Test
    void everybodyMayOnlyWhatIsTheirs() {
        var meeting = meeting();
        var captured = hall.captured(hall.as("clerk"), meeting, "@산북면 도로 점검");
        for (var login : List.of("mayor", "host", "clerk", "admin")) {
            assertThat(hall.preview(hall.as(login), meeting, "@강천면 점검").status())
                    .as(login)
                    .isEqualTo(200);
        }
        for (var login : List.of("gangcheon", "staff", "sanbuk")) {
            refused(hall.preview(hall.as(login), meeting, "@강천면 점검"), 403, "not-allowed");
            refused(hall.capture(hall.as(login), UUID.randomUUID(), meeting, "@강천면 점검"), 403, "not-allowed");
            refused(hall.move(hall.as(login), captured, "CANCEL", "그냥"), 403, "not-allowed");
        }
        var other = hall.move(hall.as("gangcheon"), captured, "ACKNOWLEDGE", "");
        refused(other, 403, "not-allowed");
        assertThat(other.body().path("detail").asString()).contains("산북면");
        refused(hall.move(hall.as("clerk"), captured, "ACKNOWLEDGE", ""), 403, "not-allowed");

        var id = captured.path("id").asString();
        for (var role : List.of("GUEST", "SPEAKER")) {
            var guest = hall.guest(meeting, role);
            for (var path : List.of(
                    "/api/v1/directives",
                    "/api/v1/directives?meeting=" + meeting,
                    "/api/v1/directives/carried?meeting=" + meeting,
                    "/api/v1/directives/" + id,
                    "/api/v1/needs",
                    "/api/v1/needs?meeting=" + meeting,
                    "/api/v1/units/" + hall.unit("산북면") + "/obligations",
                    "/api/v1/me/units")) {
                assertThat(guest.get(path).status()).as(path).isEqualTo(403);
                assertThat(new Browser(port).get(path).status()).as(path).isEqualTo(401);
            }
            refused(hall.capture(guest, UUID.randomUUID(), meeting, "@강천면 점검"), 403, "not-allowed");
        }
        var attempts = hall.as("admin").get("/api/v1/audit?action=refused").body();
        assertThat(attempts.valueStream().map(one -> one.path("subjectId").asString()))
                .contains(id, "POST /api/v1/directives");

        // whoever acts for the head, and the head who is away, are both of the unit
        var acting = ok(hall.move(hall.as("sanbuk"), captured, "ACKNOWLEDGE", ""));
        assertThat(acting.at("/history/1/byPost").asString()).isEqualTo("면장 직무대리");
        assertThat(ok(hall.move(hall.as("sanbuk-head"), acting, "START", ""))
                        .path("state")
                        .asString())
                .isEqualTo("IN_PROGRESS");
    }

    @Test
    void whoIsNotOfTheSeriesSeesOnlyTheirOwn() {
        var series = hall.newSeries("따로 하는 회의");
        var meeting = hall.meeting(series, "2026-11-23", false);
        var admin = hall.as("admin");
        var captured = hall.captured(admin, meeting, "@강천면 따로 점검");
        hall.captured(admin, meeting, "@북내면 따로 살핌");
        assertThat(list(hall.as("gangcheon"), "series=" + series)).isEqualTo("[따로 점검]");
        assertThat(list(hall.as("staff"), "series=" + series)).isEqualTo("[]");
        assertThat(hall.as("gangcheon")
                        .get("/api/v1/directives?meeting=" + meeting)
                        .status())
                .isEqualTo(403);
        assertThat(hall.as("staff")
                        .get("/api/v1/directives/" + captured.path("id").asString())
                        .status())
                .isEqualTo(403);
        assertThat(ok(hall.move(hall.as("gangcheon"), captured, "ACKNOWLEDGE", ""))
                        .path("givenBy")
                        .asString())
                .as("without one chair, who captured it")
                .isEqualTo("전산 담당 관리자");
    }

    @Test
    void ofTwoAtOnceOneIsToldWhoWasFaster() throws Exception {
        var meeting = meeting();
        var town = hall.as("gangcheon");
        var done = hall.captured(hall.as("clerk"), meeting, "@강천면 점검");
        for (var step : List.of("ACKNOWLEDGE", "START", "FINISH")) {
            done = ok(hall.move(town, done, step, ""));
        }
        var seen = done;
        var mayor = hall.as("mayor");
        var clerk = hall.as("clerk");
        var answers = together(List.of(
                () -> hall.move(mayor, seen, "VERIFY", ""), () -> hall.move(clerk, seen, "RETURN", "사진이 없습니다")));
        assertThat(answers.stream().map(Browser.Answer::status)).containsExactlyInAnyOrder(200, 409);
        var late =
                answers.stream().filter(one -> one.status() == 409).findFirst().orElseThrow();
        refused(late, 409, "directive-changed");
        assertThat(late.body().path("detail").asString()).containsAnyOf("한가온", "문초롱");
        assertThat(again(clerk, seen).path("version").asInt())
                .isEqualTo(seen.path("version").asInt() + 1);
    }

    @Test
    void theSameCaptureIsSavedOnce() throws Exception {
        var meeting = meeting();
        var clerk = hall.as("clerk");
        var id = UUID.randomUUID();
        clerk.get("/api/v1/me");
        Callable<Browser.Answer> send = () -> hall.capture(clerk, id, meeting, "@강천면 @북내면 한 번만");
        var answers = together(List.of(send, send, send));
        var first = ok(answers.getFirst());
        assertThat(first).hasSize(2);
        for (var answer : answers) {
            assertThat(ok(answer).valueStream().map(one -> one.path("id").asString()))
                    .containsExactlyElementsOf(first.valueStream()
                            .map(one -> one.path("id").asString())
                            .toList());
        }
        assertThat(list(clerk, "meeting=" + meeting)).isEqualTo("[한 번만, 한 번만]");
        var other = hall.capture(clerk, id, meeting, "@강천면 다른 일");
        refused(other, 409, "directive-captured");
        assertThat(other.body().path("detail").asString())
                .contains(first.get(0).path("label").asString());
    }

    @Test
    void aRehearsalKeepsItsDirectivesToItself() {
        var real = hall.captured(hall.as("clerk"), meeting(), "@여흥동 진짜");
        var rehearsal = hall.meeting(hall.series(), "2026-11-23", true);
        var clerk = hall.as("clerk");
        var practised = hall.captured(clerk, rehearsal, "@여흥동 연습");
        assertThat(practised.path("label").asString()).isEqualTo("리허설");
        assertThat(list(clerk, "meeting=" + rehearsal)).isEqualTo("[연습]");
        assertThat(list(clerk, "unit=" + hall.unit("여흥동"))).contains("진짜").doesNotContain("연습");
        assertThat(ok(hall.as("yeoheung").get("/api/v1/units/" + hall.unit("여흥동") + "/obligations"))
                        .path("owes")
                        .valueStream()
                        .map(one -> one.path("sentence").asString()))
                .contains("진짜")
                .doesNotContain("연습");
        hall.adjourn(rehearsal);
        var next = hall.meeting(hall.series(), "2026-11-23", false);
        assertThat(ok(clerk.get("/api/v1/directives/carried?meeting=" + next))
                        .valueStream()
                        .map(one -> one.at("/directive/sentence").asString()))
                .contains("진짜")
                .doesNotContain("연습");
        refused(
                hall.move(clerk, practised, "MERGE", "같은 일", real.path("id").asString(), null),
                409,
                "directive-merge-target");
        refused(
                hall.move(clerk, real, "MERGE", "같은 일", practised.path("id").asString(), null),
                409,
                "directive-merge-target");
    }

    @Test
    void openOnesEnterTomorrowsAgendaWithTheirCount() {
        var series = hall.newSeries("이월 회의");
        var admin = hall.as("admin");
        var first = hall.meeting(series, "2026-11-23", false);
        hall.captured(admin, first, "@강천면 기한 없음");
        hall.captured(admin, first, "@강천면 모레 기한 11/25까지");
        hall.captured(admin, first, "@강천면 내일 기한 11/24까지");
        hall.captured(admin, first, "@강천면 오늘 기한 11/23까지");
        var merged = hall.captured(admin, first, "@강천면 합칠 것");
        assertThat(merged.path("carriedOver").asInt()).isZero();
        hall.adjourn(first);
        hall.adjourn(hall.meeting(series, "2026-11-23", true));

        clock.set(START.plus(Duration.ofDays(1)));
        var second = hall.meeting(series, "2026-11-24", false);
        assertThat(agenda(second))
                .containsExactly(
                        "오늘 기한 OVERDUE 1", "내일 기한 DUE_TODAY 1", "모레 기한 LATER 1", "기한 없음 NO_DATE 1", "합칠 것 NO_DATE 1");
        assertThat(agenda(second)).isEqualTo(agenda(second));
        hall.captured(admin, second, "@강천면 오늘 나온 것");
        var into = ok(admin.get("/api/v1/directives/carried?meeting=" + second))
                .get(3)
                .path("directive");
        var gone = ok(hall.move(admin, merged, "MERGE", "같은 일", into.path("id").asString(), null));
        assertThat(gone.path("mergedIntoLabel")).isEqualTo(into.path("label"));
        assertThat(agenda(second))
                .as("what was given in it is not carried into it")
                .hasSize(4);
        hall.adjourn(second);

        clock.set(START.plus(Duration.ofDays(2)));
        var third = hall.meeting(series, "2026-11-25", false);
        assertThat(agenda(third))
                .containsExactly(
                        "오늘 기한 OVERDUE 2",
                        "내일 기한 OVERDUE 2",
                        "모레 기한 DUE_TODAY 2",
                        "기한 없음 NO_DATE 2",
                        "오늘 나온 것 NO_DATE 1");
        assertThat(again(admin, merged).path("carriedOver").asInt()).isEqualTo(1);
        assertThat(list(admin, "series=" + series + "&urgency=OVERDUE")).isEqualTo("[오늘 기한, 내일 기한]");
        assertThat(list(admin, "series=" + series + "&state=MERGED")).isEqualTo("[합칠 것]");
        assertThat(list(admin, "series=" + series + "&order=AGE&page=1")).isEqualTo("[]");
    }

    private List<String> agenda(String meeting) {
        return ok(hall.as("admin").get("/api/v1/directives/carried?meeting=" + meeting))
                .valueStream()
                .map(one -> one.at("/directive/sentence").asString() + " "
                        + one.path("urgency").asString() + " "
                        + one.path("times").asInt())
                .toList();
    }

    @Test
    void aUnitThatEndedGetsNothingNewAndItsOldOnesMove() {
        var admin = hall.as("admin");
        var clerk = hall.as("clerk");
        var old = hall.captured(clerk, meeting(), "@오학동 강변 점검");
        var unit = hall.unit("오학동");
        ok(admin.send("PUT", "/api/v1/units/" + unit + "/until", "{\"until\":\"2026-11-30\"}", true));
        ok(admin.post("/api/v1/units", """
                {"name":"여강동","nameEn":"Yeogang-dong","kind":"TOWN","from":"2026-12-01"}"""));
        clock.set(Instant.parse("2026-11-30T23:00:00Z")); // 08:00 on 1 December
        var meeting = hall.meeting(hall.series(), "2026-12-01", false);
        var answer = hall.capture(clerk, UUID.randomUUID(), meeting, "@오학동 강변 점검");
        refused(answer, 400, "directive-ended-unit");
        assertThat(answer.body().path("detail").asString())
                .contains("2026. 11. 30.")
                .contains("여강동");
        refused(
                hall.capture(clerk, UUID.randomUUID(), meeting, "@오학동 점검", """
                        {"unitIds":["%s"],"sentence":"점검","due":null}""".formatted(unit), 0),
                400,
                "directive-ended-unit");
        assertThat(list(clerk, "meeting=" + meeting)).isEqualTo("[]");

        var left = again(clerk, old);
        assertThat(left.path("unitEnded").asBoolean()).isTrue();
        assertThat(ok(clerk.get("/api/v1/units/" + unit + "/obligations"))
                        .path("endedOn")
                        .asString())
                .isEqualTo("2026-11-30");
        refused(hall.move(clerk, left, "REASSIGN", "통합", null, unit), 400, "directive-ended-unit");
        refused(hall.move(clerk, left, "REASSIGN", "", null, hall.unit("여강동")), 400, "directive-reason");
        refused(hall.move(clerk, left, "REASSIGN", "통합", null, null), 400, "directive-whereto");
        var moved = ok(hall.move(clerk, left, "REASSIGN", "오학동이 여강동이 되었습니다", null, hall.unit("여강동")));
        assertThat(moved.path("unitName").asString()).isEqualTo("여강동");
        assertThat(moved.path("label")).isEqualTo(old.path("label"));
        assertThat(moved.at("/history/1/unitName").asString()).isEqualTo("여강동");
        assertThat(moved.at("/history/0/unitName").asString()).isEqualTo("오학동");
    }

    @Test
    void isCapturedOnlyWhileItsMeetingIsOnOrADayAfter() {
        var meeting = meeting();
        var clerk = hall.as("clerk");
        clock.advance(Duration.ofMinutes(30));
        hall.adjourn(meeting);
        clock.advance(Duration.ofMinutes(5));
        var late = hall.captured(clerk, meeting, "@강천면 막 적던 것");
        assertThat(late.path("saidAt").asString()).as("not after its end").isEqualTo("2026-11-22T22:30:00Z");
        clock.advance(Duration.ofHours(25));
        refused(hall.capture(clerk, UUID.randomUUID(), meeting, "@강천면 점검"), 409, "directive-meeting-over");
        refused(
                hall.capture(clerk, UUID.randomUUID(), UUID.randomUUID().toString(), "@강천면 점검"),
                404,
                "meeting-missing");
        refused(hall.capture(clerk, UUID.randomUUID(), meeting, "@강천면 점검", null, -1), 400, "invalid");
    }

    @Test
    void theRoomIsToldAndGuestsAreNot() {
        var meeting = meeting();
        var events = "/api/v1/meetings/" + meeting + "/events";
        var guestLines = hall.guest(meeting, "SPEAKER").lines(events);
        try (var lines = hall.as("clerk").lines(events)) {
            var reading = lines.iterator();
            next(reading, "event:directives");
            assertThat(reading.next()).startsWith("data:{\"changedAt\":");
            clock.advance(Duration.ofMinutes(1));
            hall.captured(hall.as("host"), meeting, "@강천면 점검");
            next(reading, "event:directives");
            assertThat(reading.next()).isEqualTo("data:{\"changedAt\":\"2026-11-22T22:01:00Z\"}");
        }
        hall.adjourn(meeting);
        try (var lines = guestLines) {
            var reading = lines.iterator();
            var heard = new ArrayList<String>();
            while (heard.stream().noneMatch(line -> line.contains("ADJOURNED"))) {
                heard.add(reading.next());
            }
            assertThat(heard).doesNotContain("event:directives");
        }
    }

    private static void next(Iterator<String> lines, String wanted) {
        while (!lines.next().equals(wanted)) {}
    }

    private static List<Browser.Answer> together(List<Callable<Browser.Answer>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var running = threads.invokeAll(calls.stream()
                    .<Callable<Browser.Answer>>map(call -> () -> {
                        start.await();
                        return call.call();
                    })
                    .toList());
            var answers = new ArrayList<Browser.Answer>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
