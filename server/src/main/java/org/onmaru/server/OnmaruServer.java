package org.onmaru.server;

import java.time.Clock;
import java.time.Duration;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts the server.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class OnmaruServer {

    static void main(String[] args) {
        SpringApplication.run(OnmaruServer.class, args);
    }

    /// Time is a parameter: everything asks this clock, tests advance it. It ticks in microseconds, as the database
    /// does: an instant that was stored and read back is the same instant. Its zone is the city's, so
    /// `LocalDate.now(clock)` is the city's day.
    @Bean
    Clock clock(OnmaruSettings settings) {
        return Clock.tick(Clock.system(settings.zone()), Duration.ofNanos(1_000));
    }
}
