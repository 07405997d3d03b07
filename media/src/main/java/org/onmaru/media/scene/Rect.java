package org.onmaru.media.scene;

/// A rectangle in pixels of the programme. Everything is even, because colour has half the resolution.
public record Rect(int x, int y, int width, int height) {

    public Rect {
        if (((x | y | width | height) & 1) != 0 || width < 2 || height < 2 || x < 0 || y < 0) {
            throw new IllegalArgumentException("rectangle %d,%d %dx%d".formatted(x, y, width, height));
        }
    }

    /// The first column right of it.
    public int right() {
        return x + width;
    }

    /// The first row below it.
    public int bottom() {
        return y + height;
    }

    /// True when the two share a pixel.
    public boolean overlaps(Rect other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// True when the whole of `other` lies in this one.
    public boolean contains(Rect other) {
        return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
    }

    static int even(int value) {
        return value & ~1;
    }
}
