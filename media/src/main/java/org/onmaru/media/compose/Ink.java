package org.onmaru.media.compose;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/// Drawing with Java2D: smooth edges, measured text, lines that end in an ellipsis where they do not fit.
final class Ink {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final String ELLIPSIS = "…";

    private Ink() {}

    /// A transparent image of even size that `drawing` has filled.
    static BufferedImage image(int width, int height, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage((width + 1) & ~1, (height + 1) & ~1, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /// Width of a line in pixels.
    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /// The line, or as much of its beginning as fits with an ellipsis; cut between code points.
    static String fitted(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0) {
            end = text.offsetByCodePoints(end, -1);
            String cut = text.substring(0, end).stripTrailing() + ELLIPSIS;
            if (width(cut, font) <= room) {
                return cut;
            }
        }
        return "";
    }

    /// Baseline that puts Korean letters in the middle of a box, by their look rather than by the font's metrics.
    static float baseline(Font font, double top, double height) {
        double letter = font.createGlyphVector(CONTEXT, "한").getVisualBounds().getHeight();
        double below = font.createGlyphVector(CONTEXT, "한").getVisualBounds().getMaxY();
        return (float) (top + (height + letter) / 2 - below);
    }

    /// Draws a line in the middle of a box.
    static void centred(Graphics2D graphics, String text, Font font, double left, double room, float baseline) {
        String line = fitted(text, font, room);
        graphics.setFont(font);
        graphics.drawString(line, (float) (left + (room - width(line, font)) / 2), baseline);
    }
}
