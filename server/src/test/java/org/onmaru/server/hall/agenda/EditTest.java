package org.onmaru.server.hall.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EditTest {

    private static final List<Item> AGENDA = List.of(
            item("a", ItemKind.DIRECTIVE_DUE),
            item("b", ItemKind.REPORT),
            item("c", ItemKind.REPORT),
            item("d", ItemKind.PRACTICE),
            item("e", ItemKind.CLOSING));

    private static Item item(String key, ItemKind kind) {
        return new Item(key, kind, key, key, "까닭", "why", null, null, kind.minutes(), true);
    }

    private static String keys(List<Item> items) {
        return String.join("", items.stream().map(Item::key).toList());
    }

    private static String after(Edit edit) {
        return keys(edit.applyTo(AGENDA));
    }

    @Test
    void whatIsAddedComesAfterTheLastOfItsKind() {
        assertThat(after(new Edit.Add(item("x", ItemKind.REPORT)))).isEqualTo("abcxde");
        assertThat(after(new Edit.Add(item("x", ItemKind.TOPIC)))).isEqualTo("abcxde");
        assertThat(after(new Edit.Add(item("x", ItemKind.OTHER)))).isEqualTo("abcdxe");
        assertThat(after(new Edit.Add(item("x", ItemKind.DIRECTIVE_OVERDUE)))).isEqualTo("xabcde");
        assertThat(keys(new Edit.Add(item("x", ItemKind.OTHER)).applyTo(List.of())))
                .isEqualTo("x");
    }

    @Test
    void whatIsMovedStandsBeforeTheOther() {
        assertThat(after(new Edit.Move("d", "a"))).isEqualTo("dabce");
        assertThat(after(new Edit.Move("a", "d"))).isEqualTo("bcade");
        assertThat(after(new Edit.Move("a", null))).isEqualTo("bcdea");
        assertThat(after(new Edit.Move("b", "c"))).isEqualTo("abcde");
    }

    @Test
    void whatIsNotThereChangesNothing() {
        assertThat(after(new Edit.Move("x", "a"))).isEqualTo("abcde");
        assertThat(after(new Edit.Move("a", "x"))).isEqualTo("abcde");
        assertThat(after(new Edit.Move("a", "a"))).isEqualTo("abcde");
        assertThat(after(new Edit.Drop("x", "없음"))).isEqualTo("abcde");
    }

    @Test
    void whatIsChangedKeepsWhyItIsThere() {
        var changed = new Edit.Change("b", new Item.Content("새 제목", "New", null, 7, false))
                .applyTo(AGENDA)
                .get(1);
        assertThat(changed.title()).isEqualTo("새 제목");
        assertThat(changed.minutes()).isEqualTo(7);
        assertThat(changed.open()).isFalse();
        assertThat(changed.why()).isEqualTo("까닭");
        assertThat(changed.kind()).isEqualTo(ItemKind.REPORT);
    }

    @Test
    void isKeptAsItWas() {
        var json = JsonMapper.shared();
        var edits = List.of(
                new Edit.Add(item("x", ItemKind.TOPIC)),
                new Edit.Change("b", new Item.Content("가", "a", null, 1, true)),
                new Edit.Move("a", null),
                new Edit.Drop("c", "다음 회의로"));
        for (Edit edit : edits) {
            assertThat(json.readValue(json.writeValueAsString(edit), Edit.class))
                    .isEqualTo(edit);
        }
    }
}
