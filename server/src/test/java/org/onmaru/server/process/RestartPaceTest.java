package org.onmaru.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPaceTest {

    @Test
    void isQuickAfterAGoodLifeAndSlowerWithEveryShortOne() {
        RestartPace pace = new RestartPace();
        Duration dead = Duration.ofMillis(20);

        assertThat(pace.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.after(dead)).isEqualTo(Duration.ofMillis(200));
        for (int deaths = 0; deaths < 10; deaths++) {
            pace.after(dead);
        }
        assertThat(pace.after(dead)).isEqualTo(Duration.ofSeconds(5));
        assertThat(pace.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(100));
    }
}
