package org.onmaru.server.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onmaru.server.writing.PersonalNumbers.Found;
import org.onmaru.server.writing.PersonalNumbers.Kind;

class PersonalNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "RESIDENT, 김강천(810203-1234567)에게 지급, 김강천(810•••-•••••••)에게 지급",
        "RESIDENT, 8102031234567, 810••••••••••",
        "RESIDENT, ８１０２０３－１２３４５６７, 810•••-•••••••",
        "RESIDENT, 외국인 등록번호 900101 – 6123456 확인, 외국인 등록번호 900•••-••••••• 확인",
        "PHONE, 문의 010-1234-5678, 문의 010-••••-••••",
        "PHONE, 010 1234 5678로 전화, 010 •••• ••••로 전화",
        "PHONE, 01012345678, 010••••••••",
        "PHONE, 031) 887-1234, 031) •••-••••",
        "PHONE, 02-123-4567, 02-1••-••••",
        "PHONE, +82 10-1234-5678, +82 1•-••••-••••",
        "ACCOUNT, 농협 352-1234-5678-93 이체, 농협 352-••••-••••-•• 이체",
        "ACCOUNT, 계좌는 35212345678 입니다, 계좌는 352•••••••• 입니다",
    })
    void isFoundAndCovered(Kind kind, String text, String where) {
        assertThat(PersonalNumbers.in(text)).containsExactly(new Found(kind, where));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020. 3. 8. 08:30 ~ 09:12",
                "2026-11-23 08:31~08:35",
                "2026-11-23 08:31 ~ 2026-11-23 09:00",
                "마스크 3,000,000장, 예산 1,234,567천원",
                "감염병관리과-12345(2020. 3. 8.)",
                "제287회 회의, 119 신고 12건, 참석 14명",
                "GPS 37.298123, 127.637456",
                "810203-9234567",
                "811303-1234567"
            })
    void ordinaryNumbersAreNone(String text) {
        assertThat(PersonalNumbers.in(text)).isEmpty();
    }

    @Test
    void severalAreToldInTheOrderOfTheTextWithTheirOwnLine() {
        var found = PersonalNumbers.in("첫 줄 010-1111-2222\n둘째 줄 810203-1234567 끝\n셋째 줄");
        assertThat(found)
                .containsExactly(
                        new Found(Kind.PHONE, "첫 줄 010-••••-••••"), new Found(Kind.RESIDENT, "둘째 줄 810•••-••••••• 끝"));
    }

    /// Nothing that somebody pastes may keep the server busy.
    @Test
    @Timeout(20)
    void anyTextIsLookedThroughQuickly() {
        var random = new Random(7);
        var signs = "0123456789- -.)(+계좌\n가";
        for (int round = 0; round < 200; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            for (Found found : PersonalNumbers.in(text.toString())) {
                assertThat(found.where()).contains("•").doesNotContain("\n");
            }
        }
        long began = System.nanoTime();
        assertThat(PersonalNumbers.in("1-".repeat(50_000))).isEmpty();
        PersonalNumbers.in("1".repeat(100_000));
        PersonalNumbers.in("계좌".repeat(50_000));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }
}
