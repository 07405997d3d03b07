package org.onmaru.server.hall.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MinutesOutlineTest {

    private static String read(MinutesContent content) {
        return lines(MinutesOutline.of(content));
    }

    private static String lines(List<MinutesOutline.OutlineLine> outline) {
        return outline.stream()
                .map(line -> "  ".repeat(line.level() - 1) + line.mark() + " " + line.text())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void readsAsAnOfficialDocument() {
        assertThat(read(SomeMinutes.whole())).isEqualTo("""
                1. 회의의 명칭: 통합재난 안전대책 영상회의 제287회
                2. 개최기관: 여주시
                3. 일시 및 장소
                  가. 일시: 2020. 12. 8. 08:30 ~ 09:12
                  나. 장소: 영상회의(온마루)
                4. 참석자 및 배석자 명단
                  가. 참석자
                    1) 시장 한가온
                    2) 강천면 면장 김강천
                  나. 배석자
                    1) 농림축산검역본부 과장 홍길동
                5. 진행 순서
                  가. 08:35~08:40 강천면 상황보고
                  나. 08:40~08:50 인사 협의 [비공개]
                6. 상정 안건
                  가. 강천면 상황보고
                  나. 인사 협의 [비공개]
                7. 발언 요지
                  가. 회의 전체
                    1) 모두 수고하셨습니다.
                  나. 강천면 상황보고
                    1) 강천면장: 밤새 눈 3cm
                  다. 인사 협의 [비공개]
                    1) 국장: 비밀
                8. 결정 사항
                  가. 회의 전체
                    1)  결정
                  나. 강천면 상황보고
                    1) 강천면 상황보고 결정
                  다. 인사 협의 [비공개]
                    1) 인사 협의 결정
                9. 표결 내용
                  가. 회의 전체
                    1) 해당 없음
                  나. 강천면 상황보고
                    1) 해당 없음
                  다. 인사 협의 [비공개]
                    1) 해당 없음""");
    }

    @Test
    void whoHadTheFloorStandsBeforeWhatTheySaid() {
        var whole = SomeMinutes.whole();
        var item = whole.items().getFirst();
        var told = new MinutesContent.Part(
                item.key(),
                item.title(),
                true,
                item.times(),
                List.of("강천면 면장 김강천 (08:35~08:40, 5분)"),
                item.speeches(),
                item.decisions(),
                item.votes());
        var content = new MinutesContent(
                whole.name(),
                whole.body(),
                whole.started(),
                whole.ended(),
                whole.place(),
                whole.attendees(),
                whole.observers(),
                whole.course(),
                whole.whole(),
                List.of(told));
        assertThat(read(content)).contains("  나. 강천면 상황보고\n    1) 강천면 면장 김강천 (08:35~08:40, 5분)\n    2) 강천면장: 밤새 눈 3cm");
    }

    @Test
    void overMidnightBothDaysAreSaid() {
        var whole = SomeMinutes.whole();
        var late = new MinutesContent(
                whole.name(),
                whole.body(),
                "2020. 12. 8. 22:30",
                "2020. 12. 9. 00:10",
                whole.place(),
                whole.attendees(),
                whole.observers(),
                whole.course(),
                whole.whole(),
                whole.items());
        assertThat(read(late)).contains("가. 일시: 2020. 12. 8. 22:30 ~ 2020. 12. 9. 00:10");
    }

    @Test
    void forEverybodyAnInternalItemHasNotBeenThere() {
        var open = lines(MinutesOutline.ofPublic(SomeMinutes.whole()));
        assertThat(open).doesNotContain("인사", "비밀", "08:50", "비공개").contains("나. 강천면 상황보고\n    1) 강천면장");
        assertThat(open.lines().filter(line -> line.contains("다. "))).isEmpty();
    }

    @Test
    void forEverybodyNothingIsClaimedOfWhatIsNotThere() {
        var whole = SomeMinutes.whole();
        var none = new MinutesContent.Part("meeting", "", true, "", List.of(), List.of(), List.of(), List.of());
        var content = new MinutesContent(
                whole.name(),
                whole.body(),
                whole.started(),
                whole.ended(),
                whole.place(),
                whole.attendees(),
                List.of(),
                whole.course(),
                none,
                whole.items().stream().filter(item -> !item.open()).toList());
        assertThat(lines(MinutesOutline.ofPublic(content)))
                .contains("배석자: 해당 없음", "8. 결정 사항: 공개하는 내용 없음", "9. 표결 내용: 공개하는 내용 없음")
                .doesNotContain("결정 사항: 해당 없음", "인사");
    }
}
