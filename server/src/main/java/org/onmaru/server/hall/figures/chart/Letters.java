package org.onmaru.server.hall.figures.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The letters of the pages, Pretendard GOV, in two weights: they come with the server, so that charts look the same on
/// every machine. What a name has that they do not is written with the machine's own.
final class Letters {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final String ELLIPSIS = "…";

    static final Letters REGULAR = new Letters("PretendardGOV-Regular.subset.woff", Font.PLAIN);
    static final Letters BOLD = new Letters("PretendardGOV-Bold.subset.woff", Font.BOLD);

    private final Font face;
    private final Font fallback;

    private Letters(String file, int style) {
        this.face = load("/fonts/" + file);
        this.fallback = new Font(Font.SANS_SERIF, style, 1);
    }

    private static Font load(String resource) {
        try (var in = Letters.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource);
            }
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(Woff.decode(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    Font font(String text, double size) {
        return (face.canDisplayUpTo(text) < 0 ? face : fallback).deriveFont((float) size);
    }

    double width(String text, double size) {
        return font(text, size).getStringBounds(text, CONTEXT).getWidth();
    }

    /// The line, smaller down to two thirds if it needs to be, then as much of it as fits with an ellipsis.
    Fitted fitted(String text, double size, double room) {
        double fits = size * Math.clamp(room / Math.max(1, width(text, size)), 2.0 / 3, 1);
        int end = text.length();
        var line = text;
        while (width(line, fits) > room + 0.5 && end > 0) {
            end = text.offsetByCodePoints(end, -1);
            line = text.substring(0, end).stripTrailing() + ELLIPSIS;
        }
        return new Fitted(line, fits);
    }

    /// Words at a size at which they fit.
    record Fitted(String text, double size) {}

    /// Draws from the left; y is the baseline.
    void draw(Graphics2D graphics, String text, double size, double x, double y) {
        if (!text.isEmpty()) {
            graphics.setFont(font(text, size));
            graphics.drawString(text, (float) x, (float) y);
        }
    }
}
