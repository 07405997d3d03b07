package org.onmaru.media.compose;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;

/// Looks at pictures: colours of rectangles, and PNG files under `target/pictures` for people.
public final class Pixels {

    private Pixels() {}

    /// Mean colour of a rectangle.
    public static Yuv mean(YuvFrame frame, int x, int y, int width, int height) {
        long luma = 0;
        long blue = 0;
        long red = 0;
        for (int j = y; j < y + height; j++) {
            for (int i = x; i < x + width; i++) {
                luma += frame.luma(i, j);
                blue += frame.blue(i, j);
                red += frame.red(i, j);
            }
        }
        long count = (long) width * height;
        return new Yuv((int) (luma / count), (int) (blue / count), (int) (red / count));
    }

    /// Writes `target/pictures/<name>.png`.
    public static void write(YuvFrame frame, String name) throws IOException {
        BufferedImage image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < frame.height(); j++) {
            for (int i = 0; i < frame.width(); i++) {
                image.setRGB(i, j, new Yuv(frame.luma(i, j), frame.blue(i, j), frame.red(i, j)).toRgb());
            }
        }
        Path folder = Path.of("target", "pictures");
        Files.createDirectories(folder);
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }
}
