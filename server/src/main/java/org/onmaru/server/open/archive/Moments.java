package org.onmaru.server.open.archive;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.agenda.Agenda;

/// When each item of an agenda was first begun.
record Moments(Map<String, Instant> first) {

    static Moments of(Agenda agenda) {
        var first = new HashMap<String, Instant>();
        agenda.runs().forEach(run -> first.merge(run.key(), run.startedAt(), (a, b) -> a.isBefore(b) ? a : b));
        return new Moments(Map.copyOf(first));
    }

    /// Null when it was not talked about.
    @Nullable
    Instant of(String item) {
        return first.get(item);
    }
}
