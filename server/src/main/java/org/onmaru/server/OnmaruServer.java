package org.onmaru.server;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// Starts the server.
@SpringBootApplication
@ConfigurationPropertiesScan
public class OnmaruServer {

    static void main(String[] args) {
        SpringApplication.run(OnmaruServer.class, args);
    }

    /// Time is a parameter: everything asks this clock, tests advance it.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
