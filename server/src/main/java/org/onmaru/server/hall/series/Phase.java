package org.onmaru.server.hall.series;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.city.directory.UnitId;

/// What a series is from a date until the next phase begins.
public record Phase(UUID id, LocalDate from, Plan plan) {

    /// Who takes part.
    public enum Audience {
        EXECUTIVES,
        ALL_STAFF,
        STAFF_AND_AGENCIES,
        PUBLIC
    }

    /// Where people meet.
    public enum Channel {
        /// Onmaru on the city's internal network (내부망).
        INTERNAL_NETWORK,
        /// Zoom; its stream is taken over.
        ZOOM,
        /// Onmaru on the internet.
        ONMARU
    }

    /// What makes the agenda.
    public enum AgendaTemplate {
        /// Directives, reports of units, needs, practices.
        DAILY,
        /// The same and one department's topic.
        DAILY_WITH_TOPIC,
        /// Only what is put on it by hand.
        BY_HAND
    }

    /// What somebody decides about a phase.
    ///
    /// @param theme what it is about, one line; may be empty
    /// @param broadcast whether its meetings are meant for citizens
    /// @param units that report, in the order in which they speak
    /// @param cutOffs until when reports are filed, one or several a day, earliest first
    public record Plan(
            String name,
            String nameEn,
            String theme,
            Audience audience,
            Channel channel,
            boolean broadcast,
            AgendaTemplate agendaTemplate,
            List<UnitId> units,
            List<LocalTime> cutOffs) {

        public Plan {
            units = List.copyOf(units);
            cutOffs = cutOffs.stream().sorted().distinct().toList();
        }

        /// The same with units that report until these hours.
        public Plan reporting(List<UnitId> who, List<LocalTime> until) {
            return new Plan(name, nameEn, theme, audience, channel, broadcast, agendaTemplate, who, until);
        }

        /// A new series' first phase, before anybody decided more than its name.
        public static Plan first(String name, String nameEn) {
            return new Plan(
                    name,
                    nameEn,
                    "",
                    Audience.ALL_STAFF,
                    Channel.ONMARU,
                    true,
                    AgendaTemplate.DAILY,
                    List.of(),
                    List.of());
        }
    }

    /// Of these, earliest first, the one of that day; the first one for days before it.
    public static Optional<Phase> on(List<Phase> phases, LocalDate day) {
        return phases.stream()
                .filter(phase -> !phase.from.isAfter(day))
                .max(Comparator.comparing(Phase::from))
                .or(() -> phases.stream().findFirst());
    }

    public String name() {
        return plan.name;
    }

    public String nameEn() {
        return plan.nameEn;
    }
}
