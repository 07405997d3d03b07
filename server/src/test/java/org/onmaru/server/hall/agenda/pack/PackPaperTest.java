package org.onmaru.server.hall.agenda.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.attachment.FileType;
import org.onmaru.server.city.paper.Block;
import org.onmaru.server.city.paper.Enclosure;
import org.onmaru.server.city.paper.Paper;

class PackPaperTest {

    private static final Pack.Item OPEN = new Pack.Item("가남읍 상황보고", "심각한 보고입니다.", "가남읍", 2, true);
    private static final Pack.Item CLOSED = new Pack.Item("인사 사항", "직접 넣었습니다.", "", 20, false);
    private static final Pack.Annexes ANNEXES = new Pack.Annexes(
            List.of(new Pack.Figure(
                    "확진자",
                    "명",
                    new BigDecimal("12"),
                    new BigDecimal("12345.5"),
                    new BigDecimal("12346"),
                    new BigDecimal("-0.5"),
                    true,
                    false)),
            List.of("점동면", "흥천면"),
            List.of(
                    new Pack.Owed("제2020-15호", "방역초소 점검", "점동면", LocalDate.of(2020, 12, 3), 4, "추진 중"),
                    new Pack.Owed("제2020-16호", "제설함 정비", "가남읍", null, 0, "지시")));

    private static Pack pack(@Nullable Integer ordinal, List<Pack.Item> items, Optional<Pack.Annexes> annexes) {
        return pack(ordinal, items, List.of(), annexes);
    }

    private static Pack pack(
            @Nullable Integer ordinal, List<Pack.Item> items, List<Pack.Beside> files, Optional<Pack.Annexes> annexes) {
        return new Pack(
                "통합재난 안전대책 영상회의",
                false,
                ordinal,
                LocalDate.of(2020, 12, 8),
                LocalTime.of(8, 30),
                30,
                "온마루 영상회의",
                items,
                files,
                annexes,
                Instant.parse("2020-12-07T22:45:00Z"),
                LocalDate.of(2020, 12, 8),
                LocalTime.of(7, 45));
    }

    private static List<Block.Table> tables(Paper paper) {
        return paper.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }

    private static List<String> cells(Block.Row row) {
        return row.cells().stream().map(Block.Cell::text).toList();
    }

    private static List<String> notes(Paper paper) {
        return paper.blocks().stream()
                .filter(Block.Points.class::isInstance)
                .flatMap(points -> ((Block.Points) points).points().stream())
                .map(Block.Point::text)
                .toList();
    }

    @Test
    void saysWhichMeetingItIsFor() {
        var paper = PackPaper.of(pack(287, List.of(OPEN), Optional.empty()));
        assertThat(paper.title()).isEqualTo("통합재난 안전대책 영상회의 안건 자료");
        assertThat(paper.meta())
                .containsExactly(
                        new Paper.Meta("회차", "제287회"),
                        new Paper.Meta("일시", "2020. 12. 8.(화) 08:30"),
                        new Paper.Meta("장소", "온마루 영상회의"),
                        new Paper.Meta("예정 시간", "30분"),
                        new Paper.Meta("작성 기준", "2020. 12. 8. 07:45 현재"));
        assertThat(PackPaper.of(pack(null, List.of(OPEN), Optional.empty())).meta())
                .contains(new Paper.Meta("회차", "회의를 열 때 정해집니다"));
    }

    @Test
    void itemsStandInTheirOrderWithWhyAndTheSumOfTheirMinutes() {
        var paper = PackPaper.of(pack(287, List.of(OPEN, CLOSED), Optional.of(ANNEXES)));
        assertThat(tables(paper).getFirst().rows().stream().map(PackPaperTest::cells))
                .containsExactly(
                        List.of("1.", "가남읍 상황보고", "심각한 보고입니다.", "가남읍", "2"),
                        List.of("2.", "인사 사항\n[비공개]", "직접 넣었습니다.", "", "20"),
                        List.of("계", "22"));
        assertThat(notes(paper))
                .containsExactly(
                        "배정한 시간을 더하면 22분입니다. 예정된 30분보다 8분 짧습니다.",
                        "비공개 안건은 1건입니다. 방송하지 않으며, 이 자료를 밖에 내지 않습니다.",
                        "아직 보고하지 않은 부서·기관: 점동면, 흥천면");
    }

    @Test
    void theMinutesAreHeldAgainstTheMeetingsLength() {
        var longer = new Pack.Item("토의", "", "", 33, true);
        assertThat(notes(PackPaper.of(pack(1, List.of(longer), Optional.empty()))))
                .containsExactly("배정한 시간을 더하면 33분입니다. 예정된 30분보다 3분 깁니다.");
        var exact = new Pack.Item("토의", "", "", 30, true);
        assertThat(notes(PackPaper.of(pack(1, List.of(exact), Optional.empty()))))
                .containsExactly("배정한 시간을 더하면 30분입니다. 예정된 시간과 같습니다.");
    }

    @Test
    void annexesCarryTheFiguresAndWhatIsOwed() {
        var tables = tables(PackPaper.of(pack(287, List.of(OPEN), Optional.of(ANNEXES))));
        assertThat(tables).hasSize(3);
        assertThat(tables.get(1).rows().stream().map(PackPaperTest::cells))
                .containsExactly(List.of("확진자", "명", "12", "12,345.5", "12,346", "-0.5", "정정 · 비공개"));
        assertThat(tables.get(2).rows().stream().map(PackPaperTest::cells))
                .containsExactly(
                        List.of("제2020-15호", "방역초소 점검", "점동면", "2020. 12. 3.", "이월 4회", "추진 중"),
                        List.of("제2020-16호", "제설함 정비", "가남읍", "없음", "이월 0회", "지시"));
    }

    @Test
    void withoutReasonsThereIsNoColumnForThemAndNoAnnex() {
        var item = new Pack.Item("가남읍 상황보고", "", "가남읍", 2, true);
        var paper = PackPaper.of(pack(287, List.of(item), Optional.empty()));
        assertThat(tables(paper)).hasSize(1);
        assertThat(tables(paper).getFirst().columns().stream().map(Block.Column::title))
                .containsExactly("순서", "안건", "발표", "배정(분)");
        assertThat(paper.blocks()).noneMatch(Block.PageBreak.class::isInstance);
    }

    @Test
    void filesAreListedAndBoundInTheOrderOfTheItems() {
        var plan = new Pack.Beside(1, "가남읍 상황보고", "계획.pdf", FileType.PDF, Path.of("1"));
        var text = new Pack.Beside(2, "인사 사항", "초안.hwpx", FileType.HWPX, Path.of("2"));
        var pack = pack(287, List.of(OPEN, CLOSED), List.of(plan, text), Optional.of(ANNEXES));
        assertThat(tables(PackPaper.of(pack)).getLast().rows().stream().map(PackPaperTest::cells))
                .containsExactly(List.of("1.", "가남읍 상황보고", "계획.pdf"), List.of("2.", "인사 사항", "초안.hwpx"));
        assertThat(PackPaper.enclosures(pack))
                .containsExactly(
                        new Enclosure("안건 1. 가남읍 상황보고: 계획.pdf", Path.of("1"), Enclosure.Kind.PDF),
                        new Enclosure("안건 2. 인사 사항: 초안.hwpx", Path.of("2"), Enclosure.Kind.OTHER));
    }

    @Test
    void anEmptyPackSaysSo() {
        var paper = PackPaper.of(pack(287, List.of(), Optional.of(new Pack.Annexes(List.of(), List.of(), List.of()))));
        assertThat(paper.blocks())
                .contains(
                        new Block.Paragraph("볼 수 있는 안건이 없습니다."),
                        new Block.Paragraph("제출된 수치가 없습니다."),
                        new Block.Paragraph("넘어온 지시사항이 없습니다."));
    }
}
