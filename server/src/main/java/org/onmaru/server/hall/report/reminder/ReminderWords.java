package org.onmaru.server.hall.report.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.onmaru.server.city.notice.Brief;
import org.onmaru.server.city.notice.Notice;
import org.onmaru.server.city.notice.Sms;

/// What a reminder says: Korean, with English beside it wherever there is room.
final class ReminderWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy. M. d.");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private ReminderWords() {}

    /// @param link of the report's form
    /// @param path of the report's form
    /// @param until afterwards the reminder is of no use
    record About(
            String city,
            String cityEn,
            String unit,
            String unitEn,
            String series,
            String seriesEn,
            LocalDate date,
            LocalTime cutOff,
            String link,
            String path,
            Instant until) {}

    static Notice of(About about) {
        var hour = HOUR.format(about.cutOff);
        return new Notice(
                "[%s] %s 상황보고 %s 마감".formatted(about.city, about.unit, hour),
                """
                %s 온마루입니다.

                %s의 상황보고가 아직 제출되지 않았습니다.

                회의: %s
                마감: %s %s
                제출: %s

                알릴 것이 없으면 '특이사항 없음'으로 내십시오.

                --
                %s: the situation report of %s is not filed yet.
                Meeting: %s
                Cut-off: %s %s
                Form: %s
                If there is nothing to tell, file it as nothing to report.
                """.formatted(
                                about.city,
                                about.unit,
                                about.series,
                                DAY.format(about.date),
                                hour,
                                about.link,
                                either(about.cityEn, about.city),
                                either(about.unitEn, about.unit),
                                either(about.seriesEn, about.series),
                                about.date,
                                hour,
                                about.link),
                sms(about, hour),
                new Brief(
                        "상황보고 %s 마감".formatted(hour),
                        "Report due at %s".formatted(hour),
                        "아직 제출되지 않았습니다. 눌러서 작성하십시오.",
                        "It is not filed yet. Touch to write it.",
                        about.path,
                        about.until));
    }

    /// Short enough for a short message wherever the names and the address allow it; a long one has room for English.
    private static String sms(About about, String hour) {
        var full = "[%s] %s 상황보고 미제출, %s 마감 %s".formatted(about.city, about.unit, hour, about.link);
        var fitting = Sms.fitting(full, "[%s]%s %s마감 보고 미제출 %s".formatted(about.city, about.unit, hour, about.link));
        return Sms.kind(fitting) == Sms.Kind.SMS
                ? fitting
                : full + "\n%s: report due at %s is not filed yet.".formatted(either(about.unitEn, about.unit), hour);
    }

    private static String either(String english, String korean) {
        return english.isEmpty() ? korean : english;
    }
}
