package org.onmaru.server.onair.broadcast.relay;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the relays into the application.
@Configuration
class RelayConfiguration {

    @Bean
    Relays relays(Clock clock) {
        return new Relays(clock);
    }

    @Bean
    LiveAnswers liveAnswers(Relays relays) {
        return new LiveAnswers(relays);
    }

    @Bean
    PublicLive publicLive(LiveAnswers answers, ProgrammeAccess access) {
        return new PublicLive(answers, access);
    }
}
