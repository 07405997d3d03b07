package org.onmaru.server.hall.agenda.slide;

import org.onmaru.wire.Slide;

/// How large a slide is drawn: as large as it fits in here.
enum SlideSize {
    /// The programme's large place, pixel by pixel.
    STAGE(1),
    /// A page on a large or dense screen.
    FINE(2);

    private final int times;

    SlideSize(int times) {
        this.times = times;
    }

    /// How much larger than the stage's place.
    int times() {
        return times;
    }

    int width() {
        return Slide.WIDTH * times;
    }

    int height() {
        return Slide.HEIGHT * times;
    }
}
