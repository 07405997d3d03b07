package org.onmaru.media.compose;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.scene.Rect;
import org.onmaru.media.scene.Scene;
import org.onmaru.wire.Slide;

/// A slide to recognise: yellow above at the left, green above at the right, white below with a patch of upright and a
/// patch of level stripes, each one pixel wide.
public final class SlideArt {

    public static final Yuv YELLOW = Yuv.ofRgb(250, 220, 0);
    public static final Yuv GREEN = Yuv.ofRgb(0, 150, 60);

    private static final int PATCH = 64;
    private static final Rect UPRIGHT = new Rect(200, 420, PATCH, PATCH);
    private static final Rect LEVEL = new Rect(700, 420, PATCH, PATCH);

    private SlideArt() {}

    public static byte[] png() {
        var image = new BufferedImage(Slide.WIDTH, Slide.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        fill(graphics, new Color(250, 220, 0), 0, 0, 520, 320);
        fill(graphics, new Color(0, 150, 60), 520, 0, 520, 320);
        fill(graphics, Color.WHITE, 0, 320, Slide.WIDTH, Slide.HEIGHT - 320);
        for (int i = 0; i < PATCH; i += 2) {
            fill(graphics, Color.BLACK, UPRIGHT.x() + i, UPRIGHT.y(), 1, PATCH);
            fill(graphics, Color.BLACK, LEVEL.x(), LEVEL.y() + i, PATCH, 1);
        }
        graphics.dispose();
        return png(image);
    }

    public static byte[] png(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(java.awt.Graphics2D graphics, Color colour, int x, int y, int width, int height) {
        graphics.setColor(colour);
        graphics.fillRect(x, y, width, height);
    }

    /// True when yellow and green stand where they belong.
    public static boolean isOn(YuvFrame picture) {
        return near(mean(picture, 100, 100), YELLOW) && near(mean(picture, 800, 100), GREEN);
    }

    /// True when any of its two colours is anywhere.
    public static boolean anywhere(YuvFrame picture) {
        for (int y = 0; y < picture.height() - 8; y += 8) {
            for (int x = 0; x < picture.width() - 8; x += 8) {
                var seen = Pixels.mean(picture, x, y, 8, 8);
                if (near(seen, YELLOW) || near(seen, GREEN)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// How much darker a stripe is than its neighbour, the least of both patches, 0 to 219.
    public static int contrast(YuvFrame picture) {
        return Math.min(contrast(picture, UPRIGHT, 1, 0), contrast(picture, LEVEL, 0, 1));
    }

    private static int contrast(YuvFrame picture, Rect patch, int across, int down) {
        int left = Scene.SLIDE.x() + patch.x();
        int top = Scene.SLIDE.y() + patch.y();
        int least = 255;
        for (int i = 4; i < PATCH - 4; i += 2) {
            int dark = picture.luma(left + (across == 1 ? i : 30), top + (down == 1 ? i : 30));
            int light = picture.luma(left + (across == 1 ? i + 1 : 30), top + (down == 1 ? i + 1 : 30));
            least = Math.min(least, light - dark);
        }
        return least;
    }

    private static Yuv mean(YuvFrame picture, int x, int y) {
        return Pixels.mean(picture, Scene.SLIDE.x() + x, Scene.SLIDE.y() + y, 64, 64);
    }

    private static boolean near(Yuv seen, Yuv wanted) {
        return Math.abs(seen.y() - wanted.y()) <= 6
                && Math.abs(seen.u() - wanted.u()) <= 6
                && Math.abs(seen.v() - wanted.v()) <= 6;
    }
}
