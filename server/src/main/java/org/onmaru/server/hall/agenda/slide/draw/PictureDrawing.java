package org.onmaru.server.hall.agenda.slide.draw;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Draws pictures upright, however the camera was held. How large one is is asked before it is decoded, and a large one
/// is decoded coarsely: only what the box needs is ever in memory.
final class PictureDrawing {

    private final long mostPixels;

    PictureDrawing(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    Drawn draw(DrawOrder order) throws IOException {
        if (order.page() != 1) {
            return new Drawn.Refused(Drawn.Why.NO_PAGE, 1, 0);
        }
        var reader = ImageIO.getImageReadersByFormatName(order.kind().name()).next();
        try (var in = ImageIO.createImageInputStream(order.file().toFile())) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > mostPixels) {
                return new Drawn.Refused(Drawn.Why.TOO_LARGE, width, height);
            }
            var held = order.kind() == DrawOrder.Kind.JPEG ? Orientation.of(order.file()) : Orientation.UPRIGHT;
            int across = held.lying() ? order.height() : order.width();
            int down = held.lying() ? order.width() : order.height();
            var asStored = Canvas.fitting(width, height, across, down);
            var upright = held.upright(scaled(read(reader, width, height, asStored), asStored));
            return new Drawn.Page(Canvas.png(upright), 1);
        } finally {
            reader.dispose();
        }
    }

    /// At least twice as large as it will be drawn, where there is as much.
    private static BufferedImage read(ImageReader reader, int width, int height, Canvas canvas) throws IOException {
        int step = Math.max(1, Math.min(width / (2 * canvas.width()), height / (2 * canvas.height())));
        var coarse = reader.getDefaultReadParam();
        coarse.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, coarse);
    }

    /// By halves, so that every pixel counts.
    private static BufferedImage scaled(BufferedImage picture, Canvas canvas) {
        var now = picture;
        while (now.getWidth() >= 2 * canvas.width() && now.getHeight() >= 2 * canvas.height()) {
            now = drawn(now, new Canvas(now.getWidth() / 2, now.getHeight() / 2));
        }
        return drawn(now, canvas);
    }

    private static BufferedImage drawn(BufferedImage picture, Canvas canvas) {
        return canvas.drawn(graphics -> graphics.drawImage(picture, 0, 0, canvas.width(), canvas.height(), null));
    }
}
