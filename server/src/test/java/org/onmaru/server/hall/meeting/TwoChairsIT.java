package org.onmaru.server.hall.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.HeldMeeting.ok;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.audit.AuditTrail;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Two who may run a meeting press the same button in the same moment.
@ServerTest
class TwoChairsIT {

    private static final int SITTINGS = 6;

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    @Test
    void oneOfThemIsToldAndEverySittingHasOneOrdinal() throws Exception {
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
        var one = Browser.as("host", port, data);
        var other = Browser.as("host", port, data);
        var series = ok(one.get("/api/v1/series")).path(0).path("id").asString();
        ok(Browser.as("admin", port, data)
                .send("PUT", "/api/v1/series/" + series + "/next-ordinal", "{\"nextOrdinal\":288}", true));
        List<Integer> ordinals = new ArrayList<>();
        for (int sitting = 0; sitting < SITTINGS; sitting++) {
            var path = "/api/v1/meetings/"
                    + ok(one.post("/api/v1/meetings", """
                            {"seriesId":"%s","date":"2026-11-23","startsAt":"09:%02d","rehearsal":false}""".formatted(series, sitting)))
                            .path("id")
                            .asString();
            for (var step : List.of("/open", "/start", "/adjourn")) {
                var answers = together(one, other, path + step);
                assertThat(answers)
                        .as(step)
                        .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409))
                        .anySatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
                assertThat(answers)
                        .filteredOn(answer -> answer.status() == 409)
                        .allSatisfy(answer -> assertThat(
                                        answer.body().path("detail").asString())
                                .as("a sentence in Korean")
                                .matches(".*[가-힣].*"));
            }
            var meeting = ok(one.get(path));
            assertThat(meeting.path("state").asString()).isEqualTo("ADJOURNED");
            ordinals.add(meeting.path("ordinal").asInt());
            assertThat(trail.find(
                            new AuditTrail.Wanted("meeting", meeting.path("id").asString(), null, "meeting.state"),
                            Long.MAX_VALUE,
                            10))
                    .as("each step was done once")
                    .hasSize(3);
        }
        assertThat(ordinals)
                .as("a series that met 287 times before goes on counting; the day's own meeting takes one too")
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(ordinal -> ordinal >= 288 && ordinal <= 288 + SITTINGS);
        var back = Browser.as("admin", port, data)
                .send("PUT", "/api/v1/series/" + series + "/next-ordinal", "{\"nextOrdinal\":290}", true);
        assertThat(back.code()).isEqualTo("ordinal-taken");
        assertThat(back.body().path("detail").asString()).matches("이미 쓴 회차입니다. 제29[45]회부터 정할 수 있습니다.");
    }

    private static List<Browser.Answer> together(Browser one, Browser other, String path) throws Exception {
        var ready = new CyclicBarrier(2);
        var presses = List.of(one, other).stream()
                .<Callable<Browser.Answer>>map(browser -> () -> {
                    ready.await();
                    return browser.post(path, "{}");
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Browser.Answer> answers = new ArrayList<>();
            for (Future<Browser.Answer> press : threads.invokeAll(presses)) {
                answers.add(press.get());
            }
            return answers;
        }
    }
}
