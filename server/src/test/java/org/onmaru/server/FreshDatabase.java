package org.onmaru.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.onmaru.server.postgres.EmbeddedPostgres;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Gives a test's server an empty database and an empty data directory.
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("fresh-database", options(TestDatabase.fresh())));
    }

    /// The options of a server on that database, with a data directory of its own.
    public static Map<String, Object> options(String url) {
        try {
            return Map.of(
                    "spring.datasource.url",
                    url,
                    "spring.datasource.username",
                    EmbeddedPostgres.USER,
                    "spring.datasource.password",
                    TestDatabase.password(),
                    "spring.datasource.hikari.maximum-pool-size",
                    6,
                    "onmaru.data",
                    Files.createTempDirectory(Path.of("target"), "data").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
