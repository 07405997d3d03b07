package org.onmaru.server.hall.report.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReminderSettingsTest {

    private static final Instant CUT_OFF = Instant.parse("2026-11-22T22:30:00Z");

    private static ReminderSettings before(Duration... steps) {
        return new ReminderSettings(List.of(steps), Duration.ofMinutes(5));
    }

    @Test
    void theLatestStepThatBeganIsDue() {
        var settings = before(Duration.ofMinutes(30), Duration.ofMinutes(10));
        assertThat(settings.due(CUT_OFF, CUT_OFF.minusSeconds(30 * 60 + 1))).isEmpty();
        assertThat(settings.due(CUT_OFF, CUT_OFF.minusSeconds(30 * 60))).contains(Duration.ofMinutes(30));
        assertThat(settings.due(CUT_OFF, CUT_OFF.minusSeconds(10 * 60 + 1))).contains(Duration.ofMinutes(30));
        assertThat(settings.due(CUT_OFF, CUT_OFF.minusSeconds(10 * 60))).contains(Duration.ofMinutes(10));
        assertThat(settings.due(CUT_OFF, CUT_OFF)).isEmpty();
        assertThat(before().due(CUT_OFF, CUT_OFF.minusSeconds(60))).isEmpty();
    }

    @Test
    void stepsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> before(Duration.ofSeconds(30))).hasMessageContaining("onmaru.reminder.before");
        assertThatThrownBy(() -> before(Duration.ofHours(25))).hasMessageContaining("onmaru.reminder.before");
    }
}
