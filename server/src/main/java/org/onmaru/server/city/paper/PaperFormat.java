package org.onmaru.server.city.paper;

import java.util.Arrays;
import java.util.Optional;

/// The files a paper becomes.
public enum PaperFormat {
    PDF("pdf", "application/pdf"),
    HTML("html", "text/html;charset=UTF-8"),
    ODT("odt", "application/vnd.oasis.opendocument.text"),
    HWPX("hwpx", "application/hwp+zip");

    private final String ending;
    private final String mediaType;

    PaperFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /// Of its name, without the dot.
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /// @param ending without the dot
    public static Optional<PaperFormat> ending(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst();
    }
}
