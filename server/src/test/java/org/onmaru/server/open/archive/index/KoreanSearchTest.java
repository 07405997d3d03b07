package org.onmaru.server.open.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is found by which words.
class KoreanSearchTest {

    private static final String MASKS = "강천면에 마스크 3천 장을 나누었습니다.";
    private static final String SNOW = "밤새 눈이 15cm 와서 제설차 5대가 여주대교를 치웠습니다.";
    private static final String FLU = "조류인플루엔자 방역대책본부가 농가 1,200곳의 Drone 소독을 마쳤습니다.";
    private static final String PEOPLE = "시장 한가온, 강천면 면장 김강천";

    @TempDir
    private Path directory;

    private ArchiveIndex index;

    @BeforeEach
    void write() throws IOException {
        index = ArchiveIndex.open(directory);
        index.replace(
                "day",
                List.of(MASKS, SNOW, FLU, PEOPLE).stream()
                        .map(text -> SomePassages.minutes(text, SomePassages.EVERYBODY))
                        .toList());
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private List<String> found(String words) throws IOException {
        return index.search(SomePassages.question(words, SomePassages.EVERYBODY)).hits().stream()
                .map(hit -> hit.text().stream().map(Found.Segment::text).collect(Collectors.joining()))
                .toList();
    }

    private String marked(String words) throws IOException {
        return index.search(SomePassages.question(words, SomePassages.EVERYBODY)).hits().getFirst().text().stream()
                .map(one -> one.marked() ? "[" + one.text() + "]" : one.text())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"마스크", "마스크를", "마스크가", "마스크는 강천면", "강천", "강천면", "3천", "3천 장", "\"마스크 3천 장\"", "천면에", "없는말 | 마스크"
            })
    void masks(String words) throws IOException {
        assertThat(found(words)).contains(MASKS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "조류인플루엔자", "인플루엔자", "방역", "방역대책", "대책본부", "방역대책본부를", "1200곳", "1,200", "drone", "DRONE", "Ｄｒｏｎｅ",
                "１２００", "농가 소독"
            })
    void flu(String words) throws IOException {
        assertThat(found(words)).containsExactly(FLU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"한가온", "김강천", "가온", "면장 김강천", "\"시장 한가온\""})
    void names(String words) throws IOException {
        assertThat(found(words)).contains(PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"없는말", "5cm", "200", "\"장 마스크\"", "마스크 제설차", "강천읍"})
    void others(String words) throws IOException {
        assertThat(found(words)).isEmpty();
    }

    /// As macOS writes file names, and as old key drivers sent it.
    @Test
    void decomposedSyllablesFindToo() throws IOException {
        assertThat(found(Normalizer.normalize("마스크", Normalizer.Form.NFD))).contains(MASKS);
        index.replace(
                "other",
                List.of(SomePassages.minutes(
                        Normalizer.normalize("느티나무 이식", Normalizer.Form.NFD), SomePassages.EVERYBODY)));
        index.refresh();
        assertThat(found("느티나무")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "마스크를; 강천면에 [마스크] 3천 장을 나누었습니다.",
                "\"마스크 3천 장\"; 강천면에 [마스크 3천 장]을 나누었습니다.",
                "강천면 마스크; [강천면]에 [마스크] 3천 장을 나누었습니다."
            })
    void marksStandWhereItWasFound(String words, String expected) throws IOException {
        assertThat(marked(words)).isEqualTo(expected);
    }

    @Test
    void theExactWordsComeFirst() throws IOException {
        var scattered = "소독 약품은 농가에 있고 방역 초소는 따로 둡니다.";
        var together = "농가 소독 방역을 마쳤습니다.";
        index.replace(
                "day",
                List.of(scattered, together).stream()
                        .map(text -> SomePassages.minutes(text, SomePassages.EVERYBODY))
                        .toList());
        index.refresh();
        assertThat(found("농가 소독")).containsExactly(together, scattered);
    }

    @Test
    void aLongTextIsShownAroundTheMark() throws IOException {
        var whole = "앞말 ".repeat(200) + "느티나무" + " 뒷말".repeat(200);
        index.replace("other", List.of(SomePassages.minutes(whole, SomePassages.EVERYBODY)));
        index.refresh();
        var shown = marked("느티나무");
        assertThat(shown).contains("[느티나무]").startsWith("…").endsWith("…");
        assertThat(shown.length()).isLessThan(260);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"마스크",
                "마스크\"\"",
                "|||",
                "| 마스크 |",
                "((((",
                "*",
                "마*",
                "?",
                "~1",
                "-",
                "+",
                "- -",
                "\\",
                "AND",
                "ㄱ",
                "ㅋㅋㅋ",
                "ㅏ",
                "을",
                "...",
                "!!!",
                "\u1100",
                "\uD83D\uDE00",
                "\uD83D",
                "\u200B",
                "[",
                "{마스크 TO",
                "text:마스크",
                "reader:everybody",
                "/마스크/"
            })
    void oddWordsNeverFail(String words) throws IOException {
        assertThat(index.search(SomePassages.question(words, SomePassages.EVERYBODY))
                        .total())
                .isBetween(0, 4);
    }

    @Test
    void wordsWithoutALetterFindNothing() throws IOException {
        for (var words : List.of("\"", "...", "|||", "!!!", "( )", "\uD83D\uDE00")) {
            assertThat(found(words)).as(words).isEmpty();
        }
    }

    /// Two thousand arbitrary texts of 200 characters, with a seed so that a failure comes again.
    @Test
    void anyTextIsAQuestion() throws IOException {
        var random = new Random(20201208);
        var letters = "마스크강천면을를이가 \"\"||()*~-+\\/^:ㄱㅏ각\u1100\u1161\u11A80123456789,.%℃㎡①Ａ９aB\n\t\u0000\uD83D\uDE00"
                .toCharArray();
        var seen = new ArrayList<Integer>();
        for (int i = 0; i < 2000; i++) {
            var words = new StringBuilder();
            int length = 1 + random.nextInt(200);
            for (int at = 0; at < length; at++) {
                words.append(letters[random.nextInt(letters.length)]);
            }
            var found = index.search(SomePassages.question(words.toString(), SomePassages.EVERYBODY));
            seen.add(found.total());
            assertThat(found.hits()).as(words.toString()).hasSize(found.total());
        }
        assertThat(seen).hasSize(2000).allMatch(total -> total >= 0 && total <= 4);
    }
}
