package org.onmaru.server.hall.figures.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.figures.ChartFacts;
import org.onmaru.server.hall.figures.ChartWords;
import org.onmaru.server.hall.figures.chart.CellLayout.Cell;
import org.onmaru.wire.Slide;

/// The picture of a chart, of exactly the stage's pixels: letters large enough for a player on a phone, every number
/// written beside what stands for it.
public final class ChartDrawing {

    static final double EDGE = 36;
    /// Between the heading and the foot.
    static final Box BODY = new Box(EDGE, 132, Slide.WIDTH - 2 * EDGE, 444);

    private static final ChartWords WORDS = ChartWords.KO;
    private static final double TITLE = 42;
    private static final double SUBTITLE = 27;
    private static final double FOOT = 24;

    private ChartDrawing() {}

    /// @param times how much larger than the stage's place it is
    public static byte[] png(ChartFacts facts, int times) {
        var image = new BufferedImage(Slide.WIDTH * times, Slide.HEIGHT * times, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(times, times);
            graphics.setColor(Ink.PAPER);
            graphics.fillRect(0, 0, Slide.WIDTH, Slide.HEIGHT);
            frame(graphics, facts);
            switch (facts) {
                case ChartFacts.Units units -> bars(graphics, units);
                case ChartFacts.Trend trend -> TrendDrawing.draw(graphics, trend, BODY);
                case ChartFacts.Table table -> table(graphics, table);
            }
            return encoded(image);
        } finally {
            graphics.dispose();
        }
    }

    private static byte[] encoded(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void frame(Graphics2D graphics, ChartFacts facts) {
        graphics.setColor(Ink.BAR);
        graphics.fill(new Rectangle2D.Double(0, 0, Slide.WIDTH, 8));
        double right = Slide.WIDTH - EDGE;
        var total = facts instanceof ChartFacts.Units units ? WORDS.total(units.total(), units.counted()) : "";
        double totalWidth = Letters.BOLD.width(total, TITLE);
        graphics.setColor(Ink.STRONG);
        Letters.BOLD.draw(graphics, total, TITLE, right - totalWidth, 64);
        graphics.setColor(Ink.TEXT);
        var title =
                Letters.BOLD.fitted(WORDS.title(facts), TITLE, BODY.width() - totalWidth - (total.isEmpty() ? 0 : 24));
        Letters.BOLD.draw(graphics, title.text(), title.size(), EDGE, 64);
        graphics.setColor(Ink.SOFT);
        double tag = facts.corrected() ? tag(graphics, right, 104, SUBTITLE) + 16 : 0;
        graphics.setColor(Ink.SOFT);
        var subtitle = Letters.REGULAR.fitted(WORDS.subtitle(facts), SUBTITLE, BODY.width() - tag);
        Letters.REGULAR.draw(graphics, subtitle.text(), subtitle.size(), EDGE, 104);
        graphics.setColor(Ink.SOFT);
        var foot = Letters.REGULAR.fitted(foot(facts), FOOT, BODY.width());
        Letters.REGULAR.draw(graphics, foot.text(), foot.size(), EDGE, Slide.HEIGHT - 20);
    }

    /// What has to be known beside the picture.
    private static String foot(ChartFacts facts) {
        boolean broken =
                facts instanceof ChartFacts.Trend trend && trend.days().stream().anyMatch(day -> day.value() == null);
        return Stream.of(
                        WORDS.missing(facts.head()),
                        broken ? "점선: 수치 없는 날" : "",
                        facts.corrected() ? "정정: 마감 뒤에 고친 수치" : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// `정정` in a frame that ends at `right`.
    ///
    /// @return its width
    static double tag(Graphics2D graphics, double right, double baseline, double size) {
        var word = WORDS.corrected(true);
        double letters = size * 0.8;
        double width = Letters.BOLD.width(word, letters) + size * 0.6;
        graphics.setColor(Ink.CORRECTED);
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(new RoundRectangle2D.Double(right - width, baseline - size * 0.92, width, size * 1.15, 8, 8));
        Letters.BOLD.draw(graphics, word, letters, right - width + size * 0.3, baseline - size * 0.05);
        return width;
    }

    private static void bars(Graphics2D graphics, ChartFacts.Units units) {
        var placed = BarLayout.place(units.values(), BODY);
        for (int i = 0; i < placed.size(); i++) {
            var bar = units.bars().get(i);
            var cell = placed.get(i).cell();
            words(graphics, cell, WORDS.of(bar.unit()), WORDS.value(bar), bar.corrected(), bar.value() != null);
            bar(graphics, cell.below(), placed.get(i).bar(), bar);
        }
    }

    private static void bar(Graphics2D graphics, Box track, @Nullable Box filled, ChartFacts.Bar bar) {
        if (filled == null) {
            if (!bar.missing()) {
                return;
            }
            graphics.setColor(Ink.QUIET);
            graphics.setStroke(
                    new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 6}, 0));
            graphics.draw(new Rectangle2D.Double(
                    track.x() + 0.75, track.y() + 0.75, track.width() - 1.5, track.height() - 1.5));
            return;
        }
        graphics.setColor(Ink.TRACK);
        graphics.fill(shape(track));
        boolean zero = bar.value() == null || bar.value().signum() <= 0;
        graphics.setColor(zero ? Ink.QUIET : Ink.BAR);
        if (bar.corrected() && !zero) {
            graphics.setPaint(hatched());
        }
        graphics.fill(shape(filled));
    }

    private static TexturePaint hatched() {
        var tile = new BufferedImage(12, 12, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 12; y++) {
            for (int x = 0; x < 12; x++) {
                tile.setRGB(x, y, ((x + y) % 12 < 8 ? Ink.BAR : Ink.PAPER).getRGB());
            }
        }
        return new TexturePaint(tile, new Rectangle(0, 0, 12, 12));
    }

    private static void table(Graphics2D graphics, ChartFacts.Table table) {
        var cells = CellLayout.place(table.lines().size(), BODY);
        for (int i = 0; i < cells.size(); i++) {
            var line = table.lines().get(i);
            var cell = cells.get(i);
            words(graphics, cell, WORDS.of(line.counted().name()), WORDS.today(line), line.corrected(), true);
            var below = cell.below();
            double size = cell.letters() * 0.72;
            graphics.setColor(Ink.SOFT);
            var besides = WORDS.besides(line);
            Letters.REGULAR.draw(
                    graphics,
                    besides,
                    size,
                    below.right() - Letters.REGULAR.width(besides, size),
                    below.y() + size * 0.7);
            graphics.setColor(Ink.RULE);
            graphics.fill(new Rectangle2D.Double(
                    cell.box().x(), cell.box().bottom() - 3, cell.box().width(), 1.5));
        }
    }

    /// A name at the left, what it has at the right.
    private static void words(
            Graphics2D graphics, Cell cell, String name, String value, boolean corrected, boolean said) {
        var line = cell.line();
        double baseline = line.y() + cell.letters();
        graphics.setColor(said ? Ink.TEXT : Ink.QUIET);
        double valueWidth = Letters.BOLD.width(value, cell.letters());
        Letters.BOLD.draw(graphics, value, cell.letters(), line.right() - valueWidth, baseline);
        double used = valueWidth + 16;
        if (corrected) {
            used += tag(graphics, line.right() - used + 4, baseline, cell.letters() * 0.75) + 12;
        }
        graphics.setColor(said ? Ink.TEXT : Ink.QUIET);
        var fitted = Letters.REGULAR.fitted(name, cell.letters(), line.width() - used);
        Letters.REGULAR.draw(graphics, fitted.text(), fitted.size(), line.x(), baseline);
    }

    private static Rectangle2D shape(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }
}
