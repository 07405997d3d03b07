package org.onmaru.server;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.onmaru.server.postgres.EmbeddedPostgres;

/// One embedded PostgreSQL for all tests of this JVM; each test class takes a database of its own.
public final class TestDatabase {

    private static final EmbeddedPostgres POSTGRES = start();

    private TestDatabase() {}

    /// The URL of a new, empty database.
    public static String fresh() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection =
                        DriverManager.getConnection(POSTGRES.jdbcUrl(), EmbeddedPostgres.USER, POSTGRES.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return POSTGRES.jdbcUrl(name);
    }

    public static String password() {
        return POSTGRES.password();
    }

    private static EmbeddedPostgres start() {
        var postgres = EmbeddedPostgres.start(Path.of("target", "test-postgres"));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        return postgres;
    }
}
