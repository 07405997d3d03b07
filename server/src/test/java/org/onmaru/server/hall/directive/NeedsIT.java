package org.onmaru.server.hall.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.hall.directive.Hall.ok;
import static org.onmaru.server.hall.directive.Hall.quoted;
import static org.onmaru.server.hall.directive.Hall.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What units ask for and are told; the clock stands at 07:00 on Monday, 23 November 2026.
@ServerTest
class NeedsIT {

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private Needs needs;

    @LocalServerPort
    private int port;

    private Hall hall;
    private String meeting;

    @BeforeEach
    void aMeetingIsOn() {
        clock.set(Instant.parse("2026-11-22T22:00:00Z"));
        hall = new Hall(port, data);
        meeting = hall.meeting(hall.series(), "2026-11-23", false);
    }

    private Browser.Answer raise(Browser by, UUID id, String in, String unit, String sentence) {
        return by.post("/api/v1/needs", """
                {"id":"%s","meetingId":"%s","unitId":"%s","sentence":"%s"}""".formatted(id, in, hall.unit(unit), sentence));
    }

    private JsonNode raised(String login, String unit, String sentence) {
        return ok(raise(hall.as(login), UUID.randomUUID(), meeting, unit, sentence));
    }

    private Browser.Answer answer(
            Browser by, JsonNode need, String as, String unit, @Nullable String date, String words) {
        return answer(by, need, meeting, as, unit, date, words);
    }

    private Browser.Answer answer(
            Browser by, JsonNode need, String in, String as, String unit, @Nullable String date, String words) {
        return by.post("/api/v1/needs/" + need.path("id").asString() + "/answer", """
                {"meetingId":"%s","answer":"%s","unitId":"%s","date":%s,"words":"%s","version":%d}""".formatted(
                        in,
                        as,
                        hall.unit(unit),
                        quoted(date),
                        words,
                        need.path("version").asInt()));
    }

    private static List<String> sentences(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path("sentence").asString())
                .toList();
    }

    private JsonNode obligations(String login, String unit) {
        return ok(hall.as(login).get("/api/v1/units/" + hall.unit(unit) + "/obligations"));
    }

    @Test
    void anAcceptedNeedIsOwedByTheUnitThatDoesIt() {
        var need = raised("ganam", "가남읍", "제설차 한 대");
        assertThat(need.path("state").asString()).isEqualTo("OPEN");
        assertThat(need.path("raisedBy").asString()).isEqualTo("읍장 김하늘");
        assertThat(need.path("mayAnswer").asBoolean()).isFalse();
        assertThat(sentences(obligations("ganam", "가남읍").path("needs"))).contains("제설차 한 대");

        refused(answer(hall.as("ganam"), need, "ACCEPTED", "보건소", "2026-11-30", ""), 403, "not-allowed");
        refused(answer(hall.as("clerk"), need, "ACCEPTED", "보건소", null, ""), 400, "need-date");
        refused(answer(hall.as("clerk"), need, "ACCEPTED", "보건소", "2026-11-22", ""), 400, "directive-past-due");
        refused(answer(hall.as("clerk"), need, "OPEN", "보건소", "2026-11-30", ""), 400, "need-answer");
        var accepted = ok(answer(hall.as("clerk"), need, "ACCEPTED", "보건소", "2026-11-30", "한 대 보냅니다"));
        assertThat(accepted.at("/answer/unitName").asString()).isEqualTo("보건소");
        assertThat(accepted.at("/answer/by").asString()).isEqualTo("주무관 문초롱");
        refused(answer(hall.as("host"), accepted, "REFUSED", "보건소", null, "아니오"), 409, "need-answered");

        var promised = accepted.at("/answer/directiveId").asString();
        var directive = ok(hall.as("health").get("/api/v1/directives/" + promised));
        assertThat(directive.path("sentence").asString()).isEqualTo("제설차 한 대");
        assertThat(directive.path("askedUnitName").asString()).isEqualTo("가남읍");
        assertThat(directive.path("due").asString()).isEqualTo("2026-11-30");
        assertThat(directive.path("givenBy").asString()).isEqualTo("시장 한가온");
        assertThat(sentences(obligations("health", "보건소").path("owes"))).contains("제설차 한 대");
        assertThat(sentences(obligations("ganam", "가남읍").path("owed"))).containsExactly("제설차 한 대");
        assertThat(sentences(obligations("ganam", "가남읍").path("needs"))).doesNotContain("제설차 한 대");
        ok(hall.move(hall.as("health"), directive, "ACKNOWLEDGE", ""));
        var audited = hall.as("admin")
                .get("/api/v1/audit?subjectId=" + need.path("id").asString())
                .body();
        assertThat(audited.valueStream().map(entry -> entry.path("action").asString()))
                .containsExactly("need.answered", "need.raised");
    }

    @Test
    void whatIsStudiedIsOwedAnAnswer() {
        var need = raised("daesin", "대신면", "방역 인력 두 명");
        var studied = ok(answer(hall.as("host"), need, "UNDER_STUDY", "재난안전대책본부", "2026-11-27", "인력을 봅니다"));
        assertThat(sentences(obligations("disaster", "재난안전대책본부").path("studies")))
                .containsExactly("방역 인력 두 명");
        assertThat(sentences(obligations("daesin", "대신면").path("needs"))).containsExactly("방역 인력 두 명");
        refused(answer(hall.as("clerk"), need, "REFUSED", "재난안전대책본부", null, "못 봄"), 409, "need-changed");

        clock.advance(Duration.ofDays(1));
        var tomorrow = hall.meeting(hall.series(), "2026-11-24", false);
        refused(answer(hall.as("clerk"), studied, tomorrow, "REFUSED", "재난안전대책본부", null, " "), 400, "need-reason");
        var refusedOne =
                ok(answer(hall.as("clerk"), studied, tomorrow, "REFUSED", "재난안전대책본부", "2026-11-27", "인력이 없습니다"));
        assertThat(refusedOne.at("/answer/date").isNull()).isTrue();
        assertThat(refusedOne
                        .path("history")
                        .valueStream()
                        .map(step -> step.path("move").asString()))
                .containsExactly("RAISE", "UNDER_STUDY", "REFUSED");

        var unit = hall.unit("대신면");
        var daesin = hall.as("daesin");
        assertThat(sentences(ok(daesin.get("/api/v1/needs/answered?unit=" + unit + "&since=2026-11-24"))))
                .as("stands in the next report")
                .containsExactly("방역 인력 두 명");
        assertThat(sentences(ok(daesin.get("/api/v1/needs/answered?unit=" + unit + "&since=2026-11-25"))))
                .isEmpty();
        assertThat(needs.answeredSince(new UnitId(UUID.fromString(unit)), LocalDate.of(2026, 11, 24)))
                .extracting(Need::state)
                .containsExactly(Need.State.REFUSED);
    }

    @Test
    void aUnitAsksForItselfOnly() {
        refused(raise(hall.as("ganam"), UUID.randomUUID(), meeting, "대신면", "남의 일"), 403, "not-allowed");
        refused(raise(hall.as("staff"), UUID.randomUUID(), meeting, "가남읍", "남의 일"), 403, "not-allowed");
        refused(raise(hall.guest(meeting, "GUEST"), UUID.randomUUID(), meeting, "가남읍", "손님"), 403, "not-allowed");
        ok(raise(hall.as("clerk"), UUID.randomUUID(), meeting, "점동면", "서기가 적은 것"));
        assertThat(sentences(ok(hall.as("clerk").get("/api/v1/needs?unit=" + hall.unit("점동면")))))
                .containsExactly("서기가 적은 것");
        assertThat(sentences(ok(hall.as("jeomdong").get("/api/v1/needs?state=OPEN&unit=" + hall.unit("점동면")))))
                .containsExactly("서기가 적은 것");
        assertThat(sentences(ok(hall.as("jeomdong").get("/api/v1/needs?state=REFUSED&unit=" + hall.unit("점동면")))))
                .isEmpty();
        assertThat(ok(hall.as("sanbuk").get("/api/v1/me/units"))
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .containsExactly("산북면");
    }

    @Test
    void theSameNeedIsWrittenDownOnce() {
        var id = UUID.randomUUID();
        var first = ok(raise(hall.as("geumsa"), id, meeting, "금사면", "모래주머니"));
        var second = ok(raise(hall.as("geumsa"), id, meeting, "금사면", "모래주머니"));
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("history")).hasSize(1);
        refused(raise(hall.as("geumsa"), id, meeting, "금사면", "다른 것"), 409, "need-written");
        assertThat(sentences(ok(hall.as("geumsa").get("/api/v1/needs?unit=" + hall.unit("금사면")))))
                .containsExactly("모래주머니");
    }

    @Test
    void aRehearsalsNeedsStayThere() {
        var real = raised("heungcheon", "흥천면", "진짜 건의");
        var rehearsal = hall.meeting(hall.series(), "2026-11-23", true);
        var practised = ok(raise(hall.as("heungcheon"), UUID.randomUUID(), rehearsal, "흥천면", "연습 건의"));
        var clerk = hall.as("clerk");
        refused(answer(clerk, real, rehearsal, "REFUSED", "보건소", null, "아니오"), 409, "need-elsewhere");
        refused(answer(clerk, practised, "REFUSED", "보건소", null, "아니오"), 409, "need-elsewhere");
        ok(answer(clerk, practised, rehearsal, "ACCEPTED", "보건소", "2026-11-30", ""));
        assertThat(sentences(ok(clerk.get("/api/v1/needs?unit=" + hall.unit("흥천면")))))
                .containsExactly("진짜 건의");
        assertThat(sentences(ok(clerk.get("/api/v1/needs?meeting=" + rehearsal))))
                .containsExactly("연습 건의");
        assertThat(sentences(obligations("heungcheon", "흥천면").path("owed"))).isEmpty();
        assertThat(sentences(ok(clerk.get("/api/v1/needs/answered?since=2026-11-23&unit=" + hall.unit("흥천면")))))
                .isEmpty();
    }

    @Test
    void aNeedIsAnsweredInItsOwnSeries() {
        var need = raised("bungnae", "북내면", "가로등");
        var elsewhere = hall.meeting(hall.newSeries("다른 회의체"), "2026-11-23", false);
        refused(answer(hall.as("admin"), need, elsewhere, "REFUSED", "보건소", null, "여기서는 아님"), 409, "need-elsewhere");
        assertThat(hall.as("clerk")
                        .post("/api/v1/needs/" + UUID.randomUUID() + "/answer", """
                                {"meetingId":"%s","answer":"REFUSED","unitId":"%s","date":null,"words":"없음","version":1}""".formatted(
                                        meeting, hall.unit("보건소")))
                        .code())
                .isEqualTo("need-missing");
    }
}
