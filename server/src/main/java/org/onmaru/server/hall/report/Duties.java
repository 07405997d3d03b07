package org.onmaru.server.hall.report;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.hall.series.Series;
import org.onmaru.server.hall.series.SeriesCalendar;
import org.springframework.stereotype.Component;

/// Who files for which cut-offs of a day: what the phase of that day says, when the series meets.
@Component
public class Duties {

    private final PhaseBook phases;
    private final SeriesCalendar calendar;

    Duties(PhaseBook phases, SeriesCalendar calendar) {
        this.phases = phases;
        this.calendar = calendar;
    }

    /// @param units in the order in which they speak
    /// @param cutOffs earliest first; none on a day without a meeting
    public record Due(List<UnitId> units, List<LocalTime> cutOffs) {

        public boolean has(LocalTime cutOff, UnitId unit) {
            return cutOffs.contains(cutOff) && units.contains(unit);
        }
    }

    public Due on(Series series, LocalDate day) {
        return Objects.requireNonNull(between(series, day, day).get(day));
    }

    /// Every day from the first to the last. A phase without cut-offs wants reports by the hour of the meeting.
    public Map<LocalDate, Due> between(Series series, LocalDate first, LocalDate last) {
        var all = phases.of(series.id());
        var due = new LinkedHashMap<LocalDate, Due>();
        for (var day : calendar.days(series, first, last)) {
            due.put(day.date(), due(Phase.on(all, day.date()).orElseThrow().plan(), day.startsAt()));
        }
        return due;
    }

    private static Due due(Phase.Plan plan, @Nullable LocalTime meetsAt) {
        if (meetsAt == null) {
            return new Due(List.of(), List.of());
        }
        return new Due(plan.units(), plan.cutOffs().isEmpty() ? List.of(meetsAt) : plan.cutOffs());
    }
}
