package org.onmaru.server.city.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class SmsTest {

    @Test
    void lengthIsThatOfEucKr() {
        for (var text : new String[] {"", "OK 07:30", "[여주시] 가남읍 상황보고 미제출", "漢字ㆍ①"}) {
            assertThat(Sms.bytes(text)).as(text).isEqualTo(text.getBytes(Charset.forName("EUC-KR")).length);
        }
    }

    @Test
    void ninetyBytesAreShortAndNinetyOneAreLong() {
        assertThat(Sms.kind("가".repeat(45))).isEqualTo(Sms.Kind.SMS);
        assertThat(Sms.kind("가".repeat(45) + ".")).isEqualTo(Sms.Kind.LMS);
    }

    @Test
    void theBestWordingThatFitsIsTaken() {
        var tooLong = "가".repeat(46);
        assertThat(Sms.fitting("best", "shorter")).isEqualTo("best");
        assertThat(Sms.fitting(tooLong, tooLong + "!", "shorter", "shortest")).isEqualTo("shorter");
        assertThat(Sms.fitting(tooLong, tooLong + "!")).isEqualTo(tooLong);
    }
}
