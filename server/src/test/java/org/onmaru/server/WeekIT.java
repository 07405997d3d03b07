package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.HeldMeeting.ok;
import static org.onmaru.server.hall.report.ReportDay.edit;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.onmaru.server.hall.report.ReportDay;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A city of fourteen units meets every morning for a week, Saturday and Sunday included: what units report becomes
/// figures and an agenda, what is decided comes back the next day, and the week is found again in the archive. Through
/// the public API only; the clock advances as the mornings do.
@ServerTest
class WeekIT {

    private static final ZoneId CITY = ZoneId.of("Asia/Seoul");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final int DAYS = 7;
    private static final String CONFIRMED = "covid.confirmed";

    private static final List<String> UNITS = List.of(
            "ganam",
            "jeomdong",
            "heungcheon",
            "geumsa",
            "sejong",
            "daesin",
            "bungnae",
            "gangcheon",
            "sanbuk",
            "yeoheung",
            "jungang",
            "ohak",
            "health",
            "disaster");

    /// What is spoken of on each day, for everybody.
    private static final List<String> TREES = List.of("느티나무", "은행나무", "소나무", "벚나무", "버드나무", "자작나무", "오동나무");

    /// What is spoken of on each day, among themselves.
    private static final List<String> BIRDS = List.of("두루미", "까마귀", "기러기", "백로", "종다리", "꾀꼬리", "딱따구리");

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private final Map<String, Browser> people = new HashMap<>();
    private final Map<LocalDate, Map<String, Integer>> reported = new HashMap<>();

    private Browser as(String login) {
        return people.computeIfAbsent(login, name -> Browser.as(name, port, data));
    }

    private void at(LocalDate day, int hour, int minute) {
        clock.set(day.atTime(LocalTime.of(hour, minute)).atZone(CITY).toInstant());
    }

    /// What stands in the last version of each unit's report of a day.
    private Map<String, Integer> reported(LocalDate date) {
        return reported.computeIfAbsent(date, _ -> new HashMap<>());
    }

    /// How many a unit had confirmed up to a day, so that no two units and no two days are alike.
    private static int confirmed(int unit, int day) {
        return IntStream.rangeClosed(0, day).map(d -> (unit * 5 + d * 3) % 7).sum();
    }

    @Test
    void theCityMeetsEveryMorning() {
        var meetings = new ArrayList<HeldMeeting>();
        for (int day = 0; day < DAYS; day++) {
            var date = MONDAY.plusDays(day);
            at(date, 7, 0);
            var meeting = new HeldMeeting(port, data, scheduled(date));
            reports(day, date);
            beforeTheMeeting(day, meeting);
            hold(day, date, meeting);
            meetings.add(meeting);
        }
        at(MONDAY.plusDays(DAYS), 6, 0);
        assertFigures();
        assertFound(meetings);
        assertThat(meetings.stream()
                        .map(one ->
                                ok(one.host.get(one.path(""))).path("ordinal").asInt()))
                .as("every day has its own, the weekend too")
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(ok(as("admin").get("/api/v1/audit/proof")).path("brokenAt").isNull())
                .isTrue();
    }

    /// The day's meeting, which nobody had to make.
    private String scheduled(LocalDate date) {
        return eventually(
                        "a meeting on " + date,
                        () -> ok(as("host").get("/api/v1/meetings?from=" + date + "&to=" + date))
                                .valueStream()
                                .filter(one -> !one.path("rehearsal").asBoolean())
                                .map(one -> one.path("id").asString())
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    /// Every unit reports before the cut-off, but for what a week brings: one has nothing to report, one forgets its
    /// report on Saturday, one is late on Wednesday.
    private void reports(int day, LocalDate date) {
        var today = reported(date);
        for (int unit = 0; unit < UNITS.size(); unit++) {
            var login = UNITS.get(unit);
            if ((login.equals("ohak") && day == 5) || (login.equals("heungcheon") && day == 2)) {
                continue;
            }
            var report = ReportDay.open(as(login), date.toString());
            if (login.equals("jeomdong")) {
                report.filed(true, "");
                continue;
            }
            fill(report, unit, day);
            report.filed(false, "");
            today.put(login, confirmed(unit, day));
        }
    }

    private static void fill(ReportDay report, int unit, int day) {
        if (day == 0) {
            report.type(edit("templates", "", "infection"));
        }
        report.type(
                edit("situation", "", UNITS.get(unit) + " " + (day + 1) + "일째 이상 없이 순찰했습니다."),
                edit("figure/" + CONFIRMED + "/toDate", "", Integer.toString(confirmed(unit, day))));
    }

    private void beforeTheMeeting(int day, HeldMeeting meeting) {
        var agenda = ok(meeting.host.get(meeting.path("/agenda")));
        var carried = why(agenda, "마스크 3천 장");
        switch (day) {
            case 0 -> assertThat(carried).as("nothing was asked yet").isEmpty();
            case 1 -> {
                assertThat(carried).as("not due before Wednesday").isEmpty();
                assertThat(why(agenda, "이월된 지시사항 1건"))
                        .as("and not forgotten until then")
                        .hasSize(1)
                        .first()
                        .asString()
                        .contains("“마스크 3천 장”(강천면, 2026. 11. 25.까지) 이월 1회");
                assertThat(asked().path("carriedOver").asInt()).isOne();
                move("gangcheon", "ACKNOWLEDGE");
            }
            case 2 -> {
                assertThat(carried).hasSize(1).first().asString().contains("오늘이 기한", "이월 2회");
                move("gangcheon", "START");
                assertThat(ok(as("ganam").get("/api/v1/needs/answered?unit=" + unit("가남읍") + "&since=2026-11-24"))
                                .valueStream()
                                .map(need -> need.path("sentence").asString()))
                        .as("the answer of yesterday waits for today's report")
                        .containsExactly("제설제 2톤");
            }
            case 3 -> {
                assertThat(carried).hasSize(1).first().asString().contains("지났습니다", "이월 3회");
                assertThat(titles(agenda).getFirst())
                        .as("what is overdue comes first")
                        .isEqualTo("마스크 3천 장");
                move("gangcheon", "FINISH");
                move("clerk", "VERIFY");
            }
            default -> assertThat(carried).as("done and verified").isEmpty();
        }
        assertThat(titles(agenda)).contains("특이사항 없음: 점동면");
    }

    private void hold(int day, LocalDate date, HeldMeeting meeting) {
        at(date, 8, 0);
        eventually(
                "the meeting open by itself",
                () -> ok(meeting.host.get(meeting.path(""))).path("state").asString(),
                "OPEN"::equals);
        at(date, 8, 30);
        var open = meeting.item(TREES.get(day) + " 이식 계획", true);
        var internal = meeting.item(BIRDS.get(day) + " 인사 이동", false);
        meeting.start();
        meeting.begin(open);
        if (day == 0) {
            meeting.directive("@강천면 마스크 3천 장 11/25까지");
        }
        if (day == 1) {
            answerTheNeed(meeting);
        }
        if (day == 2) {
            comesLate(date, meeting);
        }
        clock.advance(Duration.ofMinutes(10));
        meeting.begin(internal);
        clock.advance(Duration.ofMinutes(10));
        meeting.adjourn();
        at(date, 10, 0);
        meeting.write("speech/" + open + "/" + UUID.randomUUID(), "", TREES.get(day) + " 서른 그루를 옮겨 심습니다.");
        meeting.write("speech/" + internal + "/" + UUID.randomUUID(), "", BIRDS.get(day) + " 과장을 전보합니다.");
        meeting.write("attendees", "", "시장 한가온");
        meeting.write("decisions/meeting", "", "다음 날 다시 논의한다.");
        meeting.write("votes/meeting", "", "해당 없음");
        ok(meeting.clerk.post(meeting.path("/minutes/review"), "{}"));
        meeting.publish();
        if (day == 4) {
            correctYesterday(date.minusDays(1));
        }
    }

    private void answerTheNeed(HeldMeeting meeting) {
        var need =
                ok(as("ganam").post("/api/v1/needs", """
                {"id":"%s","meetingId":"%s","unitId":"%s","sentence":"제설제 2톤"}""".formatted(UUID.randomUUID(), meeting.meeting, unit("가남읍"))));
        ok(meeting.clerk.post("/api/v1/needs/" + need.path("id").asString() + "/answer", """
                {"meetingId":"%s","answer":"ACCEPTED","unitId":"%s","date":"2026-12-01","words":"보냅니다","version":%d}""".formatted(
                        meeting.meeting, unit("재난안전대책본부"), need.path("version").asInt())));
    }

    /// What comes while the meeting is on is added to the agenda; what was there stays.
    private void comesLate(LocalDate date, HeldMeeting meeting) {
        var before = titles(ok(meeting.host.get(meeting.path("/agenda"))));
        int unit = UNITS.indexOf("heungcheon");
        var report = ReportDay.open(as("heungcheon"), date.toString());
        fill(report, unit, 2);
        report.filed(false, "");
        reported(date).put("heungcheon", confirmed(unit, 2));
        assertThat(titles(ok(meeting.host.get(meeting.path("/agenda")))))
                .containsAll(before)
                .contains("흥천면 추가 보고");
    }

    private void correctYesterday(LocalDate yesterday) {
        int right = reported(yesterday).getOrDefault("geumsa", 0) + 1;
        var report = ReportDay.open(as("geumsa"), yesterday.toString());
        report.type(edit("figure/" + CONFIRMED + "/toDate", Integer.toString(right - 1), Integer.toString(right)));
        report.filed(false, "중복 집계를 바로잡음");
        reported(yesterday).put("geumsa", right);
    }

    private void assertFigures() {
        var days = ok(as("clerk")
                .get("/api/v1/series/" + series() + "/roll-up?from=" + MONDAY + "&to=" + MONDAY.plusDays(DAYS - 1)));
        assertThat(days).hasSize(DAYS);
        for (JsonNode one : days) {
            var date = LocalDate.parse(one.path("date").asString());
            var line = one.path("lines")
                    .valueStream()
                    .filter(metric -> metric.path("metric").asString().equals(CONFIRMED))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.path("toDate").decimalValue())
                    .as("all units on " + date)
                    .isEqualByComparingTo(BigDecimal.valueOf(reported(date).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum()));
            assertThat(line.path("parts")).hasSize(reported(date).size());
            assertThat(line.path("corrected").asBoolean())
                    .as("corrected " + date)
                    .isEqualTo(date.equals(MONDAY.plusDays(3)) || date.equals(MONDAY.plusDays(4)));
            assertThat(one.path("missing"))
                    .as("who did not report on " + date)
                    .hasSize(date.equals(MONDAY.plusDays(5)) ? 1 : 0);
        }
    }

    /// Every meeting is found by what was said in it, and by citizens only what was said to them.
    private void assertFound(List<HeldMeeting> meetings) {
        var citizen = new Browser(port);
        for (int day = 0; day < DAYS; day++) {
            var meeting = meetings.get(day).meeting;
            var said = encoded("\"" + TREES.get(day) + " 서른\"");
            var hit = eventually(
                            "the minutes of day " + day,
                            () -> ok(citizen.get("/api/v1/public/archive?q=" + said))
                                    .path("hits"),
                            hits -> hits.size() == 1)
                    .get(0);
            assertThat(hit.path("meetingId").asString()).isEqualTo(meeting);
            assertThat(hit.path("kind").asString()).isEqualTo("MINUTES");
            assertThat(hit.path("released").asBoolean()).isTrue();
            var internal = encoded(BIRDS.get(day));
            assertThat(ok(citizen.get("/api/v1/public/archive?q=" + internal))
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(ok(as("clerk").get("/api/v1/archive?q=" + internal))
                            .path("hits")
                            .valueStream()
                            .map(one -> one.path("meetingId").asString())
                            .distinct())
                    .containsExactly(meeting);
        }
        assertThat(ok(citizen.get("/api/v1/public/meetings?limit=20"))
                        .valueStream()
                        .map(one -> one.path("id").asString()))
                .containsAll(meetings.stream().map(one -> one.meeting).toList());
    }

    private void move(String login, String move) {
        var directive = asked();
        ok(as(login).post("/api/v1/directives/" + directive.path("id").asString() + "/moves", """
                {"move":"%s","version":%d,"reason":"","note":"","intoId":null,"unitId":null}""".formatted(
                        move, directive.path("version").asInt())));
    }

    /// What Gangcheon owes since Monday.
    private JsonNode asked() {
        return ok(as("clerk").get("/api/v1/directives?series=" + series()))
                .path("directives")
                .valueStream()
                .filter(one -> one.path("sentence").asString().equals("마스크 3천 장"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(JsonNode agenda) {
        return agenda.path("items")
                .valueStream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    /// Why an item with that title is on the agenda; empty when there is none.
    private static List<String> why(JsonNode agenda, String title) {
        return agenda.path("items")
                .valueStream()
                .filter(item -> item.path("title").asString().equals(title))
                .map(item -> item.path("why").asString())
                .toList();
    }

    private String unit(String name) {
        return ok(as("host").get("/api/v1/units"))
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private String series() {
        return ok(as("host").get("/api/v1/series")).path(0).path("id").asString();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /// Scheduled work and the index follow within seconds.
    private static <T> T eventually(String what, Callable<T> look, Predicate<T> wanted) {
        return Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(look, wanted);
    }
}
