package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.HeldMeeting.ok;
import static org.onmaru.server.HeldMeeting.refused;
import static org.onmaru.server.hall.report.CatalogueKeeper.metric;
import static org.onmaru.server.hall.report.CatalogueKeeper.template;
import static org.onmaru.server.hall.report.ReportDay.edit;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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

/// What administrators may not make of templates and metrics, and what the audit keeps of what they made; every test
/// has names of its own.
@ServerTest
class CatalogueRulesIT {

    private static final String MONDAY = "2026-11-23";

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private CatalogueKeeper keeper;

    @BeforeEach
    void administrator() {
        clock.set(Instant.parse("2026-11-22T22:00:00Z"));
        keeper = new CatalogueKeeper(port, data);
    }

    private Browser as(String login) {
        return Browser.as(login, port, data);
    }

    private static void assertInvalid(Browser.Answer answer, String ko, String en) {
        refused(answer, 400, "invalid");
        assertThat(answer.body().path("detail").asString()).isEqualTo(ko);
        assertThat(answer.body().path("detailEn").asString()).isEqualTo(en);
    }

    @Test
    void onlyAdministratorsSeeWhatIsKept() {
        assertThat(new Browser(port).get("/api/v1/report-catalogue").status()).isEqualTo(401);
        refused(as("clerk").get("/api/v1/report-catalogue"), 403, "not-allowed");
        assertThat(keeper.keptTemplate("snow").path("metrics").toString()).isEqualTo("[\"snow.depth\",\"snow.plows\"]");
        assertThat(keeper.keptMetric("snow.plows").path("filed").asBoolean()).isFalse();
    }

    @Test
    void aUnitIsNoMoreOpenThanTheCityAndCitizensLearnNothingWithoutAReason() {
        refused(keeper.createMetric(metric("열린 읍면동", "unitDisclosure", "PUBLIC")), 400, "unit-more-open");
        refused(keeper.createMetric(metric("근거 없음", "disclosure", "PUBLIC")), 400, "citation-missing");
        var kept = keeper.newMetric(metric("공개 범위"));
        refused(keeper.changeMetric(kept, metric("공개 범위", "unitDisclosure", "PUBLIC")), 400, "unit-more-open");
        refused(
                keeper.changeMetric(kept, metric("공개 범위", "disclosure", "PUBLIC", "citation", "  ")),
                400,
                "citation-missing");
        assertThat(keeper.keptMetric(kept).path("version").asInt()).isEqualTo(1);
        assertThat(keeper.catalogue().toString()).doesNotContain("열린 읍면동", "근거 없음");
    }

    @Test
    void aMetricThatWasFiledKeepsItsMeaning() {
        var name = "한랭질환";
        var cold = keeper.newMetric(metric(name, "decimals", 1, "mayFall", true));
        var template = keeper.newTemplate("한랭", cold);
        ok(keeper.changeMetric(cold, metric(name)));
        ok(keeper.changeMetric(cold, metric(name, "decimals", 1, "combines", "HIGHEST", "measure", "명")));
        ok(keeper.changeMetric(cold, metric(name)));

        var report = ReportDay.open(as("ganam"), MONDAY);
        report.type(edit("templates", "", template), edit("figure/" + cold + "/toDate", "", "4"));
        assertThat(keeper.keptMetric(cold).path("filed").asBoolean())
                .as("typed only")
                .isFalse();
        report.filed(false, "");
        var filed = keeper.keptMetric(cold);
        assertThat(filed.path("filed").asBoolean()).isTrue();
        for (var other : List.of(
                metric(name, "decimals", 1), metric(name, "measure", "명"), metric(name, "combines", "HIGHEST"))) {
            var refused = keeper.changeMetric(cold, other);
            refused(refused, 409, "metric-filed");
            assertThat(refused.body().path("detail").asString()).contains("새 지표를 만들어 주십시오");
        }
        assertThat(keeper.keptMetric(cold)).isEqualTo(filed);
        ok(keeper.changeMetric(cold, metric("한랭질환자", "mayFall", true, "estimable", true)));
        refused(keeper.changeMetric(cold, metric("한랭질환자", "mayFall", false)), 409, "metric-filed");
    }

    @Test
    void whatTheCitySaysItselfKeepsItsMeaningToo() {
        var held = keeper.newMetric(metric("시 비축분"));
        var clerk = as("clerk");
        var series = ok(clerk.get("/api/v1/series")).path(0).path("id").asString();
        var path = "/api/v1/series/" + series + "/city-figures/" + MONDAY + "/" + held;
        ok(clerk.send("PUT", path, "{\"thisPeriod\":1,\"toDate\":9}", true));
        refused(keeper.changeMetric(held, metric("시 비축분", "measure", "톤")), 409, "metric-filed");
    }

    @Test
    void aTemplateIsKnownByItsName() {
        var one = keeper.newTemplate("한파 특보", "snow.depth");
        refused(keeper.createTemplate(template("한파 특보", List.of())), 409, "template-name");
        refused(keeper.createTemplate(template("  한파 특보 ", List.of())), 409, "template-name");
        var english = keeper.createTemplate(Map.of("ko", "대설 특보", "en", "Snow", "metrics", List.of()));
        refused(english, 409, "template-name");
        assertThat(english.body().path("detail").asString()).contains("대설");
        var other = keeper.newTemplate("강풍 특보");
        refused(keeper.changeTemplate(other, "한파 특보"), 409, "template-name");
        ok(keeper.changeTemplate(one, "한파 특보", "snow.plows"));

        ok(keeper.retireTemplate(one, true));
        ok(keeper.changeTemplate(other, "한파 특보"));
        refused(keeper.retireTemplate(one, false), 409, "template-name");
        ok(keeper.changeTemplate(other, "강풍 특보"));
        ok(keeper.retireTemplate(one, false));
    }

    @Test
    void aFormAsksWhatThereIsAndEachOnce() {
        var gone = keeper.newMetric(metric("그만 묻는 지표"));
        var form = keeper.newTemplate("지표 검사", gone);
        var before = keeper.keptTemplate(form);
        refused(keeper.changeTemplate(form, "지표 검사", gone, "snow.depth", gone), 400, "metric-twice");
        refused(keeper.changeTemplate(form, "지표 검사", gone, "own.0"), 404, "metric-missing");
        refused(keeper.createTemplate(template("없는 지표", List.of("snow.depth", "x"))), 404, "metric-missing");
        assertThat(keeper.keptTemplate(form)).isEqualTo(before);

        ok(keeper.retireMetric(gone, true));
        refused(keeper.createTemplate(template("그만 묻는 서식", List.of(gone))), 409, "metric-retired");
        ok(keeper.changeTemplate(form, "지표 검사", "snow.depth", gone));
        assertThat(keeper.keptTemplate(form).path("metrics"))
                .as("one that was in it stays in it")
                .hasSize(2);
        ok(keeper.changeTemplate(form, "지표 검사", "snow.depth"));
        var again = keeper.changeTemplate(form, "지표 검사", "snow.depth", gone);
        refused(again, 409, "metric-retired");
        assertThat(again.body().path("detail").asString()).contains("그만 묻는 지표");
    }

    @Test
    void thePlainTemplateStaysAndHasNoFigures() {
        refused(keeper.retireTemplate("plain", true), 409, "template-plain");
        refused(keeper.changeTemplate("plain", "일반", "snow.depth"), 409, "template-plain-figures");
        assertThat(keeper.keptTemplate("plain").path("retired").asBoolean()).isFalse();
        var before = keeper.keptTemplate("plain");
        ok(keeper.changeTemplate("plain", "일반 상황"));
        ok(keeper.changeTemplate(
                "plain",
                Map.of("ko", "일반", "en", before.path("en").asString(), "metrics", List.of()),
                before.path("version").asInt() + 1));
    }

    @Test
    void whatThereIsNotIsNotChanged() {
        refused(keeper.changeTemplate("own.0", template("없음", List.of()), 1), 404, "template-missing");
        refused(keeper.changeMetric("own.0", metric("없음"), 1), 404, "metric-missing");
        for (var kind : List.of("templates", "metrics")) {
            var answer = keeper.browser.send(
                    "PUT", "/api/v1/report-" + kind + "/own.0/retired", "{\"retired\":true,\"version\":1}", true);
            assertThat(answer.status()).as(kind).isEqualTo(404);
        }
    }

    @Test
    void namesThatCannotBeReadAreRefusedWithTheNameOfTheField() {
        var key = keeper.newMetric(metric("이름 검사"));
        var form = keeper.newTemplate("이름 검사", key);
        for (var answer : List.of(
                keeper.createTemplate(template("", List.of())),
                keeper.changeTemplate(form, template(" ", List.of()), 1))) {
            assertInvalid(answer, "이름: 비워 둘 수 없습니다.", "ko: must not be empty.");
        }
        var large = "가".repeat(500);
        for (var answer : List.of(keeper.createMetric(metric(large)), keeper.changeMetric(key, metric(large), 1))) {
            assertInvalid(
                    answer,
                    "영문 이름: 80자까지 쓸 수 있습니다. 이름: 40자까지 쓸 수 있습니다.",
                    "en: at most 80 characters. ko: at most 40 characters.");
        }
        var turned = "동파\u202E고신";
        for (var answer : List.of(
                keeper.createMetric(metric("동파", "measure", turned)),
                keeper.changeMetric(key, metric("동파", "measure", turned), 1))) {
            assertInvalid(
                    answer,
                    "단위: 보이지 않는 문자나 글 방향을 바꾸는 문자는 쓸 수 없습니다.",
                    "measure: hidden characters or ones that turn the text's direction are not allowed.");
        }
        assertInvalid(
                keeper.createMetric(metric("동파", "citation", large)),
                "근거: 200자까지 쓸 수 있습니다.",
                "citation: at most 200 characters.");
        assertInvalid(
                keeper.createMetric(metric("동파", "measureEn", "")),
                "영문 단위: 비워 둘 수 없습니다.",
                "measureEn: must not be empty.");
        assertThat(keeper.keptMetric(key).path("version").asInt()).isEqualTo(1);
        assertThat(keeper.keptTemplate(form).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aLetterCountsOnceHoweverItIsKept() {
        var wide = "🌊".repeat(40);
        keeper.newMetric(metric(wide, "en", "Waves"));
        refused(keeper.createMetric(metric(wide + "🌊", "en", "Waves")), 400, "invalid");
    }

    @Test
    void numbersAndListsHaveTheirMost() {
        var key = keeper.newMetric(metric("소수 검사"));
        for (var answer : List.of(
                keeper.createMetric(metric("소수 둘", "decimals", 2)),
                keeper.createMetric(metric("소수 음수", "decimals", -1)),
                keeper.changeMetric(key, metric("소수 검사", "decimals", 2), 1))) {
            assertInvalid(answer, "소수 자리: 허용 범위를 벗어났습니다.", "decimals: out of range.");
        }
        var many = Collections.nCopies(41, "snow.depth");
        var form = keeper.newTemplate("많은 지표");
        for (var answer : List.of(
                keeper.createTemplate(template("너무 많은 지표", many)),
                keeper.changeTemplate(form, template("많은 지표", many), 1))) {
            assertInvalid(answer, "지표: 너무 길거나 개수가 너무 많습니다.", "metrics: too long, or too many of them.");
        }
        var nothing = keeper.browser.post("/api/v1/report-templates", """
                {"ko":"빈 지표","en":"Empty","metrics":[null]}""");
        assertInvalid(nothing, "지표: 비워 둘 수 없습니다.", "metrics: must not be empty.");
        assertThat(keeper.createMetric(metric("모르는 말", "combines", "AVERAGE")).status())
                .isEqualTo(400);
        var without = metric("빠진 말");
        without.remove("disclosure");
        assertInvalid(keeper.createMetric(without), "시 수치의 공개 범위: 비워 둘 수 없습니다.", "disclosure: must not be empty.");
    }

    @Test
    void thereIsAnEndToHowManyThereAre() {
        int templates = keeper.catalogue().path("templates").size();
        int metrics = keeper.catalogue().path("metrics").size();
        try {
            jdbc.sql("""
                    INSERT INTO report_template (key, place, hazard, ko, en)
                    SELECT 'fill.' || n, 1000 + n, 'none', 'fill ' || n, 'fill ' || n FROM generate_series(1, ?) n""").param(59 - templates).update();
            keeper.newTemplate("예순 번째");
            refused(keeper.createTemplate(template("예순한 번째", List.of())), 409, "templates-many");
            jdbc.sql("""
                    INSERT INTO report_metric (key, ko, en, measure, measure_en, disclosure, unit_disclosure, citation)
                    SELECT 'fill.' || n, 'fill', 'fill', '건', 'cases', 'INTERNAL', 'INTERNAL', ''
                    FROM generate_series(1, ?) n""").param(399 - metrics).update();
            keeper.newMetric(metric("사백 번째"));
            refused(keeper.createMetric(metric("사백한 번째")), 409, "metrics-many");
        } finally {
            jdbc.sql("DELETE FROM report_template WHERE key LIKE 'fill.%'").update();
            jdbc.sql("DELETE FROM report_metric WHERE key LIKE 'fill.%'").update();
        }
    }

    @Test
    void whoHasNotSeenTheLastChangeIsTold() {
        var key = keeper.newMetric(metric("판 검사"));
        var form = keeper.newTemplate("판 검사", key);
        ok(keeper.changeMetric(key, metric("판 검사 2"), 1));
        refused(keeper.changeMetric(key, metric("판 검사 3"), 1), 409, "catalogue-changed");
        ok(keeper.changeTemplate(form, template("판 검사 2", List.of()), 1));
        refused(keeper.changeTemplate(form, template("판 검사 3", List.of(key)), 1), 409, "catalogue-changed");
        for (var path : List.of("templates/" + form, "metrics/" + key)) {
            refused(
                    keeper.browser.send(
                            "PUT", "/api/v1/report-" + path + "/retired", "{\"retired\":true,\"version\":1}", true),
                    409,
                    "catalogue-changed");
        }
        assertThat(keeper.keptMetric(key).at("/metric/ko").asString()).isEqualTo("판 검사 2");
        assertThat(keeper.keptTemplate(form).path("ko").asString()).isEqualTo("판 검사 2");
        assertThat(keeper.keptTemplate(form).path("metrics")).isEmpty();
        assertThat(keeper.keptTemplate(form).path("retired").asBoolean()).isFalse();
    }

    @Test
    void ofTwoAdministratorsAtOnceOneWinsWhole() throws Exception {
        var form = keeper.newTemplate("둘이 동시에", "snow.depth");
        var plans = List.of(
                template("첫째의 서식", List.of("snow.plows", "snow.depth", "heat.ill")),
                template("둘째의 서식", List.of("fire.area", "fire.staff")));
        var together = new CyclicBarrier(plans.size());
        List<Callable<Browser.Answer>> both = plans.stream()
                .<Callable<Browser.Answer>>map(plan -> {
                    var administrator = new CatalogueKeeper(port, data);
                    return () -> {
                        together.await();
                        return administrator.changeTemplate(form, plan, 1);
                    };
                })
                .toList();
        List<Browser.Answer> answers;
        try (var threads = Executors.newFixedThreadPool(plans.size())) {
            answers = threads.invokeAll(both).stream().map(Future::resultNow).toList();
        }
        assertThat(answers).extracting(Browser.Answer::status).containsExactlyInAnyOrder(200, 409);
        int winner = answers.getFirst().status() == 200 ? 0 : 1;
        refused(answers.get(1 - winner), 409, "catalogue-changed");
        var kept = keeper.keptTemplate(form);
        assertThat(kept.path("version").asInt()).isEqualTo(2);
        assertThat(kept.path("ko").asString()).isEqualTo(plans.get(winner).get("ko"));
        assertThat(kept.path("en").asString()).isEqualTo(plans.get(winner).get("en"));
        assertThat(kept.path("metrics").valueStream().map(JsonNode::asString).toList())
                .isEqualTo(plans.get(winner).get("metrics"));
        assertThat(keeper.audit("report-template", form)).hasSize(2);
    }

    @Test
    void theAuditHasWhatBecameOfAMetric() {
        var key = keeper.newMetric(metric("감사 지표"));
        ok(keeper.changeMetric(key, metric("감사 지표", "measure", "곳")));
        ok(keeper.changeMetric(key, metric("감사 지표", "measure", "곳")));
        ok(keeper.retireMetric(key, true));
        ok(keeper.retireMetric(key, true));
        ok(keeper.retireMetric(key, false));
        refused(keeper.changeMetric(key, metric("감사 지표"), 1), 409, "catalogue-changed");
        var entries = keeper.audit("report-metric", key);
        assertThat(entries)
                .as("what changes nothing and what is refused is no change")
                .extracting(List::getFirst)
                .containsExactly(
                        "report-metric.created",
                        "report-metric.changed",
                        "report-metric.retired",
                        "report-metric.restored");
        assertThat(entries.get(0).get(1)).isEmpty();
        assertThat(entries.get(0).get(2)).contains("감사 지표", "\"measure\":\"건\"", "\"disclosure\":\"INTERNAL\"");
        assertThat(entries.get(1).get(1)).contains("\"measure\":\"건\"");
        assertThat(entries.get(1).get(2)).contains("\"measure\":\"곳\"");
        assertThat(entries.subList(2, 4))
                .extracting(one -> one.get(1) + " " + one.get(2))
                .containsExactly("false true", "true false");
    }

    @Test
    void theAuditHasWhatBecameOfATemplate() {
        var form = keeper.newTemplate("감사 서식", "snow.depth");
        ok(keeper.changeTemplate(form, "감사 서식", "snow.plows", "snow.depth"));
        ok(keeper.changeTemplate(form, "감사 서식", "snow.depth", "snow.plows"));
        ok(keeper.changeTemplate(form, "감사 서식", "snow.depth", "snow.plows"));
        ok(keeper.retireTemplate(form, true));
        ok(keeper.retireTemplate(form, false));
        refused(keeper.changeTemplate(form, "감사 서식", "nothing"), 404, "metric-missing");
        var entries = keeper.audit("report-template", form);
        assertThat(entries)
                .extracting(List::getFirst)
                .containsExactly(
                        "report-template.created",
                        "report-template.changed",
                        "report-template.changed",
                        "report-template.retired",
                        "report-template.restored");
        assertThat(Stream.of(entries.get(0).get(2), entries.get(1).get(1)))
                .allSatisfy(text -> assertThat(text).contains("감사 서식", "[\"snow.depth\"]"));
        assertThat(entries.get(1).get(2)).contains("[\"snow.plows\",\"snow.depth\"]");
        assertThat(entries.get(2).get(2)).as("the order is part of it").contains("[\"snow.depth\",\"snow.plows\"]");
        assertThat(entries.subList(3, 5))
                .extracting(one -> one.get(1) + " " + one.get(2))
                .containsExactly("false true", "true false");
        var by = ok(keeper.browser.get("/api/v1/audit?subjectKind=report-template&subjectId=" + form))
                .path(0);
        assertThat(by.path("actorName").asString()).isNotBlank();
        assertThat(by.path("actorKind").asString()).isEqualTo("person");
    }
}
