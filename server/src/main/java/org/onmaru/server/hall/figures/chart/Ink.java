package org.onmaru.server.hall.figures.chart;

import java.awt.Color;

/// The colours of the government's design system on white, each told apart without seeing colours too: what is
/// corrected is hatched and named, what is missing is dashed and named.
final class Ink {

    static final Color PAPER = Color.WHITE;
    static final Color TEXT = new Color(0x1E2124);
    static final Color SOFT = new Color(0x464C53);
    static final Color RULE = new Color(0xCDD1D5);
    static final Color TRACK = new Color(0xECF2FE);
    static final Color BAR = new Color(0x256EF4);
    /// Between a line and zero.
    static final Color BELOW = new Color(0x14256EF4, true);
    static final Color HALO = new Color(0xB8FFFFFF, true);
    static final Color STRONG = new Color(0x0B50D0);
    /// Of a zero and of what is missing: six to one on white.
    static final Color QUIET = new Color(0x58616A);
    static final Color CORRECTED = new Color(0x8A4A00);

    private Ink() {}
}
