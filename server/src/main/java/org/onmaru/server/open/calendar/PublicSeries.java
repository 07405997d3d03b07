package org.onmaru.server.open.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.Series;

/// A series as citizens know it: through those of its phases that are meant for them.
///
/// @param all every phase, earliest first
record PublicSeries(Series series, List<Phase> all) {

    PublicSeries {
        all = List.copyOf(all);
    }

    /// Earliest first.
    List<Phase> phases() {
        return all.stream().filter(phase -> phase.plan().broadcast()).toList();
    }

    boolean exists() {
        return !phases().isEmpty();
    }

    /// What citizens call it on that day: by the phase of then, or the last or first one that was for them.
    Phase on(LocalDate day) {
        return Phase.on(phases(), day).orElseThrow();
    }

    /// Whether the series meets for citizens on that day.
    boolean isOpenOn(LocalDate day) {
        return Phase.on(all, day).map(Phase::plan).map(Phase.Plan::broadcast).orElse(false);
    }

    /// By any name it ever had for citizens.
    boolean wasCalled(String letters) {
        String wanted = letters.strip().toLowerCase(Locale.ROOT);
        return phases().stream()
                .anyMatch(phase -> phase.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || phase.nameEn().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /// The day on which a phase ended; empty while none has followed it.
    Optional<LocalDate> until(Phase phase) {
        return all.stream()
                .map(Phase::from)
                .filter(from -> from.isAfter(phase.from()))
                .min(LocalDate::compareTo)
                .map(from -> from.minusDays(1));
    }
}
