package org.onmaru.server.hall.report.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onmaru.server.city.notice.Notice;
import org.onmaru.server.city.notice.Sms;

class ReminderWordsTest {

    private static final String LINK = "https://onmaru.yeoju.go.kr/reports";

    private static Notice words(String unit, String unitEn, String link) {
        return ReminderWords.of(new ReminderWords.About(
                "여주시",
                "Yeoju City",
                unit,
                unitEn,
                "통합재난 안전대책 영상회의",
                "Integrated Disaster and Safety Video Meeting",
                LocalDate.of(2026, 11, 23),
                LocalTime.of(7, 30),
                link,
                "/reports",
                Instant.parse("2026-11-22T22:30:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"가남읍", "세종대왕면", "보건소", "재난안전대책본부"})
    void aTextMessageIsShortForEveryUnitOfACity(String unit) {
        var sms = words(unit, "Somewhere", LINK).sms();
        assertThat(sms.getBytes(Charset.forName("EUC-KR")).length).as(sms).isLessThanOrEqualTo(Sms.SHORT);
        assertThat(sms).contains("여주시", unit, "07:30", "마감", "보고", "미제출", LINK);
    }

    @Test
    void whatDoesNotFitIsALongMessageWithEnglish() {
        var far = "https://integrated-video-meetings.smart-city.yeoju.gyeonggi.kr/reports";
        var sms = words("재난안전대책본부", "Disaster and Safety HQ", far).sms();
        assertThat(Sms.kind(sms)).isEqualTo(Sms.Kind.LMS);
        assertThat(sms)
                .contains("[여주시] 재난안전대책본부 상황보고 미제출, 07:30 마감 " + far)
                .contains("Disaster and Safety HQ: report due at 07:30 is not filed yet.");
    }

    @Test
    void aMailSaysWhoWhatWhenAndWhereInBothLanguages() {
        var mail = words("가남읍", "", LINK);
        assertThat(mail.subject()).isEqualTo("[여주시] 가남읍 상황보고 07:30 마감");
        assertThat(mail.text())
                .contains("가남읍의 상황보고가 아직 제출되지 않았습니다.")
                .contains("마감: 2026. 11. 23. 07:30")
                .contains("회의: 통합재난 안전대책 영상회의")
                .contains("제출: " + LINK + "\n")
                .contains("Yeoju City: the situation report of 가남읍 is not filed yet.")
                .contains("Form: " + LINK + "\n");
    }

    @Test
    void aLockScreenShowsNoNames() {
        var brief = words("가남읍", "Ganam-eup", LINK).brief();
        assertThat(brief.title()).isEqualTo("상황보고 07:30 마감");
        assertThat(brief.path()).isEqualTo("/reports");
        assertThat(brief.toString()).doesNotContain("가남", "Ganam", "여주", "Yeoju", "통합재난");
    }
}
