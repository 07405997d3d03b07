package org.onmaru.server.hall.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MinutesDraftTest {

    private static final Instant NOW = Instant.parse("2020-12-08T00:00:00Z");

    private static Facts facts(String... texts) {
        var known = new LinkedHashMap<String, String>();
        for (int i = 0; i < texts.length; i += 2) {
            known.put(texts[i], texts[i + 1]);
        }
        return new Facts(known, List.of(new MinutesDraft.Item("report-1", "강천면 상황보고", true)));
    }

    private static MinutesDraft.Written written(String field, String value, @Nullable String ground) {
        return new MinutesDraft.Written(field, value, ground, UUID.randomUUID(), "문초롱", NOW);
    }

    @Test
    void growsByItselfUntilSomebodyWrites() {
        var draft = MinutesDraft.of(facts("attendees", "시장 한가온"), List.of(), true);
        assertThat(draft.value("attendees")).isEqualTo("시장 한가온");
        assertThat(draft.fields().get("attendees")).isEqualTo(new MinutesDraft.Field("시장 한가온", "", null));
    }

    @Test
    void whatIsLearntLaterIsMergedIntoWhatWasWritten() {
        var later = facts("attendees", "시장 한가온\n강천면 면장 김강천\n북내면 면장 이북내");
        var draft = MinutesDraft.of(
                later, List.of(written("attendees", "시장 한가온(의장)\n강천면 면장 김강천", "시장 한가온\n강천면 면장 김강천")), true);
        assertThat(draft.value("attendees")).isEqualTo("시장 한가온(의장)\n강천면 면장 김강천\n북내면 면장 이북내");
    }

    @Test
    void anHourThatWasWrittenBeforeTheSystemKnewItIsNotWrittenTwice() {
        var early = List.of(written("ended", "09:10", ""), written("decisions/report-1", "제설차를 더 낸다.", ""));
        var draft = MinutesDraft.of(facts("ended", "09:12", "decisions/report-1", "강천면: 점검"), early, true);
        assertThat(draft.value("ended")).isEqualTo("09:10");
        assertThat(draft.value("decisions/report-1"))
                .as("of many lines both stand")
                .isEqualTo("강천면: 점검\n제설차를 더 낸다.");
        assertThat(MinutesDraft.of(facts("ended", "09:12"), List.of(written("ended", " ", "")), true)
                        .value("ended")
                        .strip())
                .isEqualTo("09:12");
    }

    @Test
    void whatAClerkTookOutStaysOut() {
        var draft = MinutesDraft.of(
                facts("decisions/report-1", "강천면: 제설\n북내면: 점검"),
                List.of(written("decisions/report-1", "북내면: 점검", "강천면: 제설\n북내면: 점검")),
                true);
        assertThat(draft.content().items().getFirst().decisions()).containsExactly("북내면: 점검");
    }

    @Test
    void afterTheDraftNothingFlowsIn() {
        var draft = MinutesDraft.of(facts("ended", "09:12"), List.of(written("ended", "09:10", null)), false);
        assertThat(draft.value("ended")).isEqualTo("09:10");
        assertThat(MinutesDraft.of(facts("ended", "09:12"), List.of(), false).value("ended"))
                .isEmpty();
    }

    @Test
    void paragraphsStandWithTheirItemInTheOrderInWhichTheyWereBegun() {
        var draft = MinutesDraft.of(
                facts(),
                List.of(
                        written("speech/report-1/b", "둘째가 아니라 첫째", ""),
                        written("speech/report-1/a", " 둘째 \n", ""),
                        written("speech/report-1/c", " ", ""),
                        written("speech/report-10/a", "다른 안건", "")),
                true);
        var items = draft.content().items();
        assertThat(items.getFirst().speeches()).containsExactly("둘째가 아니라 첫째", "둘째");
        assertThat(items.getFirst().title()).isEqualTo("강천면 상황보고");
    }

    @Test
    void whatWasWrittenAboutAnItemThatIsGoneIsKeptAndNeverPublic() {
        var draft = MinutesDraft.of(facts(), List.of(written("speech/added-9/a", "뺀 안건의 말", "")), true);
        var gone = draft.content().items().getLast();
        assertThat(gone.key()).isEqualTo("added-9");
        assertThat(gone.speeches()).containsExactly("뺀 안건의 말");
        assertThat(gone.open()).isFalse();
        assertThat(draft.content().forEverybody().items()).hasSize(1);
    }
}
