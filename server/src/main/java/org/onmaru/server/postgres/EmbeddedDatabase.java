package org.onmaru.server.postgres;

import java.time.Duration;
import org.onmaru.server.settings.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// Uses the embedded database unless `spring.datasource.url` names another one.
///
/// The pool depends on the connection details and these on the database, so the database is stopped last.
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoUrlGiven.class)
class EmbeddedDatabase {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    /// Time for an orderly end without a database.
    private static final Duration END_PATIENCE = Duration.ofSeconds(30);

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(DataDirectory data, ConfigurableApplicationContext server) {
        return EmbeddedPostgres.start(data.path().resolve("postgres"), failure -> end(server, failure));
    }

    /// Without its database the server can do nothing; whoever started it starts it again.
    private static void end(ConfigurableApplicationContext server, PostgresFailure failure) {
        log.error(failure.getMessage());
        Thread.ofPlatform().name("end-at-last").daemon(true).start(() -> {
            try {
                Thread.sleep(END_PATIENCE);
                Runtime.getRuntime().halt(failure.getExitCode());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        System.exit(SpringApplication.exit(server, failure));
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedPostgres.USER;
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl();
            }
        };
    }

    static final class NoUrlGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
