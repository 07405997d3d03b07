package org.onmaru.server.city.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Post;
import org.onmaru.server.city.directory.PostId;
import org.onmaru.server.city.directory.Span;

/// A person in a post for a span of days.
public record Holding(HoldingId id, PersonId person, PostId post, Kind kind, Span days) {

    /// How somebody is in a post; the first is the stronger name plate.
    public enum Kind {
        /// 직무대리: does what the holder would do, while the holder is away or there is none.
        ACTING,
        /// It is theirs.
        HOLDER
    }

    public boolean on(LocalDate day) {
        return days.contains(day);
    }

    /// The same with another last day; null for none.
    Holding endingOn(@Nullable LocalDate lastDay) {
        return new Holding(id, person, post, kind, days.endingOn(lastDay));
    }

    /// What the name plate says, e.g. `면장 직무대리`.
    public String label(Post called) {
        return switch (kind) {
            case ACTING -> called.name() + " 직무대리";
            case HOLDER -> called.name();
        };
    }
}
