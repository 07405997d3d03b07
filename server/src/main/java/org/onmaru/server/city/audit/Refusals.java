package org.onmaru.server.city.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Attempts that were refused. The first is kept at once; the same within a minute only counts, and is one more entry
/// when the minute is over, so that a page that asks again and again does not drown the audit.
final class Refusals {

    private static final Duration SAME = Duration.ofMinutes(1);
    /// More different attempts than this within a minute are an attack: they are written before the minute is over.
    private static final int MOST = 10_000;

    private final Map<Attempt, Count> counts = new HashMap<>();

    /// @param what was missing, e.g. a permission
    record Attempt(Witness.Doer by, String what, Subject subject) {}

    /// @param times how often it was tried again after the first
    record Repeated(Attempt attempt, int times) {}

    private static final class Count {
        private final Instant first;
        private int more;

        Count(Instant first) {
            this.first = first;
        }
    }

    /// Counts an attempt; true when it is to be written now.
    synchronized boolean first(Attempt attempt, Instant now) {
        var count = counts.putIfAbsent(attempt, new Count(now));
        if (count == null) {
            return true;
        }
        count.more++;
        return false;
    }

    synchronized boolean crowded() {
        return counts.size() >= MOST;
    }

    /// Those whose minute is over and that were tried again; forgets them and all whose minute is over.
    synchronized List<Repeated> over(Instant now) {
        var over = new ArrayList<Repeated>();
        counts.entrySet().removeIf(entry -> {
            var count = entry.getValue();
            if (Duration.between(count.first, now).compareTo(SAME) < 0) {
                return false;
            }
            if (count.more > 0) {
                over.add(new Repeated(entry.getKey(), count.more));
            }
            return true;
        });
        return over;
    }

    /// All that were tried again, whether their minute is over or not; forgets everything.
    synchronized List<Repeated> all() {
        return over(Instant.MAX);
    }
}
