package org.onmaru.server.hall.figures.chart;

/// A rectangle in pixels of the stage.
record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }
}
