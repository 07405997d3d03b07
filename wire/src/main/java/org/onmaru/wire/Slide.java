package org.onmaru.wire;

/// A page of a file that stands in the stage's large place.
///
/// @param path where its picture is, on the server and port that the studio is connected to, fetched with the studio's
///     own token: a PNG of at most [#WIDTH] × [#HEIGHT] pixels that is drawn as it is, pixel by pixel
public record Slide(String path) {

    /// Width of the large place, pixels of the programme.
    public static final int WIDTH = 1_040;

    /// Height of the large place.
    public static final int HEIGHT = 634;
}
