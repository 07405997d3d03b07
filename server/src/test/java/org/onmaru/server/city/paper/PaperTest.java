package org.onmaru.server.city.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperTest {

    @Test
    void lettersAreComposedAndNothingIsHidden() {
        var apart = Normalizer.normalize("한글", Normalizer.Form.NFD);
        assertThat(new Block.Paragraph(apart).text()).isEqualTo("한글").hasSize(2);
        assertThat(new Block.Paragraph("가\u0000\u0008\r\n나\t다\uD800 ").text()).isEqualTo("가\n나 다");
        assertThat(new Block.Heading(1, "가\n나").text()).isEqualTo("가 나");
    }

    @Test
    void aRowThatFitsNoColumnsIsRefused() {
        var columns = List.of(new Block.Column("가", Block.Align.START, 1), new Block.Column("나", Block.Align.START, 1));
        assertThatThrownBy(() -> new Block.Table("", columns, List.of(Block.Row.of("하나"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Block.Table("", columns, List.of(new Block.Row(List.of(new Block.Cell("둘", 2))))).rows())
                .hasSize(1);
    }

    @Test
    void thereAreNoMorePointsThanNumbers() {
        var point = Block.Point.of("끝");
        for (int level = 1; level < OfficialNumbering.DEEPEST; level++) {
            point = new Block.Point("단계", List.of(point));
        }
        assertThat(new Block.Points(List.of(point)).points()).hasSize(1);
        var deeper = new Block.Point("단계", List.of(point));
        assertThatThrownBy(() -> new Block.Points(List.of(deeper))).isInstanceOf(IllegalArgumentException.class);
    }
}
