package org.onmaru.bench.media;

import org.onmaru.media.frame.YuvFrame;

/// A rectangle in pixels of a picture.
public record Area(int x, int y, int width, int height) {

    /// The whole picture.
    public static Area of(YuvFrame frame) {
        return new Area(0, 0, frame.width(), frame.height());
    }

    /// A part of this rectangle by fractions of its sides, 0 to 1.
    public Area part(double left, double top, double right, double bottom) {
        int fromX = x + (int) Math.round(left * width);
        int fromY = y + (int) Math.round(top * height);
        int toX = x + (int) Math.round(right * width);
        int toY = y + (int) Math.round(bottom * height);
        return new Area(fromX, fromY, toX - fromX, toY - fromY);
    }

    /// The middle of it: `share` of each side.
    public Area middle(double share) {
        double edge = (1 - share) / 2;
        return part(edge, edge, 1 - edge, 1 - edge);
    }

    /// True when it has pixels and lies within the picture.
    public boolean inside(YuvFrame frame) {
        return width > 0
                && height > 0
                && x >= 0
                && y >= 0
                && x + width <= frame.width()
                && y + height <= frame.height();
    }

    /// Mean luma of the area.
    public double luma(YuvFrame frame) {
        long sum = 0;
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                sum += frame.luma(column, row);
            }
        }
        return (double) sum / ((long) width * height);
    }
}
