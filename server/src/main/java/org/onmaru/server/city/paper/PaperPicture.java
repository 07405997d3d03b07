package org.onmaru.server.city.paper;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Makes of a picture what a page can show: no more dots than a printer prints, and no transparency.
final class PaperPicture {

    /// 200 to the inch on A4.
    private static final int MOST_DOTS = 2_000;

    private PaperPicture() {}

    /// Reads only as many dots as are wanted: a picture of 100 million would fill the memory.
    static byte[] jpeg(Path file) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no reader for this picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return written(upright(read(reader), Exif.quarterTurns(file)));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, (longest + MOST_DOTS - 1) / MOST_DOTS);
        var wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wanted);
    }

    /// On white, turned clockwise.
    private static BufferedImage upright(BufferedImage picture, int quarterTurns) {
        boolean lies = quarterTurns % 2 == 1;
        int width = lies ? picture.getHeight() : picture.getWidth();
        int height = lies ? picture.getWidth() : picture.getHeight();
        var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarterTurns);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        var pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return page;
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpeg", out)) {
            throw new IOException("no writer for JPEG");
        }
        return out.toByteArray();
    }
}
