package org.onmaru.server.city.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.onmaru.server.city.paper.Block.Align;
import org.onmaru.server.city.paper.Block.Cell;
import org.onmaru.server.city.paper.Block.Column;
import org.onmaru.server.city.paper.Block.Point;
import org.onmaru.server.city.paper.Block.Row;

/// A paper with all that a paper may have, and with what is hard to write.
final class SamplePaper {

    static final String TITLE = "통합재난 안전대책 영상회의 <안건> & 자료";
    static final String HARD = "漢字 女州市 ①㎡ ㉮ “따옴표” … × → 「낫표」 <b>&amp;</b>";
    static final String LONG_WORD = "코로나바이러스감염증19총력대응비상대책위원회운영세칙일부개정조례안심의결과보고서및향후추진계획안내자료집발간계획승인요청의건";
    static final String LONG_NAME = "남궁황보제갈선우독고사공".repeat(6);
    static final String SENTENCE = "여러 어절로 이루어진 문장은 어절 사이에서만 줄이 바뀌어야 하며 어떤 어절도 중간에서 끊기지 않아야 읽기에 좋습니다.";

    private SamplePaper() {}

    /// @param rows of its table, the sum not counted
    static Paper of(int rows) {
        var table = new ArrayList<Row>();
        for (int i = 1; i <= rows; i++) {
            table.add(Row.of(Integer.toString(i), "가축방역초소 이동통제 " + i + "번", "점동면", Integer.toString(i * 7)));
        }
        table.add(new Row(List.of(new Cell("합계", 3), new Cell("1,234", 1))));
        return new Paper(
                "ko",
                TITLE,
                "시험에 쓰는 문서",
                Instant.parse("2020-12-07T22:45:00Z"),
                List.of(new Paper.Meta("일시", "2020. 12. 8.(화) 08:30"), new Paper.Meta("비고", HARD)),
                List.of(
                        new Block.Heading(1, "첫째 부분"),
                        new Block.Paragraph(LONG_WORD),
                        new Block.Paragraph("첫 줄\n둘째 줄"),
                        new Block.Paragraph(SENTENCE.repeat(3)),
                        new Block.Points(
                                List.of(new Point("첫 항목", List.of(nested(2), Point.of("다음 항목"))), Point.of("둘째 항목"))),
                        new Block.Heading(2, "작은 제목"),
                        new Block.Table(
                                "표 제목",
                                List.of(
                                        new Column("순서", Align.CENTRE, 1),
                                        new Column("안건", Align.START, 5),
                                        new Column("발표", Align.START, 3),
                                        new Column("수치", Align.END, 2)),
                                table),
                        new Block.PageBreak(),
                        new Block.Heading(1, "둘째 부분"),
                        new Block.Signatures(
                                List.of(new Block.Signature("시장", "한가온"), new Block.Signature("기록", LONG_NAME)))));
    }

    /// Points below each other to the last level.
    private static Point nested(int level) {
        return new Point(level + "단계 항목", level == OfficialNumbering.DEEPEST ? List.of() : List.of(nested(level + 1)));
    }

    /// As its points begin when they are numbered.
    static List<String> numbered() {
        return List.of(
                "1. 첫 항목",
                "가. 2단계 항목",
                "1) 3단계 항목",
                "가) 4단계 항목",
                "(1) 5단계 항목",
                "(가) 6단계 항목",
                "① 7단계 항목",
                "㉮ 8단계 항목",
                "나. 다음 항목",
                "2. 둘째 항목");
    }
}
