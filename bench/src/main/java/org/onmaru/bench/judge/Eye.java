package org.onmaru.bench.judge;

import java.util.Optional;
import java.util.OptionalInt;
import org.onmaru.bench.media.Area;
import org.onmaru.bench.media.AttendeePainter;
import org.onmaru.bench.media.FrameCode;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;

/// Says whose picture fills a rectangle.
public final class Eye {

    /// A colour further away than this from every signature's is nobody's.
    private static final double FURTHEST = 24;

    private Eye() {}

    /// What was seen in a rectangle.
    ///
    /// @param whose by colour; empty for a slate, a name card, nothing
    /// @param code the frame code, when it could be read
    public record Sight(Optional<Signature> whose, OptionalInt code) {

        /// Nobody's picture.
        public static final Sight NOBODY = new Sight(Optional.empty(), OptionalInt.empty());

        /// True when it is this attendee's moving picture.
        public boolean shows(Signature signature) {
            return whose.filter(signature::equals).isPresent() && code.isPresent();
        }
    }

    /// Looks at the rectangle `tile` of a picture.
    public static Sight look(YuvFrame frame, Area tile) {
        if (!tile.inside(frame)) {
            return Sight.NOBODY;
        }
        return new Sight(whose(mean(frame, AttendeePainter.body(tile))), FrameCode.read(frame, tile));
    }

    /// The attendee whose colour this is.
    static Optional<Signature> whose(Yuv colour) {
        double nearest = FURTHEST;
        Optional<Signature> who = Optional.empty();
        for (Signature signature : Signature.all()) {
            double distance =
                    Math.min(distance(colour, signature.colour()), distance(colour, fromBt601(signature.colour())));
            if (distance < nearest) {
                nearest = distance;
                who = Optional.of(signature);
            }
        }
        return who;
    }

    private static Yuv mean(YuvFrame frame, Area area) {
        long luma = 0;
        long blue = 0;
        long red = 0;
        for (int row = area.y(); row < area.y() + area.height(); row++) {
            for (int column = area.x(); column < area.x() + area.width(); column++) {
                luma += frame.luma(column, row);
                blue += frame.blue(column, row);
                red += frame.red(column, row);
            }
        }
        long pixels = (long) area.width() * area.height();
        return new Yuv(
                Math.round((float) luma / pixels), Math.round((float) blue / pixels), Math.round((float) red / pixels));
    }

    /// The same colour in BT.709 when the numbers were meant as BT.601, which is what VP8 leaves open.
    private static Yuv fromBt601(Yuv colour) {
        double blue = colour.u() - 128;
        double red = colour.v() - 128;
        return new Yuv(
                (int) Math.round(colour.y() - 0.1155 * blue - 0.2079 * red),
                (int) Math.round(128 + 1.0186 * blue + 0.1146 * red),
                (int) Math.round(128 + 0.0750 * blue + 1.0253 * red));
    }

    private static double distance(Yuv a, Yuv b) {
        return Math.sqrt(square(a.y() - b.y()) + square(a.u() - b.u()) + square(a.v() - b.v()));
    }

    private static double square(double value) {
        return value * value;
    }
}
