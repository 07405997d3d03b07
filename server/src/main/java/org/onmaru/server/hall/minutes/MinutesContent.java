package org.onmaru.server.hall.minutes;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/// What minutes say: the nine elements of 공공기록물 관리에 관한 법률 시행령 §18②, item by item, so that an internal
/// item can be left out whole.
///
/// @param name 회의의 명칭
/// @param body 개최기관
/// @param started 일시: when it began, `2020. 3. 8. 08:30`
/// @param ended when it ended
/// @param place 장소
/// @param attendees 참석자, one a line
/// @param observers 배석자
/// @param course 진행 순서: what does not belong to one item
/// @param whole what belongs to the meeting as a whole
/// @param items 상정 안건, in their order
public record MinutesContent(
        String name,
        String body,
        String started,
        String ended,
        String place,
        List<String> attendees,
        List<String> observers,
        List<String> course,
        Part whole,
        List<Part> items) {

    public MinutesContent {
        attendees = List.copyOf(attendees);
        observers = List.copyOf(observers);
        course = List.copyOf(course);
        items = List.copyOf(items);
    }

    /// One item, or the meeting as a whole.
    ///
    /// @param key of the agenda item; `meeting` for the whole
    /// @param open whether everybody may know of it
    /// @param times 진행 순서: when it was talked about, e.g. `08:31~08:35`; empty when it was not
    /// @param turns 발언 순서: who had the floor, one a line; empty in what was signed before there were any
    /// @param speeches 발언 요지, one paragraph each
    /// @param decisions 결정 사항, one a line
    /// @param votes 표결 내용, one a line
    public record Part(
            String key,
            String title,
            boolean open,
            String times,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> turns,
            List<String> speeches,
            List<String> decisions,
            List<String> votes) {

        public Part {
            turns = List.copyOf(turns);
            speeches = List.copyOf(speeches);
            decisions = List.copyOf(decisions);
            votes = List.copyOf(votes);
        }
    }

    /// Without internal items: as if they had not been there.
    public MinutesContent forEverybody() {
        return new MinutesContent(
                name,
                body,
                started,
                ended,
                place,
                attendees,
                observers,
                course,
                whole,
                items.stream().filter(Part::open).toList());
    }
}
