package org.onmaru.server.city.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onmaru.server.FreshDatabase;
import org.onmaru.server.MovableClock;
import org.onmaru.server.OnmaruServer;
import org.onmaru.server.TestDatabase;
import org.onmaru.server.city.directory.PostBook;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.postgres.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database from before posts had dates.
class FormerPostsIT {

    private static final UUID SANBUK = UUID.randomUUID();
    private static final UUID SECRETARIAT = UUID.randomUUID();

    private final String url = TestDatabase.fresh();
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(url, EmbeddedPostgres.USER, TestDatabase.password()));

    @Test
    void everybodyIsTomorrowWhatTheyWereYesterday() {
        asItWas("city_directory");
        asItWas("city_identity");
        unit(SANBUK, 1, "산북면");
        unit(SECRETARIAT, 2, "비서실");
        person("sanbuk", "임솔찬", SANBUK, "면장", false);
        person("retired", "전임자", SANBUK, "면장", true);
        person("clerk", "문초롱", SECRETARIAT, "주무관", false);
        person("staff", "배단비", SECRETARIAT, "주무관", false);
        person("newcomer", "새사람", SECRETARIAT, "", false);
        person("admin", "관리자", null, "전산 담당", false);
        person("guestless", "무소속", null, "", false);

        for (var start = 1; start <= 2; start++) {
            try (var server = start()) {
                assertThat(plate(server, "sanbuk")).isEqualTo("산북면 면장");
                assertThat(plate(server, "retired")).isEqualTo("산북면 면장");
                assertThat(plate(server, "clerk")).isEqualTo("비서실 주무관");
                assertThat(plate(server, "staff")).isEqualTo("비서실 주무관");
                assertThat(plate(server, "newcomer")).isEqualTo("비서실 직원");
                assertThat(plate(server, "admin")).isEqualTo("시청 전산 담당");
                assertThat(plate(server, "guestless")).isEqualTo("");
                assertThat(server.getBean(PostBook.class).all())
                        .as("start %d", start)
                        .hasSize(6);
                var held = server.getBean(Holdings.class).all();
                assertThat(held).as("start %d", start).hasSize(6);
                assertThat(held).allSatisfy(one -> assertThat(one.days().from()).isEqualTo("2024-01-02"));
                assertThat(server.getBean(PostBook.class).all().stream().filter(post -> post.head()))
                        .as("one 면장 heads the town")
                        .hasSize(1);
            }
            assertThat(jdbc.sql(
                                    "SELECT count(*) FROM identity_person WHERE former_post <> '' OR former_unit_id IS NOT NULL")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private void asItWas(String module) {
        Flyway.configure()
                .dataSource(url, EmbeddedPostgres.USER, TestDatabase.password())
                .locations("classpath:db/migration/" + module)
                .table("flyway_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target("1")
                .load()
                .migrate();
    }

    private void unit(UUID id, int seat, String name) {
        jdbc.sql("INSERT INTO directory_unit VALUES (?, 'TOWN', ?, false)")
                .params(id, seat)
                .update();
        jdbc.sql("INSERT INTO directory_unit_name VALUES (?, ?, ?, '')")
                .params(id, LocalDate.of(2013, 9, 23), name)
                .update();
    }

    private void person(String login, String name, @Nullable UUID unit, String post, boolean disabled) {
        // half past midnight in the city: the day there, not in UTC
        var made = Timestamp.from(Instant.parse("2024-01-01T15:30:00Z"));
        jdbc.sql("INSERT INTO identity_person VALUES (?, ?, ?, 'no password', ?, ?, '{}', ?, false, ?)")
                .param(UUID.randomUUID())
                .param(login)
                .param(name)
                .param(unit)
                .param(post)
                .param(disabled)
                .param(made)
                .update();
    }

    private ConfigurableApplicationContext start() {
        var options = new HashMap<>(FreshDatabase.options(url));
        options.put("server.port", "0");
        return new SpringApplication(OnmaruServer.class, MovableClock.class)
                .run(options.entrySet().stream()
                        .map(option -> "--" + option.getKey() + "=" + option.getValue())
                        .toArray(String[]::new));
    }

    private String plate(ConfigurableApplicationContext server, String login) {
        var account = server.getBean(People.class).byLoginName(login).orElseThrow();
        var unit = account.unit();
        return (unit == null ? "" : nameOf(unit) + " ") + account.post();
    }

    private String nameOf(UnitId unit) {
        return Objects.requireNonNull(jdbc.sql("SELECT name FROM directory_unit_name WHERE unit_id = ?")
                .param(unit.value())
                .query(String.class)
                .single());
    }
}
