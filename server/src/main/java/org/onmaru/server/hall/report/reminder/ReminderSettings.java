package org.onmaru.server.hall.report.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When units are reminded to file.
///
/// @param before how long before a cut-off; each is one reminder, none of them no reminder
/// @param byHandPause how long after a reminder a unit can be reminded again by hand
@ConfigurationProperties("onmaru.reminder")
record ReminderSettings(
        @DefaultValue({"30m", "10m"}) List<Duration> before,
        @DefaultValue("5m") Duration byHandPause) {

    private static final Duration LONGEST = Duration.ofHours(24);

    ReminderSettings {
        for (var step : before) {
            if (step.toMinutes() < 1 || step.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("onmaru.reminder.before는 1분에서 24시간까지입니다: " + step
                        + " / onmaru.reminder.before is between a minute and a day.");
            }
        }
        before = List.copyOf(before);
    }

    /// The step that is due at that moment, the latest that began: whoever was down does not send the earlier ones too.
    Optional<Duration> due(Instant cutOff, Instant now) {
        return before.stream()
                .filter(step -> !now.isBefore(cutOff.minus(step)) && now.isBefore(cutOff))
                .min(Comparator.naturalOrder());
    }
}
