package org.onmaru.media.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TypefaceTest {

    @Test
    void findsTheKoreanFaceOfACollectionInTwoWeights() {
        Typeface found = Typeface.find(null);
        assertThat(found.regular().canDisplayUpTo("강천면 · 면장 김여주 똠방각하")).isNegative();
        assertThat(found.bold().canDisplayUpTo("강천면 · 면장 김여주 똠방각하")).isNegative();
        if (found.regular().getFontName().contains("CJK")) {
            assertThat(found.regular().getFontName()).contains("KR");
            assertThat(found.bold().getFontName()).contains("KR");
        }
        assertThat(Ink.width("통합재난", found.bold(40f))).isNotEqualTo(Ink.width("통합재난", found.regular(20f)));
    }

    @Test
    void aFontThatCannotBeUsedIsSaidInTwoLanguages() {
        assertThatThrownBy(() -> Typeface.find("/nowhere/no.ttf"))
                .isInstanceOfSatisfying(FontMissing.class, missing -> {
                    assertThat(missing.ko()).contains("ONMARU_FONT").contains("글꼴");
                    assertThat(missing.en()).contains("ONMARU_FONT").contains("font");
                });
    }

    @Test
    void longLinesEndInAnEllipsisWithinTheirRoom() {
        Typeface found = Typeface.find(null);
        String cut = Ink.fitted("재난안전총괄과 통합관제센터", found.regular(20f), 120);
        assertThat(cut).endsWith("…").startsWith("재난");
        assertThat(Ink.width(cut, found.regular(20f))).isLessThanOrEqualTo(120);
        assertThat(Ink.fitted("가", found.regular(20f), 3)).isEmpty();
    }
}
