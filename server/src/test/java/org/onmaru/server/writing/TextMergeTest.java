package org.onmaru.server.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextMergeTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final List<String> WORDS =
            List.of("눈", "눈이", "3cm", "왔습니다", "강풍", "제설", "대피", "snow", "7", "없음", "가남읍");
    private static final List<String> GAPS = List.of(" ", "\n", ", ", ". ", "  ", " - ");

    @Test
    void oneWriterAloneWritesWhatTheyWrite() {
        assertThat(TextMerge.merge("가", "가", "가 나")).isEqualTo("가 나");
        assertThat(TextMerge.merge("가", "가 나", "가")).isEqualTo("가 나");
        assertThat(TextMerge.merge("가", "나", "나")).isEqualTo("나");
        assertThat(TextMerge.merge("가", "가", "")).isEmpty();
    }

    @Test
    void twoWhoWriteAtDifferentPlacesBothStand() {
        assertThat(TextMerge.merge("제설 완료. 대피 없음.", "밤새 제설 완료. 대피 없음.", "제설 완료. 대피 3명."))
                .isEqualTo("밤새 제설 완료. 대피 3명.");
    }

    @Test
    void twoWhoBeginAtOnceBothStand() {
        assertThat(TextMerge.merge("", "눈 3cm", "강풍 주의")).isEqualTo("눈 3cm\n강풍 주의");
        assertThat(TextMerge.merge("", " ", "눈")).isEqualTo("눈");
        assertThat(TextMerge.merge("", "눈", "\n")).isEqualTo("눈");
    }

    @Test
    void twoWhoChangeOneWordBothStand() {
        assertThat(TextMerge.merge("적설 3cm", "적설 5cm", "적설 7cm")).isEqualTo("적설 5cm 7cm");
    }

    @Test
    void wordsThatComeToStandTogetherStayApart() {
        assertThat(TextMerge.merge("a b", "a", "a x")).isEqualTo("a x");
    }

    @Test
    void whoeverGoesOnTypingDoesNotSayItTwice() {
        // "눈이" was saved and merged with the other's words; the writer went on from what they had sent
        var merged = TextMerge.merge("", "강풍", "눈이");
        assertThat(TextMerge.merge("눈이", merged, "눈이 많이")).isEqualTo("강풍\n눈이 많이");
    }

    @Test
    void noWordThatEitherInsertedIsLost() {
        for (long seed = 0; seed < 20_000; seed++) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var base = text(random);
            var theirs = edited(base, random);
            var mine = edited(base, random);
            var merged = TextMerge.merge(base, theirs, mine);
            for (var side : List.of(theirs, mine)) {
                var before = words(base);
                var after = words(merged);
                words(side)
                        .forEach((word, count) -> assertThat(after.getOrDefault(word, 0L))
                                .as("%s in [%s] of [%s] [%s] [%s]", word, merged, base, theirs, mine)
                                .isGreaterThanOrEqualTo(count - before.getOrDefault(word, 0L)));
            }
        }
    }

    @Test
    void longTextsAreMergedToo() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var base = "가 ".repeat(1_900) + "끝";
        var mine = new StringBuilder();
        while (mine.length() < 3_900) {
            mine.append((char) ('가' + random.nextInt(500))).append(random.nextBoolean() ? " " : ".");
        }
        assertThat(TextMerge.merge(base, base + " 추가", mine.toString())).contains("추가");
    }

    private static Map<String, Long> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String text(RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(one(WORDS, random)).append(one(GAPS, random));
        }
        return text.toString();
    }

    private static String edited(String base, RandomGenerator random) {
        var pieces = new ArrayList<>(List.of(base.split("(?<=\\s)|(?=\\s)", -1)));
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(pieces.size());
            switch (random.nextInt(3)) {
                case 0 -> pieces.remove(at);
                case 1 -> pieces.set(at, one(WORDS, random));
                default -> pieces.add(at, one(GAPS, random) + one(WORDS, random) + one(GAPS, random));
            }
            if (pieces.isEmpty()) {
                pieces.add("");
            }
        }
        return String.join("", pieces);
    }

    private static String one(List<String> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}
