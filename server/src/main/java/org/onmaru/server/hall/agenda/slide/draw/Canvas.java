package org.onmaru.server.hall.agenda.slide.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/// White paper of a size that fits a box.
///
/// @param width even, because colour has half the resolution in a broadcast
/// @param height even
record Canvas(int width, int height) {

    /// As large as the box lets something of this shape be.
    static Canvas fitting(double shapeWidth, double shapeHeight, int boxWidth, int boxHeight) {
        double scale = Math.min(boxWidth / shapeWidth, boxHeight / shapeHeight);
        return new Canvas(even(shapeWidth * scale, boxWidth), even(shapeHeight * scale, boxHeight));
    }

    private static int even(double length, int most) {
        return Math.clamp(Math.round(length), 2, most) & ~1;
    }

    BufferedImage drawn(Consumer<Graphics2D> drawing) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            graphics.setBackground(Color.WHITE);
            graphics.clearRect(0, 0, width, height);
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
