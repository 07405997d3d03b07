package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.report.CityFigures.CityFigure;
import org.onmaru.server.hall.report.FiledFigures.Filed;
import org.onmaru.server.hall.report.FiledFigures.Pair;

class RollUpTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final UnitId GANAM = new UnitId(UUID.randomUUID());
    private static final UnitId BUNGNAE = new UnitId(UUID.randomUUID());

    private static Filed filed(UnitId unit, String stated, String toDate, @Nullable String before, boolean corrected) {
        return new Filed(
                DAY,
                unit,
                "snow.depth",
                new Pair(
                        new BigDecimal(stated), new BigDecimal(toDate), before == null ? null : new BigDecimal(before)),
                corrected);
    }

    private static RollUp.Line line(List<CityFigure> city, Filed... filed) {
        return RollUp.of(DAY, List.of(filed), city, List.of(), _ -> Metric.Combining.SUM)
                .lines()
                .getFirst();
    }

    @Test
    void theCityIsTheSumOfItsUnits() {
        var line = line(List.of(), filed(GANAM, "1.5", "10", "8.5", false), filed(BUNGNAE, "3", "3", null, false));
        assertThat(line.thisPeriod()).isEqualByComparingTo("4.5");
        assertThat(line.toDate()).isEqualByComparingTo("13");
        assertThat(line.corrected()).isFalse();
        assertThat(line.difference()).isNull();
    }

    @Test
    void depthsAreNotAdded() {
        var filed = List.of(filed(GANAM, "1.5", "10", "8.5", false), filed(BUNGNAE, "3", "3", null, false));
        var line = RollUp.of(DAY, filed, List.of(), List.of(), _ -> Metric.Combining.HIGHEST)
                .lines()
                .getFirst();
        assertThat(line.toDate()).as("where it lies highest").isEqualByComparingTo("10");
        assertThat(line.thisPeriod()).as("where most fell").isEqualByComparingTo("3");
        assertThat(line.parts()).hasSize(2);
        var nothing = RollUp.of(DAY, List.of(), List.of(), List.of(), _ -> Metric.Combining.HIGHEST);
        assertThat(nothing.lines()).isEmpty();
    }

    @Test
    void severalCutOffsOfADayAreOneDay() {
        var line = line(List.of(), filed(GANAM, "2", "10", "8", false), filed(GANAM, "5", "15", "10", false));
        assertThat(line.parts()).singleElement().satisfies(part -> {
            assertThat(part.thisPeriod()).isEqualByComparingTo("7");
            assertThat(part.toDate()).isEqualByComparingTo("15");
        });
    }

    @Test
    void aCorrectedDayBeforeChangesThisPeriodAndSaysSo() {
        var line = line(List.of(), filed(GANAM, "2", "10", "7", false));
        assertThat(line.thisPeriod()).isEqualByComparingTo("3");
        assertThat(line.corrected()).isTrue();
    }

    @Test
    void aFigureThatACorrectionTookAwayIsNotSummedButSaid() {
        var gone = new Filed(DAY, GANAM, "snow.depth", null, true);
        var line = line(List.of(), gone, filed(BUNGNAE, "1", "1", null, false));
        assertThat(line.toDate()).isEqualByComparingTo("1");
        assertThat(line.corrected()).isTrue();
    }

    @Test
    void theCitysOwnFigureStandsBesideTheSum() {
        var city = new CityFigure(DAY, "snow.depth", BigDecimal.ONE, new BigDecimal("12"), "문초롱", Instant.EPOCH);
        assertThat(line(List.of(city), filed(GANAM, "2", "10", "8", false)).difference())
                .isEqualByComparingTo("-2");
        assertThat(line(List.of(city)).difference()).isEqualByComparingTo("-12");
    }
}
