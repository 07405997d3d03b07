package org.onmaru.server.hall.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.onmaru.server.hall.figures.ChartFacts;

/// The pictures, read back; they stay in `target/charts` for whoever wants to look at them.
class ChartDrawingTest {

    private static BufferedImage drawn(String name, ChartFacts facts) throws IOException {
        return drawn(name, facts, 1);
    }

    private static BufferedImage drawn(String name, ChartFacts facts, int times) throws IOException {
        byte[] png = ChartDrawing.png(facts, times);
        Files.createDirectories(Path.of("target/charts"));
        Files.write(Path.of("target/charts", name + ".png"), png);
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int at(BufferedImage image, double x, double y) {
        return image.getRGB((int) x, (int) y) & 0xFFFFFF;
    }

    private static int rgb(Color colour) {
        return colour.getRGB() & 0xFFFFFF;
    }

    /// How many pixels of it are not paper.
    private static long inked(BufferedImage image, Box box) {
        long inked = 0;
        for (int y = (int) box.y(); y < box.bottom(); y++) {
            for (int x = (int) box.x(); x < box.right(); x++) {
                inked += at(image, x, y) == 0xFFFFFF ? 0 : 1;
            }
        }
        return inked;
    }

    @Test
    void barsHaveTheirColourWhereTheirNumbersSay() throws IOException {
        var facts = Sample.morning();
        var image = drawn("units", facts);
        assertThat(image.getWidth()).isEqualTo(1_040);
        assertThat(image.getHeight()).isEqualTo(634);
        var placed = BarLayout.place(facts.values(), ChartDrawing.BODY);
        for (int i = 0; i < placed.size(); i++) {
            var track = placed.get(i).cell().below();
            double middle = track.y() + track.height() / 2;
            var bar = placed.get(i).bar();
            if (bar == null) {
                assertThat(at(image, track.x() + track.width() / 2, middle)).isEqualTo(0xFFFFFF);
            } else if (!facts.bars().get(i).corrected()) {
                boolean zero = bar.width() == BarLayout.ZERO;
                assertThat(at(image, bar.x() + 1, middle)).isEqualTo(rgb(zero ? Ink.QUIET : Ink.BAR));
                assertThat(at(image, bar.right() - 1.5, middle)).isEqualTo(rgb(zero ? Ink.QUIET : Ink.BAR));
                assertThat(bar.right() >= track.right() || at(image, bar.right() + 2, middle) == rgb(Ink.TRACK))
                        .isTrue();
            } else {
                assertThat(inked(image, bar)).as("hatched").isBetween((long) (bar.width() * bar.height() * 0.5), (long)
                        (bar.width() * bar.height() * 0.8));
            }
        }
    }

    @Test
    void wordsStandBesideEveryBarAndAboveTheChart() throws IOException {
        var image = drawn("units-fine", Sample.morning(), 2);
        assertThat(image.getWidth()).isEqualTo(2_080);
        assertThat(inked(image, new Box(72, 60, 900, 80))).as("title").isGreaterThan(4_000);
        assertThat(inked(image, new Box(72, 170, 900, 60))).as("subtitle").isGreaterThan(2_000);
        assertThat(inked(image, new Box(72, 1_210, 900, 50)))
                .as("who is missing")
                .isGreaterThan(1_000);
        for (var cell : CellLayout.place(14, ChartDrawing.BODY)) {
            var line = cell.line();
            assertThat(inked(image, new Box(line.x() * 2, line.y() * 2, 160, line.height() * 2)))
                    .as("name")
                    .isGreaterThan(400);
            assertThat(inked(image, new Box(line.right() * 2 - 60, line.y() * 2, 60, line.height() * 2)))
                    .as("value")
                    .isGreaterThan(100);
        }
    }

    @Test
    void nothingIsCutHoweverLongTheWords() throws IOException {
        var longest =
                List.of(Sample.bar("세종대왕면", 400_000), Sample.bar("농림축산검역본부 중부지역본부", 123_456.5), Sample.bar("여흥동", 0));
        var image = drawn(
                "few", new ChartFacts.Units(Sample.HEAD, Sample.QUARANTINE, BigDecimal.valueOf(523_456), longest));
        assertThat(inked(image, new Box(0, 20, 34, 614))).isZero();
        assertThat(inked(image, new Box(1_006, 20, 34, 614))).isZero();
        var one = drawn("one", new ChartFacts.Units(Sample.HEAD, Sample.SITES, null, List.of(Sample.bar("강천면", 3))));
        assertThat(at(
                        one,
                        500,
                        CellLayout.place(1, ChartDrawing.BODY)
                                        .getFirst()
                                        .below()
                                        .y()
                                + 8))
                .isEqualTo(rgb(Ink.BAR));
    }

    @Test
    void aLineHasADotForEachDayThatIsKnownAndNoneElse() throws IOException {
        for (int days : new int[] {14, 30}) {
            var facts = Sample.trend(days, 12, 15, 9, 22, null, 31, 40, 38, 44, 52, 0);
            var image = drawn("trend-" + days, facts);
            var area = TrendDrawing.place(facts, ChartDrawing.BODY);
            var placed = LineLayout.place(facts.values(), area);
            for (int i = 0; i < days; i++) {
                var dot = placed.dots().get(i);
                if (dot == null) {
                    double x = placed.x().get(i);
                    assertThat(inked(image, new Box(x - 8, area.y(), 6, area.height() - 4)))
                            .as("no line on a day that nobody knows, but the scale's two")
                            .isLessThan(6 * 8);
                } else {
                    boolean hollow = facts.days().get(i).corrected();
                    assertThat(at(image, dot.x(), dot.y())).isEqualTo(hollow ? 0xFFFFFF : rgb(Ink.BAR));
                }
            }
        }
        var falling = Sample.trend(14, 90, 80, 70, 60, 50, 40, 30, 20, 100, 90, 80, 70, 60, 5);
        var image = drawn("trend-falling", falling);
        var dots = LineLayout.place(falling.values(), TrendDrawing.place(falling, ChartDrawing.BODY))
                .dots();
        for (int i = 0; i < dots.size(); i++) {
            var dot = Objects.requireNonNull(dots.get(i));
            assertThat(at(image, dot.x(), dot.y()))
                    .as("no number hides dot " + i)
                    .isEqualTo(falling.days().get(i).corrected() ? 0xFFFFFF : rgb(Ink.BAR));
        }
        drawn("trend-many", Sample.trend(30, 398_000, 401_234, 399_999, null, 400_120));
    }

    @Test
    void aTableHasALineForEachMetric() throws IOException {
        for (int lines : new int[] {3, 6, 12}) {
            var image = drawn("table-" + lines, Sample.table(lines));
            for (var cell : CellLayout.place(lines, ChartDrawing.BODY)) {
                assertThat(inked(
                                image,
                                new Box(
                                        cell.box().x(),
                                        cell.line().y(),
                                        100,
                                        cell.line().height())))
                        .isGreaterThan(200);
                assertThat(inked(
                                image,
                                new Box(cell.box().right() - 60, cell.below().y(), 60, 20)))
                        .isGreaterThan(40);
            }
        }
    }

    @Test
    void lettersAreThoseOfThePagesAndOthersAreFound() {
        assertThat(Letters.BOLD.font("여주시 10,000명", 20).getFontName()).contains("Pretendard");
        assertThat(Letters.REGULAR.font("漢字", 20).canDisplayUpTo("漢字")).isEqualTo(-1);
        var fitted = Letters.BOLD.fitted("아주 긴 이름을 가진 어떤 기관의 본부", 40, 200);
        assertThat(fitted.text()).endsWith("…");
        assertThat(Letters.BOLD.width(fitted.text(), fitted.size())).isLessThanOrEqualTo(201);
        assertThat(Letters.BOLD.fitted("여흥동", 40, 200).size()).isEqualTo(40);
    }
}
