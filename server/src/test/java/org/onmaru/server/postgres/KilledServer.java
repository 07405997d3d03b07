package org.onmaru.server.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A server to be killed: starts the database, commits rows one by one, and says which.
public final class KilledServer {

    private KilledServer() {}

    @SuppressWarnings("SystemOut") // the test reads the lines
    static void main(String[] args) throws IOException, SQLException {
        var postgres = EmbeddedPostgres.start(Path.of(args[0]));
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (n int PRIMARY KEY)");
            System.out.println("postgres " + postgres.pid());
            for (var n = 1; ; n++) {
                statement.execute("INSERT INTO kept VALUES (" + n + ")");
                System.out.println("committed " + n);
            }
        }
    }
}
