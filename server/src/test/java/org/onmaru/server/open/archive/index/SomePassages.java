package org.onmaru.server.open.archive.index;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Passages for tests.
final class SomePassages {

    static final UUID SERIES = new UUID(1, 1);
    static final UUID MEETING = new UUID(2, 1);
    static final UUID GANGCHEON = new UUID(3, 1);
    static final Set<String> EVERYBODY = Set.of(Readers.EVERYBODY);
    static final Set<String> MEMBERS = Set.of(Readers.ofSeries(SERIES));

    private SomePassages() {}

    static Passage minutes(String text, Set<String> readers) {
        return passage(Kind.MINUTES, text, "", null, LocalDate.of(2020, 12, 8), readers);
    }

    static Passage passage(
            Kind kind, String text, String heading, Passage.@Nullable Owner unit, LocalDate date, Set<String> readers) {
        var sitting = new Passage.Sitting(MEETING, SERIES, "통합재난 안전대책 영상회의", "Daily Meeting", 287, date);
        var by = unit == null ? "" : unit.name();
        return new Passage(sitting, kind, readers, unit, Set.of(), heading, by, text, "", null, 0);
    }

    static Question question(String words, Set<String> readers) {
        return new Question(words, readers, null, null, null, null, null, null, Question.Order.RELEVANCE, 0, 20);
    }

    static Question of(Question question, @Nullable Kind kind, @Nullable UUID unit, int offset) {
        return new Question(
                question.words(),
                question.readers(),
                null,
                unit,
                kind,
                null,
                null,
                null,
                question.order(),
                offset,
                question.limit());
    }
}
