package org.onmaru.server.hall.minutes;

import java.util.List;
import java.util.UUID;
import org.onmaru.server.hall.meeting.MeetingId;

/// Minutes with all nine elements and one internal item, for tests that take something away.
final class SomeMinutes {

    static final MeetingId MEETING = new MeetingId(new UUID(0, 287));

    private SomeMinutes() {}

    static MinutesContent whole() {
        return new MinutesContent(
                "통합재난 안전대책 영상회의 제287회",
                "여주시",
                "2020. 12. 8. 08:30",
                "2020. 12. 8. 09:12",
                "영상회의(온마루)",
                List.of("시장 한가온", "강천면 면장 김강천"),
                List.of("농림축산검역본부 과장 홍길동"),
                List.of(),
                part("meeting", "", true, "", "모두 수고하셨습니다."),
                List.of(
                        part("report-1", "강천면 상황보고", true, "08:35~08:40", "강천면장: 밤새 눈 3cm"),
                        part("added-2", "인사 협의", false, "08:40~08:50", "국장: 비밀")));
    }

    static MinutesContent.Part part(String key, String title, boolean open, String times, String speech) {
        return new MinutesContent.Part(
                key, title, open, times, List.of(), List.of(speech), List.of(title + " 결정"), List.of("해당 없음"));
    }
}
