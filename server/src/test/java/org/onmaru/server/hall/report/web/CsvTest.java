package org.onmaru.server.hall.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onmaru.server.hall.report.Metric;

class CsvTest {

    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        assertThat(Csv.cell("가, 나")).isEqualTo("\"가, 나\"");
        assertThat(Csv.cell("그는 \"눈\"")).isEqualTo("\"그는 \"\"눈\"\"\"");
        assertThat(Csv.cell("가\n나")).isEqualTo("\"가\n나\"");
        assertThat(Csv.cell(null)).isEmpty();
        assertThat(Csv.cell("가남읍")).isEqualTo("가남읍");
    }

    @Test
    void noTextIsAFormula() {
        for (var formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(Csv.cell(formula)).as(formula).matches("(?s)\"?'.*");
        }
    }

    @Test
    void aNumberStaysANumber() {
        assertThat(Csv.cell(new BigDecimal("-2.5"))).isEqualTo("-2.5");
        assertThat(Csv.cell(new BigDecimal("1E+3"))).isEqualTo("1000");
    }

    @Test
    void everyUnitHasARowAndTheCityOneAfterThem() {
        var part = new RollUpAnswer.RollUpPart(
                UUID.randomUUID(), "=가남읍", "Ganam", new BigDecimal("2"), new BigDecimal("10"), true);
        var line = new RollUpAnswer.RollUpLine(
                "snow.depth",
                "적설",
                "Snow depth",
                "cm",
                "cm",
                Metric.Disclosure.PUBLIC,
                Metric.Combining.HIGHEST,
                new BigDecimal("2"),
                new BigDecimal("10"),
                List.of(part),
                null,
                null,
                true);
        var missing = new RollUpAnswer.MissingUnit(UUID.randomUUID(), "북내면", "Bungnae");
        var csv = Csv.of(List.of(new RollUpAnswer(LocalDate.of(2026, 11, 23), List.of(line), List.of(missing))));
        assertThat(csv).startsWith("\uFEFF날짜,").endsWith("\r\n");
        assertThat(csv.split("\r\n", -1))
                .containsSequence(
                        "2026-11-23,snow.depth,적설,cm,'=가남읍,2,10,,,,정정,,",
                        "2026-11-23,snow.depth,적설,cm,최고,2,10,,,,정정,북내면,PUBLIC");
    }
}
