package org.onmaru.bench.media;

import java.util.List;
import java.util.stream.IntStream;
import org.onmaru.media.frame.Yuv;

/// What tells simulated attendee `number` from all others: a plain colour for the eye and a tone for the ear.
///
/// The colours lie on a circle in the chroma plane with brightness alternating, so that the nearest two stay more than
/// thirty-five steps apart and survive two encodes and a wrong colour matrix. The tones are 70 Hz apart and no tone is
/// a
/// second or third harmonic of another.
///
/// @param number 1 to [#COUNT]
/// @param colour of the picture's body
/// @param toneHertz whole, so that a loop of whole seconds has no seam
public record Signature(int number, Yuv colour, int toneHertz) {

    /// How many attendees can be told apart: twelve for a full hall, four for special parts.
    public static final int COUNT = 16;

    /// Peak of each tone; twelve of them together stay below 1.
    public static final float AMPLITUDE = 0.07f;

    private static final int CHROMA = 50;
    private static final List<Signature> ALL =
            IntStream.rangeClosed(1, COUNT).mapToObj(Signature::make).toList();

    /// The signature of attendee `number`.
    public static Signature of(int number) {
        if (number < 1 || number > COUNT) {
            throw new IllegalArgumentException("attendee " + number + " of at most " + COUNT);
        }
        return ALL.get(number - 1);
    }

    /// All of them, by number.
    public static List<Signature> all() {
        return ALL;
    }

    private static Signature make(int number) {
        double angle = 2 * Math.PI * (number - 1) / COUNT;
        int luma = number % 2 == 0 ? 145 : 95;
        int blue = (int) Math.round(128 + CHROMA * Math.cos(angle));
        int red = (int) Math.round(128 + CHROMA * Math.sin(angle));
        return new Signature(number, new Yuv(luma, blue, red), 400 + 70 * number);
    }
}
