package org.onmaru.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresIT {

    /// Not JUnit's directory under /tmp: its 0700 would shut out the unprivileged user, which is another test.
    private final Path home = Path.of("target", "pg-" + UUID.randomUUID());

    @Test
    void nothingCommittedIsLostAndNobodyIsLeftBehindWhenTheServerIsKilled() throws Exception {
        var server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long postmaster;
        int committed;
        try (var lines = server.inputReader()) {
            postmaster = Long.parseLong(await(lines, "postgres "));
            committed = 0;
            while (committed < 50) {
                committed = Integer.parseInt(await(lines, "committed "));
            }
            server.toHandle().destroyForcibly(); // the process only: what it already said can still be read
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("committed ")) {
                    committed = Integer.parseInt(line.substring("committed ".length()));
                }
            }
        }
        var orphan = ProcessHandle.of(postmaster);
        if (orphan.isPresent()) {
            orphan.get().onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(postmaster)).isEmpty();

        try (var again = EmbeddedPostgres.start(home)) {
            assertThat(number(again, "SELECT count(*) FROM kept")).isGreaterThanOrEqualTo(committed);
        }
    }

    @Test
    void aDatabaseThatDiesAloneIsBackOnTheSamePortWithAllThatWasCommitted() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home);
                var pool = pool(postgres)) {
            var url = postgres.jdbcUrl();
            execute(pool, "CREATE TABLE kept (n int PRIMARY KEY)");
            for (var round = 1; round <= 2; round++) {
                execute(pool, "INSERT INTO kept VALUES (" + round + ")");
                var killed = postmaster();
                assertThat(killed).isEqualTo(postgres.pid());
                ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .ignoreExceptions()
                        .until(() -> count(pool) >= 0);
                assertThat(count(pool)).isEqualTo(round);
                assertThat(postgres.jdbcUrl()).isEqualTo(url);
                assertThat(postgres.pid()).isPositive().isNotEqualTo(killed);
            }
        }
        assertThat(home.resolve("data-18").resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void aDatabaseThatKeepsDyingIsGivenUpWithASentence() throws Exception {
        var lost = new CompletableFuture<PostgresFailure>();
        try (var postgres = EmbeddedPostgres.start(home, lost::complete)) {
            Files.move(home.resolve("data-18").resolve("PG_VERSION"), home.resolve("taken away"));
            ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
            var failure = lost.get(60, TimeUnit.SECONDS);
            assertThat(failure.getExitCode()).isEqualTo(PostgresFailure.EXIT_LOST);
            assertThat(failure).hasMessageContaining("거듭 멈춰").hasMessageContaining("keeps ending");
            assertThat(postgres.pid()).isEqualTo(-1);
        }
    }

    @Test
    void aSecondServerOnTheSameDirectoryIsRefusedInOneSentence() throws IOException {
        try (var first = EmbeddedPostgres.start(home)) {
            assertThat(first.pid()).isPositive();
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOfSatisfying(
                            PostgresFailure.class,
                            refused -> assertThat(refused.getExitCode()).isEqualTo(PostgresFailure.EXIT_IN_USE))
                    .hasMessageContaining("다른 온마루 서버가")
                    .hasMessageContaining("Another Onmaru server");
        }
    }

    @Test
    void itIsDurableAndUnderstandsKorean() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(text(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(text(postgres, "SHOW data_checksums")).isEqualTo("on");
            assertThat(text(postgres, "SELECT datlocale FROM pg_database WHERE datname = 'postgres'"))
                    .isEqualTo("C.UTF-8");
            assertThat(text(
                            postgres,
                            "SELECT string_agg(x, '' ORDER BY x COLLATE \"ko-x-icu\") FROM (VALUES ('하'), ('가')) v(x)"))
                    .isEqualTo("가하");
            var owner =
                    ProcessHandle.of(postgres.pid()).orElseThrow().info().user().orElseThrow();
            assertThat(owner).isNotEqualTo("root");
        }
    }

    @Test
    void aHalfFinishedInitialisationIsStartedAnew() throws Exception {
        Files.createDirectories(home.resolve("initialising"));
        Files.writeString(home.resolve("initialising").resolve("half"), "");
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(number(postgres, "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void aRootOnlyDirectoryIsNamedInTheRefusal() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return; // an ordinary user's database runs as that user and needs no way in
        }
        var shut = Files.createTempDirectory("shut"); // 0700
        assertThatThrownBy(() -> EmbeddedPostgres.start(shut.resolve("data")))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining(shut.toString())
                .hasMessageContaining("들어갈 수 없습니다");
    }

    private static String await(BufferedReader lines, String start) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
        }
        throw new AssertionError("the server ended before it said '" + start + "'");
    }

    /// As PostgreSQL itself wrote it down.
    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("data-18").resolve("postmaster.pid"))
                .getFirst());
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl());
        pool.setUsername(EmbeddedPostgres.USER);
        pool.setPassword(postgres.password());
        pool.setMaximumPoolSize(3);
        pool.setConnectionTimeout(1_000);
        return pool;
    }

    private static void execute(HikariDataSource pool, String command) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static int count(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static int number(EmbeddedPostgres postgres, String query) throws SQLException {
        return Integer.parseInt(text(postgres, query));
    }

    private static String text(EmbeddedPostgres postgres, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
