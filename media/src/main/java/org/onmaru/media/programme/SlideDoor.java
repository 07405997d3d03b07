package org.onmaru.media.programme;

import java.io.IOException;
import org.onmaru.wire.Slide;

/// Where a programme gets a slide's picture from.
public interface SlideDoor {

    /// Fetches it; may block for some seconds.
    ///
    /// @return the bytes of a PNG
    /// @throws IOException when there is none to be had
    /// @throws InterruptedException when the programme ends meanwhile
    byte[] fetch(Slide slide) throws IOException, InterruptedException;
}
