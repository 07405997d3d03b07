package org.onmaru.server.city.paper;

import java.nio.file.Path;

/// A file that goes with a paper: bound behind it in PDF, each after a page that says what it is.
///
/// @param title what the page before it says, e.g. `안건 3. 겨울철 제설 대책: 계획.pdf`
public record Enclosure(String title, Path file, Kind kind) {

    public Enclosure {
        title = Letters.line(title);
    }

    /// How it is bound.
    public enum Kind {
        /// All its pages.
        PDF,
        /// On a page of its own.
        PICTURE,
        /// Not at all; the page before it says so.
        OTHER
    }
}
