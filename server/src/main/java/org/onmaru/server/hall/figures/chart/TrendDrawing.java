package org.onmaru.server.hall.figures.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.figures.ChartFacts;
import org.onmaru.server.hall.figures.ChartWords;
import org.onmaru.server.hall.figures.chart.LineLayout.Dot;

/// One metric as a line over days. The last number and the highest are written at their dots; corrected days have a
/// hollow dot and the word; a day without a figure breaks the line and has a dotted mark.
final class TrendDrawing {

    private static final double SCALE = 24;
    private static final double LAST = 40;
    private static final double HIGHEST = 30;

    private TrendDrawing() {}

    /// Where the line is drawn within the chart's body, beside its scale.
    static Box place(ChartFacts.Trend trend, Box body) {
        double gutter = Letters.REGULAR.width(ChartWords.number(LineLayout.top(trend.values())), SCALE) + 28;
        return new Box(body.x() + gutter, body.y() + 48, body.width() - gutter - 44, body.height() - 96);
    }

    static void draw(Graphics2D graphics, ChartFacts.Trend trend, Box body) {
        var area = place(trend, body);
        var placed = LineLayout.place(trend.values(), area);
        scale(graphics, placed, area);
        days(graphics, trend, placed, area);
        line(graphics, placed, area);
        dots(graphics, trend, placed);
        numbers(graphics, trend, placed, area);
    }

    private static void scale(Graphics2D graphics, LineLayout.Placed placed, Box area) {
        for (var tick : placed.ticks()) {
            graphics.setColor(tick.value().signum() == 0 ? Ink.QUIET : Ink.RULE);
            graphics.setStroke(new BasicStroke(2));
            graphics.draw(new Line2D.Double(area.x() - 12, tick.y(), area.right() + 20, tick.y()));
            var number = ChartWords.number(tick.value());
            graphics.setColor(Ink.SOFT);
            Letters.REGULAR.draw(
                    graphics,
                    number,
                    SCALE,
                    area.x() - 22 - Letters.REGULAR.width(number, SCALE),
                    tick.y() + SCALE * 0.36);
        }
    }

    private static void days(Graphics2D graphics, ChartFacts.Trend trend, LineLayout.Placed placed, Box area) {
        graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 7}, 0));
        graphics.setColor(Ink.QUIET);
        for (int i = 0; i < placed.x().size(); i++) {
            if (placed.dots().get(i) == null) {
                graphics.draw(new Line2D.Double(
                        placed.x().get(i), area.bottom() - 4, placed.x().get(i), area.y()));
            }
        }
        graphics.setColor(Ink.SOFT);
        for (int i : placed.named()) {
            var day = shortly(trend.days().get(i).date());
            Letters.REGULAR.draw(
                    graphics,
                    day,
                    SCALE,
                    placed.x().get(i) - Letters.REGULAR.width(day, SCALE) / 2,
                    area.bottom() + SCALE * 1.5);
        }
    }

    private static void line(Graphics2D graphics, LineLayout.Placed placed, Box area) {
        for (var piece : placed.pieces()) {
            var path = new Path2D.Double();
            path.moveTo(piece.getFirst().x(), piece.getFirst().y());
            piece.stream().skip(1).forEach(dot -> path.lineTo(dot.x(), dot.y()));
            var filled = new Path2D.Double(path);
            filled.lineTo(piece.getLast().x(), area.bottom());
            filled.lineTo(piece.getFirst().x(), area.bottom());
            filled.closePath();
            graphics.setColor(Ink.BELOW);
            graphics.fill(filled);
            graphics.setColor(Ink.BAR);
            graphics.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(path);
        }
    }

    private static void dots(Graphics2D graphics, ChartFacts.Trend trend, LineLayout.Placed placed) {
        for (int i = 0; i < placed.dots().size(); i++) {
            var dot = placed.dots().get(i);
            if (dot == null) {
                continue;
            }
            boolean corrected = trend.days().get(i).corrected();
            double radius = corrected ? 10 : 7;
            var round = new Ellipse2D.Double(dot.x() - radius, dot.y() - radius, 2 * radius, 2 * radius);
            graphics.setColor(corrected ? Ink.PAPER : Ink.BAR);
            graphics.fill(round);
            if (corrected) {
                graphics.setColor(Ink.CORRECTED);
                graphics.setStroke(new BasicStroke(4));
                graphics.draw(round);
            }
        }
    }

    /// The last number always, the highest where it does not stand in the last one's way.
    private static void numbers(Graphics2D graphics, ChartFacts.Trend trend, LineLayout.Placed placed, Box area) {
        var taken = new ArrayList<Box>();
        int last = last(placed.dots());
        int highest = highest(trend.days());
        number(graphics, trend, placed, area, last, LAST, taken);
        if (highest != last) {
            number(graphics, trend, placed, area, highest, HIGHEST, taken);
        }
        for (int i = 0; i < placed.dots().size(); i++) {
            var dot = placed.dots().get(i);
            if (dot != null && trend.days().get(i).corrected()) {
                double width = Letters.BOLD.width("정정", SCALE);
                double y = dot.y() + 40 < area.bottom() ? dot.y() + 40 : dot.y() - 22;
                var room = new Box(dot.x() - width / 2, y - SCALE, width, SCALE);
                if (taken.stream().noneMatch(other -> overlaps(other, room))) {
                    taken.add(room);
                    halo(graphics, room);
                    graphics.setColor(Ink.CORRECTED);
                    Letters.BOLD.draw(graphics, "정정", SCALE, room.x(), y);
                }
            }
        }
    }

    private static void number(
            Graphics2D graphics,
            ChartFacts.Trend trend,
            LineLayout.Placed placed,
            Box area,
            int day,
            double size,
            List<Box> taken) {
        var dot = Objects.requireNonNull(placed.dots().get(day));
        var words = ChartWords.KO.counted(
                Objects.requireNonNull(trend.days().get(day).value()), trend.counted());
        double width = Letters.BOLD.width(words, size);
        double x = Math.clamp(dot.x() - width / 2, area.x() - 8, area.right() + 44 - width);
        double baseline = above(placed.dots(), x, x + width) - 20;
        var room = new Box(x, baseline - size, width, size);
        if (taken.stream().noneMatch(other -> overlaps(other, room))) {
            taken.add(room);
            halo(graphics, room);
            graphics.setColor(size == LAST ? Ink.STRONG : Ink.TEXT);
            Letters.BOLD.draw(graphics, words, size, x, baseline);
        }
    }

    /// Above every dot that stands below words of that extent: none is hidden.
    private static double above(List<@Nullable Dot> dots, double left, double right) {
        double highest = Double.MAX_VALUE;
        for (var dot : dots) {
            if (dot != null && dot.x() > left - 12 && dot.x() < right + 12) {
                highest = Math.min(highest, dot.y());
            }
        }
        return highest;
    }

    /// Paper below words, so that no line runs through them.
    private static void halo(Graphics2D graphics, Box words) {
        graphics.setColor(Ink.HALO);
        graphics.fill(new RoundRectangle2D.Double(
                words.x() - 6, words.y() - 2, words.width() + 12, words.height() + 8, 10, 10));
    }

    private static boolean overlaps(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private static int last(List<@Nullable Dot> dots) {
        int last = 0;
        for (int i = 0; i < dots.size(); i++) {
            last = dots.get(i) == null ? last : i;
        }
        return last;
    }

    private static int highest(List<ChartFacts.Day> days) {
        int highest = -1;
        for (int i = 0; i < days.size(); i++) {
            var value = days.get(i).value();
            if (value != null
                    && (highest < 0
                            || value.compareTo(Objects.requireNonNull(
                                            days.get(highest).value()))
                                    > 0)) {
                highest = i;
            }
        }
        return highest;
    }

    private static String shortly(LocalDate date) {
        return date.getMonthValue() + ". " + date.getDayOfMonth() + ".";
    }
}
