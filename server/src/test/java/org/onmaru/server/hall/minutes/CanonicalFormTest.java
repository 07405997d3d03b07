package org.onmaru.server.hall.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.hall.minutes.SomeMinutes.MEETING;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalFormTest {

    private static final List<String> PIECES =
            List.of("눈", "\n", "=", "\\", "\\n", "item=report-1", "\nspeech=", "decision", "", " ", "①", "가남읍");

    @Test
    void isTheSameTextForGood() {
        var text = CanonicalForm.of(MEETING, 2, "오기 정정", SomeMinutes.whole());
        assertThat(text).startsWith("""
                onmaru-minutes=1
                meeting=00000000-0000-0000-0000-00000000011f
                version=2
                reason=오기 정정
                name=통합재난 안전대책 영상회의 제287회
                body=여주시
                started=2020. 12. 8. 08:30
                """);
        assertThat(CanonicalForm.sha256(text))
                .as("whoever changes this form makes every signature worthless")
                .isEqualTo("11c722481e49b15e77f0404aebf5e688362c75352305263bc0a6a1a900a2f9ac");
        assertThat(CanonicalForm.sha256("여주시\n"))
                .isEqualTo("dd58c7c52d31a84beb944b6bf419a90c9db09db963926786d94e131cb4a52450");
    }

    @Test
    void whatWasSignedBeforeTurnsWereKeptReadsTheSame() {
        var json = JsonMapper.shared();
        var text = json.writeValueAsString(SomeMinutes.whole());
        var before = text.replace("\"turns\":[],", "");
        assertThat(before).isNotEqualTo(text).doesNotContain("turns");
        assertThat(json.readValue(before, MinutesContent.class)).isEqualTo(SomeMinutes.whole());
        assertThat(CanonicalForm.of(MEETING, 1, "", SomeMinutes.whole())).doesNotContain("turn=");
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        var name = "통합재난 안전대책";
        assertThat(CanonicalForm.of(MEETING, 1, Normalizer.normalize(name, Normalizer.Form.NFD), SomeMinutes.whole()))
                .isEqualTo(CanonicalForm.of(MEETING, 1, name, SomeMinutes.whole()));
    }

    @Test
    void whatIsReadBackFromTheDatabaseHasTheSameText() {
        var json = JsonMapper.shared();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20);
        for (int i = 0; i < 300; i++) {
            var content = content(random);
            var again = json.readValue(json.writeValueAsString(content), MinutesContent.class);
            assertThat(CanonicalForm.of(MEETING, 1, "", again)).isEqualTo(CanonicalForm.of(MEETING, 1, "", content));
        }
    }

    /// Words that look like the form's own lines are what people type in the worst case.
    @Test
    void whatSaysSomethingElseHasAnotherText() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var seen = new HashMap<String, MinutesContent>();
        for (int i = 0; i < 20_000; i++) {
            var content = content(random);
            var before = seen.put(CanonicalForm.of(MEETING, 1, "", content), content);
            assertThat(before).isIn(null, content);
        }
    }

    private static MinutesContent content(RandomGenerator random) {
        var items = new ArrayList<MinutesContent.Part>();
        for (int i = random.nextInt(3); i > 0; i--) {
            items.add(part(random, "item-" + i));
        }
        return new MinutesContent(
                text(random),
                text(random),
                "",
                text(random),
                "",
                texts(random),
                texts(random),
                texts(random),
                part(random, "meeting"),
                items);
    }

    private static MinutesContent.Part part(RandomGenerator random, String key) {
        return new MinutesContent.Part(
                key,
                text(random),
                random.nextBoolean(),
                "",
                texts(random),
                texts(random),
                texts(random),
                texts(random));
    }

    private static List<String> texts(RandomGenerator random) {
        var texts = new ArrayList<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.add(text(random));
        }
        return texts;
    }

    private static String text(RandomGenerator random) {
        return PIECES.get(random.nextInt(PIECES.size())) + PIECES.get(random.nextInt(PIECES.size()));
    }
}
