package org.onmaru.media.compose;

import java.awt.Color;
import org.onmaru.media.frame.Yuv;

/// The programme's colours: the night blue of a council chamber, accents of the government's design system.
final class Palette {

    static final Color NIGHT = new Color(0x0A1628);
    static final Color STRIP = new Color(0x0F2444);
    static final Color CARD_TOP = new Color(0x1A3A6B);
    static final Color CARD_BOTTOM = new Color(0x10264A);
    static final Color ACCENT = new Color(0x256EF4);
    static final Color ACCENT_LIGHT = new Color(0x6B9CF8);
    static final Color TEXT = Color.WHITE;
    static final Color TEXT_SOFT = new Color(0xB9D0F5);
    static final Color PLATE = new Color(10, 22, 40, 205);
    /// Round the tile of who speaks.
    static final Color RING = new Color(0x4C87F6);
    static final Color AMBER = new Color(0xFFC93C);

    /// Beside a picture that does not fill its tile.
    static final Yuv BARS = yuv(new Color(0x050B14));
    static final Yuv BACKGROUND = yuv(NIGHT);

    private Palette() {}

    static Yuv yuv(Color colour) {
        return Yuv.ofRgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
