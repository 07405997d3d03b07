package org.onmaru.media.frame;

/// A colour in BT.709 limited range, 8 bit: luma 16 to 235, chroma 16 to 240 with 128 as grey.
public record Yuv(int y, int u, int v) {

    /// The same colour from sRGB components, each 0 to 255 (ITU-R BT.709, Kr 0.2126, Kb 0.0722).
    public static Yuv ofRgb(int red, int green, int blue) {
        double luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        return new Yuv(
                (int) Math.round(16 + luma * 219 / 255),
                (int) Math.round(128 + (blue - luma) / 1.8556 * 224 / 255),
                (int) Math.round(128 + (red - luma) / 1.5748 * 224 / 255));
    }

    /// sRGB as `0xRRGGBB`, clipped.
    public int toRgb() {
        double luma = (y - 16) * 255.0 / 219;
        double cb = (u - 128) * 255.0 / 224;
        double cr = (v - 128) * 255.0 / 224;
        int red = clip(luma + 1.5748 * cr);
        int green = clip(luma - 0.1873 * cb - 0.4681 * cr);
        int blue = clip(luma + 1.8556 * cb);
        return red << 16 | green << 8 | blue;
    }

    private static int clip(double value) {
        return (int) Math.clamp(Math.round(value), 0L, 255L);
    }
}
