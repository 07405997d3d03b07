package org.onmaru.server.hall.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onmaru.server.FreshDatabase;
import org.onmaru.server.MovableClock;
import org.onmaru.server.OnmaruServer;
import org.onmaru.server.TestDatabase;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.problem.Problem;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two servers on one database.
class DailyMeetingsIT {

    private static final List<ConfigurableApplicationContext> SERVERS = new ArrayList<>();

    @BeforeAll
    static void start() {
        var url = TestDatabase.fresh();
        for (var i = 0; i < 2; i++) {
            var options = new HashMap<>(FreshDatabase.options(url));
            options.put("server.port", "0");
            options.put("onmaru.demo", "true");
            var application = new SpringApplication(OnmaruServer.class, MovableClock.class);
            application.setDefaultProperties(options);
            var arguments = options.entrySet().stream()
                    .map(option -> "--" + option.getKey() + "=" + option.getValue())
                    .toArray(String[]::new);
            SERVERS.add(application.run(arguments));
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void theDailyMeetingOpensOnceEveryDayAndMissedDaysStayMissed() throws Exception {
        at("2026-11-22T22:59:59Z"); // 07:59:59 on the 23rd
        tickTogether();
        assertThat(states("2026-11-23")).containsExactly("SCHEDULED");
        at("2026-11-22T23:00:00Z");
        tickTogether();
        assertThat(ordinals("2026-11-23")).containsExactly(1);
        hold("2026-11-23");

        at("2026-11-23T23:00:00Z");
        tickTogether();
        assertThat(ordinals("2026-11-24")).containsExactly(2);

        // both servers are down from the 25th to the 27th, and come back at noon of the 28th, a Saturday
        at("2026-11-28T03:00:00Z");
        tickTogether();
        assertThat(states("2026-11-23")).containsExactly("ADJOURNED");
        assertThat(states("2026-11-24")).containsExactly("CANCELLED"); // was opened, was not held
        assertThat(ordinals("2026-11-28"))
                .as("the ordinal that the 24th did not use")
                .containsExactly(2);
        assertThat(states("2026-11-26")).isEmpty();
        assertThat(states("2026-11-27")).isEmpty();
        assertThat(states("2026-11-25")).containsExactly("CANCELLED"); // was announced, was not held

        var desk = desk();
        var today = desk.between(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 28))
                .getFirst();
        assertThat(together(() -> desk.start(today.id()))).containsExactlyInAnyOrder("done", "meeting-cannot-start");

        var series = SERVERS.getFirst().getBean(SeriesBook.class).all().getFirst();
        assertThat(together(() -> desk.create(series, LocalDate.of(2026, 11, 29), null, false, null)))
                .containsExactly("done", "done");
        assertThat(states("2026-11-29")).hasSize(3);
    }

    private static void hold(String date) {
        var meeting =
                desk().between(LocalDate.parse(date), LocalDate.parse(date)).getFirst();
        desk().start(meeting.id());
        desk().adjourn(meeting.id());
    }

    private static MeetingDesk desk() {
        return SERVERS.getFirst().getBean(MeetingDesk.class);
    }

    private static void at(String instant) {
        SERVERS.forEach(server -> server.getBean(MovableClock.Hands.class).set(Instant.parse(instant)));
    }

    private static void tickTogether() throws Exception {
        var turns = new ArrayList<Callable<String>>();
        var start = new CyclicBarrier(2);
        for (var server : SERVERS) {
            turns.add(() -> {
                start.await();
                server.getBean(DailyMeetings.class).tick();
                return "done";
            });
        }
        run(turns);
    }

    /// What two that do the same at the same moment get.
    private static List<String> together(Callable<?> work) throws Exception {
        var start = new CyclicBarrier(2);
        Callable<String> turn = () -> {
            start.await();
            try {
                work.call();
                return "done";
            } catch (Problem refused) {
                return refused.code();
            }
        };
        return run(List.of(turn, turn));
    }

    private static List<String> run(List<Callable<String>> turns) throws Exception {
        try (var threads = Executors.newFixedThreadPool(turns.size())) {
            var results = new ArrayList<String>();
            for (var turn : threads.invokeAll(turns)) {
                results.add(turn.get());
            }
            return results;
        }
    }

    private static List<@Nullable String> states(String date) {
        return SERVERS.getFirst()
                .getBean(JdbcClient.class)
                .sql("SELECT state FROM meeting_meeting WHERE date = ?")
                .param(LocalDate.parse(date))
                .query(String.class)
                .list();
    }

    private static List<@Nullable Integer> ordinals(String date) {
        return SERVERS.getFirst()
                .getBean(JdbcClient.class)
                .sql("SELECT ordinal FROM meeting_meeting WHERE date = ? AND state = 'OPEN'")
                .param(LocalDate.parse(date))
                .query(Integer.class)
                .list();
    }
}
