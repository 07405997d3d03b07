package org.onmaru.media.compose;

import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.onmaru.media.frame.YuvFrame;

/// Something drawn once with Java2D and laid over pictures many times: planes in BT.709 limited range, multiplied by
/// their opacity beforehand, so that a pixel costs one multiplication. Immutable apart from its scratch row: one
/// thread.
final class Overlay {

    private final int width;
    private final int height;
    private final byte[] y;
    private final byte[] u;
    private final byte[] v;
    /// What remains of the picture below, 255 for all of it.
    private final byte[] restY;
    private final byte[] restC;
    private final byte[] row;

    private Overlay(int width, int height) {
        this.width = width;
        this.height = height;
        int chroma = width / 2 * (height / 2);
        this.y = new byte[width * height];
        this.restY = new byte[width * height];
        this.u = new byte[chroma];
        this.v = new byte[chroma];
        this.restC = new byte[chroma];
        this.row = new byte[width];
    }

    /// Converts a part of an ARGB image; the part's position and size are even.
    static Overlay of(BufferedImage image, int left, int top, int width, int height) {
        Overlay overlay = new Overlay(width, height);
        int[] argb = image.getRGB(left, top, width, height, null, 0, width);
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                int pixel = argb[j * width + i];
                int alpha = pixel >>> 24;
                double luma = 16 + 219.0 / 255 * luma(pixel);
                overlay.y[j * width + i] = (byte) Math.round(luma * alpha / 255);
                overlay.restY[j * width + i] = (byte) (255 - alpha);
            }
        }
        for (int j = 0; j < height; j += 2) {
            for (int i = 0; i < width; i += 2) {
                overlay.chroma(argb, i, j);
            }
        }
        return overlay;
    }

    static Overlay of(BufferedImage image) {
        return of(image, 0, 0, image.getWidth() & ~1, image.getHeight() & ~1);
    }

    private void chroma(int[] argb, int i, int j) {
        double blue = 0;
        double red = 0;
        double alphas = 0;
        for (int k = 0; k < 4; k++) {
            int pixel = argb[(j + k / 2) * width + i + k % 2];
            double luma = luma(pixel);
            double alpha = (pixel >>> 24) / 255.0;
            blue += alpha * (128 + ((pixel & 255) - luma) / 1.8556 * 224 / 255);
            red += alpha * (128 + ((pixel >> 16 & 255) - luma) / 1.5748 * 224 / 255);
            alphas += alpha;
        }
        int at = j / 2 * (width / 2) + i / 2;
        u[at] = (byte) Math.round(blue / 4);
        v[at] = (byte) Math.round(red / 4);
        restC[at] = (byte) Math.round(255 - 255 * alphas / 4);
    }

    private static double luma(int rgb) {
        return 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// Lays it over a picture at an even position; all of it must lie inside.
    void onto(YuvFrame frame, int left, int top) {
        lay(frame.y(), frame.strideY(), left, top, y, restY, width, height);
        lay(frame.u(), frame.strideC(), left / 2, top / 2, u, restC, width / 2, height / 2);
        lay(frame.v(), frame.strideC(), left / 2, top / 2, v, restC, width / 2, height / 2);
    }

    private void lay(
            MemorySegment plane, int stride, int left, int top, byte[] ink, byte[] rest, int columns, int rows) {
        for (int j = 0; j < rows; j++) {
            long at = (long) (top + j) * stride + left;
            MemorySegment.copy(plane, ValueLayout.JAVA_BYTE, at, row, 0, columns);
            int from = j * columns;
            for (int i = 0; i < columns; i++) {
                // 257/65536 is one 255th within rounding.
                int below = ((row[i] & 255) * (rest[from + i] & 255) * 257 + 32_768) >>> 16;
                row[i] = (byte) ((ink[from + i] & 255) + below);
            }
            MemorySegment.copy(row, 0, plane, ValueLayout.JAVA_BYTE, at, columns);
        }
    }

    /// The overlay as a picture of its own; what is transparent becomes black.
    YuvFrame picture() {
        YuvFrame frame = YuvFrame.allocate(width, height);
        frame.y().fill((byte) 16);
        frame.u().fill((byte) 128);
        frame.v().fill((byte) 128);
        onto(frame, 0, 0);
        return frame;
    }
}
