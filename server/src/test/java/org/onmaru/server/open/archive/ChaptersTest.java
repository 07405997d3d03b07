package org.onmaru.server.open.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onmaru.server.hall.agenda.Agenda;
import org.onmaru.server.hall.agenda.Item;
import org.onmaru.server.hall.agenda.ItemKind;
import org.onmaru.server.hall.agenda.Run;
import org.onmaru.server.onair.recording.Stretches;

class ChaptersTest {

    private static final Instant BEGAN = Instant.parse("2020-12-07T23:30:00Z");

    private static Item item(String key, boolean open) {
        return new Item(key, ItemKind.OTHER, key + " 안건", key, "", "", null, null, 5, open);
    }

    private static Run run(String key, long second) {
        return new Run(key, BEGAN.plusSeconds(second), BEGAN.plusSeconds(second + 30));
    }

    private static List<Chapters.Chapter> chapters(Stretches stretches, Run... runs) {
        var items = List.of(item("a", true), item("b", false), item("c", true));
        return Chapters.of(new Agenda(items, List.of(runs), true), stretches);
    }

    private final Stretches whole = new Stretches(600_000, List.of(new Stretches.Stretch(0, BEGAN)));

    @Test
    void eachTimeAnOpenItemBeginsIsAChapter() {
        assertThat(chapters(whole, run("a", 10), run("c", 60), run("a", 90)))
                .extracting(Chapters.Chapter::key, Chapters.Chapter::second)
                .containsExactly(tuple("a", 10L), tuple("c", 60L), tuple("a", 90L));
    }

    @Test
    void anInternalItemHasNone() {
        assertThat(chapters(whole, run("a", 10), run("b", 60), run("c", 90)).toString())
                .doesNotContain("b 안건")
                .contains("a 안건", "c 안건");
    }

    @Test
    void whatWasNotRecordedHasNone() {
        assertThat(chapters(whole, run("a", -90), run("c", -60), run("a", 700)))
                .extracting(Chapters.Chapter::key, Chapters.Chapter::second)
                .containsExactly(tuple("c", 0L));
    }
}
