package org.onmaru.server.open.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is internal changes nothing that others get: not a hit, a count, a mark, nor the order.
class NothingLeaksTest {

    private static final List<String> WORDS =
            List.of("", "마스크", "제설 | 마스크", "방역 소독", "\"강천면 마스크\"", "느티나무", "전보", "강천면");

    private static final List<Kind> KINDS = List.of(Kind.values());

    @TempDir
    private Path directory;

    private static List<Passage> released() {
        var passages = new ArrayList<Passage>();
        for (int i = 0; i < 60; i++) {
            var text = (i % 2 == 0 ? "강천면 마스크를 " : "제설 ") + "방역 ".repeat(i % 5) + (i % 7 == 0 ? "소독 느티나무 " : "") + i;
            passages.add(SomePassages.passage(
                    i % 3 == 0 ? Kind.AGENDA : Kind.MINUTES,
                    text,
                    i % 4 == 0 ? "마스크 배부" : "",
                    new Passage.Owner(SomePassages.GANGCHEON, "강천면"),
                    LocalDate.of(2020, 12, 1).plusDays(i % 9),
                    SomePassages.EVERYBODY));
        }
        return passages;
    }

    /// Rare words of the others are common here, so that their weight would tell.
    private static List<Passage> internal() {
        var passages = new ArrayList<Passage>();
        for (int i = 0; i < 300; i++) {
            passages.add(SomePassages.passage(
                    KINDS.get(i % KINDS.size()),
                    "느티나무 소독 제설 전보 " + "마스크 ".repeat(i % 11),
                    "인사",
                    new Passage.Owner(SomePassages.GANGCHEON, "강천면"),
                    LocalDate.of(2020, 12, 1).plusDays(i % 9),
                    SomePassages.MEMBERS));
        }
        return passages;
    }

    private static List<Found> answers(ArchiveIndex index, Set<String> readers) throws IOException {
        var answers = new ArrayList<Found>();
        for (var words : WORDS) {
            var question = SomePassages.question(words, readers);
            answers.add(index.search(question));
            answers.add(index.search(SomePassages.of(question, null, SomePassages.GANGCHEON, 0)));
            answers.add(index.search(SomePassages.of(question, null, null, 20)));
            answers.add(index.search(SomePassages.of(question, null, null, 900)));
            for (var kind : Kind.values()) {
                answers.add(index.search(SomePassages.of(question, kind, null, 0)));
            }
        }
        return answers;
    }

    @Test
    void citizensGetTheSameWhetherThereIsAnythingInternalOrNot() throws IOException {
        try (var bare = ArchiveIndex.open(directory.resolve("bare"));
                var full = ArchiveIndex.open(directory.resolve("full"))) {
            bare.replace("day", released());
            bare.refresh();
            full.replace("day", released());
            full.replace("other", internal());
            full.refresh();
            assertThat(answers(full, SomePassages.EVERYBODY)).isEqualTo(answers(bare, SomePassages.EVERYBODY));
            assertThat(full.search(SomePassages.question("마스크", SomePassages.EVERYBODY))
                            .total())
                    .isPositive();
            assertThat(full.search(SomePassages.question("전보", SomePassages.MEMBERS))
                            .total())
                    .isEqualTo(300);
        }
    }

    /// Nor do staff of another series get a hit or a count.
    @Test
    void othersFindNothingOfASeriesThatIsNotTheirs() throws IOException {
        try (var index = ArchiveIndex.open(directory)) {
            index.replace("other", internal());
            index.refresh();
            var others = Set.of(Readers.EVERYBODY, "series/other", "unit/other");
            for (var found : answers(index, others)) {
                assertThat(found.total()).isZero();
                assertThat(found.counts()).isEmpty();
                assertThat(found.hits()).isEmpty();
            }
            var unit = Set.of(Readers.EVERYBODY, Readers.ofUnit(SomePassages.GANGCHEON));
            assertThat(index.search(SomePassages.question("전보", unit)).total()).isZero();
        }
    }

    /// What was released and is withdrawn is on the other side in the same moment.
    @Test
    void whatIsWithdrawnIsGoneWithTheSameRefresh() throws IOException {
        try (var index = ArchiveIndex.open(directory)) {
            index.replace("day", List.of(SomePassages.minutes("느티나무", SomePassages.EVERYBODY)));
            index.refresh();
            assertThat(total(index, SomePassages.EVERYBODY)).isOne();
            index.replace("day", List.of(SomePassages.minutes("느티나무", SomePassages.MEMBERS)));
            index.refresh();
            assertThat(total(index, SomePassages.EVERYBODY)).isZero();
            assertThat(total(index, SomePassages.MEMBERS)).isOne();
        }
    }

    @Test
    void whatIsCommittedIsThereAgainAndWhatIsNotIsNot() throws IOException {
        var standing = new Standing("city", "7");
        try (var index = ArchiveIndex.open(directory)) {
            index.replace("day", List.of(SomePassages.minutes("느티나무", SomePassages.EVERYBODY)));
            index.commit(standing);
            index.replace("day", List.of());
        }
        try (var index = ArchiveIndex.open(directory)) {
            assertThat(index.standing()).contains(standing);
            assertThat(total(index, SomePassages.EVERYBODY)).isOne();
        }
        ArchiveIndex.forget(directory);
        try (var index = ArchiveIndex.open(directory)) {
            assertThat(index.standing()).isEmpty();
            assertThat(index.size()).isZero();
        }
    }

    private static int total(ArchiveIndex index, Set<String> readers) throws IOException {
        return index.search(SomePassages.question("느티나무", readers)).total();
    }
}
