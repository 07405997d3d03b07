package org.onmaru.server.city.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.onmaru.server.problem.Problem;

/// Reads how large a picture is, without decoding it: one that would fill a browser's memory is refused.
final class PictureCheck {

    private static final long MOST_PIXELS = 100_000_000;
    private static final int WEBP_HEAD = 30;

    private PictureCheck() {}

    private record Size(int width, int height) {
        long pixels() {
            return (long) width * height;
        }
    }

    static void check(Path file, FileType type) throws IOException {
        var size = type == FileType.WEBP ? webp(file) : known(file, type);
        if (size.width <= 0 || size.height <= 0) {
            throw FileCheck.broken(type);
        }
        if (size.pixels() > MOST_PIXELS) {
            throw Problem.bad(
                    "attachment-pixels",
                    "그림이 너무 큽니다(" + size.width + "×" + size.height + ").",
                    "The picture is too large (" + size.width + "×" + size.height + ").");
        }
    }

    private static Size known(Path file, FileType type) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName(type.name());
        var reader = readers.next();
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            return new Size(reader.getWidth(0), reader.getHeight(0));
        } catch (IOException | RuntimeException unreadable) {
            throw FileCheck.broken(type);
        } finally {
            reader.dispose();
        }
    }

    /// The three kinds of WebP each say their size in their first chunk.
    private static Size webp(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(WEBP_HEAD);
        }
        if (head.length < WEBP_HEAD) {
            throw FileCheck.broken(FileType.WEBP);
        }
        var bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return switch (new String(head, 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8 " -> new Size(bytes.getShort(26) & 0x3FFF, bytes.getShort(28) & 0x3FFF);
            case "VP8L" -> new Size((bytes.getInt(21) & 0x3FFF) + 1, (bytes.getInt(21) >>> 14 & 0x3FFF) + 1);
            case "VP8X" -> new Size((bytes.getInt(24) & 0xFFFFFF) + 1, (bytes.getInt(26) >>> 8) + 1);
            default -> throw FileCheck.broken(FileType.WEBP);
        };
    }
}
