package org.onmaru.media.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.scene.Scene;
import org.onmaru.media.scene.Staging;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Stage;

/// Reads the title strip: looks for the shapes of the letters in the picture that leaves the composer.
class TitleStripTest {

    private static final String CITY = "여주시 온마루";
    private static final String TITLE = "통합재난 안전대책 영상회의";
    private static final String ANOTHER = "환경정책 주간업무 보고모임";
    private static final String DAY = "제287회 · 2020. 12. 8.";

    /// Of one, how much the picture must look like the letters. Anything else of the same size stays well below.
    private static final double SAME = 0.9;

    private static final double OTHER = 0.75;

    private final Typeface typeface = Typeface.find(null);
    private final StageComposer composer = new StageComposer(CITY, typeface);

    @AfterEach
    void close() {
        composer.close();
    }

    private YuvFrame composed(String title, String subtitle) throws IOException {
        var stage = new Stage(Layout.GRID, title, subtitle, "");
        var picture = composer.compose(0, Staging.stage(stage, Cast.people(2), null), new Cast(), null);
        Pixels.write(picture, "strip");
        return picture;
    }

    @Test
    void saysTitleDayAndCityAndChangesWithThem() throws IOException {
        var picture = composed(TITLE, DAY);
        assertThat(likeness(picture, TITLE, typeface.bold(28))).isGreaterThan(SAME);
        assertThat(likeness(picture, ANOTHER, typeface.bold(28))).isLessThan(OTHER);
        assertThat(likeness(picture, DAY, typeface.regular(21))).isGreaterThan(SAME);
        assertThat(likeness(picture, CITY, typeface.bold(20))).isGreaterThan(SAME);

        picture = composed(ANOTHER, DAY);
        assertThat(likeness(picture, ANOTHER, typeface.bold(28))).isGreaterThan(SAME);
        assertThat(likeness(picture, TITLE, typeface.bold(28))).isLessThan(OTHER);
    }

    @Test
    void aTitleWithoutAnEndIsCutBeforeTheCity() throws IOException {
        var picture = composed("감염병 및 조류인플루엔자 총력대응 ".repeat(6), DAY);
        assertThat(likeness(picture, "감염병 및 조류인플루엔자 총력대응", typeface.bold(28))).isGreaterThan(SAME);
        assertThat(likeness(picture, CITY, typeface.bold(20))).as("untouched").isGreaterThan(SAME);
    }

    /// The best correlation of the letters with any place in the strip, from -1 to 1.
    private static double likeness(YuvFrame picture, String text, Font font) {
        double[][] letters = letters(text, font);
        double best = -1;
        for (int y = 0; y + letters.length <= Scene.TITLE.height(); y++) {
            for (int x = 0; x + letters[0].length <= Scene.TITLE.width(); x++) {
                best = Math.max(best, correlation(picture, letters, x, y));
            }
        }
        return best;
    }

    private static double correlation(YuvFrame picture, double[][] letters, int left, int top) {
        double seen = 0;
        double seenSquared = 0;
        double wanted = 0;
        double wantedSquared = 0;
        double both = 0;
        int count = letters.length * letters[0].length;
        for (int y = 0; y < letters.length; y++) {
            for (int x = 0; x < letters[0].length; x++) {
                double luma = picture.luma(left + x, top + y);
                double ink = letters[y][x];
                seen += luma;
                seenSquared += luma * luma;
                wanted += ink;
                wantedSquared += ink * ink;
                both += luma * ink;
            }
        }
        double spread = (seenSquared - seen * seen / count) * (wantedSquared - wanted * wanted / count);
        return spread <= 0 ? -1 : (both - seen * wanted / count) / Math.sqrt(spread);
    }

    /// White letters on black in the smallest box that holds their ink.
    private static double[][] letters(String text, Font font) {
        var bounds = font.createGlyphVector(new FontRenderContext(null, true, true), text)
                .getPixelBounds(null, 0, 0);
        var image = new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(Color.WHITE);
        graphics.setFont(font);
        graphics.drawString(text, -bounds.x, -bounds.y);
        graphics.dispose();
        var ink = new double[bounds.height][bounds.width];
        for (int y = 0; y < bounds.height; y++) {
            for (int x = 0; x < bounds.width; x++) {
                ink[y][x] = image.getRaster().getSample(x, y, 0);
            }
        }
        return ink;
    }
}
