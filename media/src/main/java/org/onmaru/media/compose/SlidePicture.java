package org.onmaru.media.compose;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.scene.Rect;
import org.onmaru.media.scene.Scene;

/// A slide's picture as the programme shows it: never scaled, so that small letters stay sharp; in the middle of its
/// place, with dark edges. Immutable; made on any thread, drawn by the programme's loop.
public final class SlidePicture {

    private static final Rect PLACE = Scene.SLIDE;

    private final YuvFrame picture;

    private SlidePicture(YuvFrame picture) {
        this.picture = picture;
    }

    /// Decodes a picture that fits; an odd last row or column is cut away.
    ///
    /// @throws IOException when it is no picture, or larger than its place
    public static SlidePicture decode(byte[] png) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("a slide that is no picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                requireFits(reader.getWidth(0), reader.getHeight(0));
                BufferedImage image = reader.read(0);
                return new SlidePicture(Overlay.of(image).picture());
            } finally {
                reader.dispose();
            }
        }
    }

    private static void requireFits(int width, int height) throws IOException {
        if (width < 2 || height < 2 || width > PLACE.width() || height > PLACE.height()) {
            throw new IOException("a slide of " + width + "x" + height);
        }
    }

    void onto(YuvFrame canvas) {
        canvas.fill(PLACE.x(), PLACE.y(), PLACE.width(), PLACE.height(), Palette.BARS);
        canvas.paste(
                picture,
                PLACE.x() + ((PLACE.width() - picture.width()) / 2 & ~1),
                PLACE.y() + ((PLACE.height() - picture.height()) / 2 & ~1));
    }
}
