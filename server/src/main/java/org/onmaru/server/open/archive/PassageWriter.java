package org.onmaru.server.open.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.open.archive.index.Kind;
import org.onmaru.server.open.archive.index.Passage;

/// Writes the passages of one meeting, in their order.
final class PassageWriter {

    private final Passage.Sitting sitting;
    private int place;

    PassageWriter(Passage.Sitting sitting) {
        this.sitting = sitting;
    }

    LocalDate date() {
        return sitting.date();
    }

    /// Begins one; [Draft#says] ends it.
    ///
    /// @param readers who may find it
    Draft passage(Kind kind, Set<String> readers) {
        return new Draft(kind, readers);
    }

    /// A passage that is being written; what is not said of it is not there.
    final class Draft {

        private final Kind kind;
        private final Set<String> readers;
        private Passage.@Nullable Owner unit;
        private Set<String> hazards = Set.of();
        private String heading = "";
        private String around = "";
        private String subject = "";
        private @Nullable Instant at;

        private Draft(Kind kind, Set<String> readers) {
            this.kind = kind;
            this.readers = readers;
        }

        Draft of(Passage.@Nullable Owner owner) {
            unit = owner;
            return this;
        }

        Draft about(Set<String> which) {
            hazards = which;
            return this;
        }

        Draft under(String title) {
            heading = title;
            return this;
        }

        Draft foundBy(String words) {
            around = words;
            return this;
        }

        Draft subject(String id) {
            subject = id;
            return this;
        }

        Draft at(@Nullable Instant moment) {
            at = moment;
            return this;
        }

        Passage says(String text) {
            var name = unit == null ? "" : unit.name();
            var called = kind == Kind.MEETING ? sitting.titleEn() : sitting.title();
            var by = String.join("\n", name, called, around);
            return new Passage(sitting, kind, readers, unit, hazards, heading, by, text, subject, at, place++);
        }
    }
}
