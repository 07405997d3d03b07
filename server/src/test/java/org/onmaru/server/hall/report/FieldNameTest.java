package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onmaru.server.problem.Problem;

class FieldNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "situation/1",
                "need/1",
                "need/../../etc",
                "figure/snow.depth",
                "figure/snow.depth/other",
                "figure/'; DROP TABLE/toDate",
                "nil"
            })
    void thereIsNoOtherField(String name) {
        assertThatThrownBy(() -> FieldName.parse(name))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("report-field");
    }

    @Test
    void whatIsHiddenOrTurnsTheTextIsNotKept() {
        var situation = FieldName.parse("situation");
        assertThat(situation.clean("가\u202E나\u0000\r\n다\t라\uFEFF")).isEqualTo("가나\n다 라");
        assertThat(situation.clean("\u1100\u1161")).as("composed").isEqualTo("가");
        assertThat(situation.clean("👨‍👩‍👧")).as("one family").isEqualTo("👨‍👩‍👧");
        assertThat(FieldName.fileName("가\n나")).isEqualTo("가 나");
    }

    @Test
    void aFieldHasAnEnd() {
        assertThat(FieldName.parse("situation").clean("가".repeat(4_000))).hasSize(4_000);
        assertThatThrownBy(() -> FieldName.parse("situation").clean("가".repeat(4_001)))
                .hasMessageContaining("report-field-long");
    }

    @Test
    void aChoiceIsOneOfItsWords() {
        assertThat(FieldName.parse("severity").clean("SEVERE")).isEqualTo("SEVERE");
        assertThatThrownBy(() -> FieldName.parse("urgency").clean("SEVERE")).hasMessageContaining("report-choice");
        assertThatThrownBy(() -> FieldName.parse("figure/snow.depth/estimated").clean("yes"))
                .hasMessageContaining("report-choice");
    }
}
