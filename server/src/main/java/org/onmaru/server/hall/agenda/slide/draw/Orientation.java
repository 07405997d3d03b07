package org.onmaru.server.hall.agenda.slide.draw;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// How the camera was held, as a photo's EXIF data says it (EXIF 2.3, tag 0x0112): 1 to 8.
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int HEAD = 256 << 10;
    private static final int EXIF = 0xFFE1;
    private static final int PICTURE_BEGINS = 0xFFDA;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /// What is missing or makes no sense is upright.
    static Orientation of(Path jpeg) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(jpeg)) {
            head = in.readNBytes(HEAD);
        }
        try {
            return inSegments(ByteBuffer.wrap(head));
        } catch (IndexOutOfBoundsException cutShort) {
            return UPRIGHT;
        }
    }

    private static Orientation inSegments(ByteBuffer jpeg) {
        int at = 2;
        while (true) {
            int marker = unsigned(jpeg, at);
            int length = unsigned(jpeg, at + 2);
            if (marker == PICTURE_BEGINS || marker >>> 8 != 0xFF) {
                return UPRIGHT;
            }
            // "Exif", two zeros, then a TIFF header
            if (marker == EXIF && jpeg.getInt(at + 4) == 0x45786966) {
                return inTiff(jpeg.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = unsigned(tiff, directory);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (unsigned(tiff, entry) == TAG) {
                int value = unsigned(tiff, entry + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    /// True when width and height change places.
    boolean lying() {
        return value >= 5;
    }

    /// The picture as it is to be seen.
    BufferedImage upright(BufferedImage stored) {
        if (value == 1) {
            return stored;
        }
        int right = stored.getWidth() - 1;
        int bottom = stored.getHeight() - 1;
        var seen = new BufferedImage(
                lying() ? bottom + 1 : right + 1, lying() ? right + 1 : bottom + 1, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y <= bottom; y++) {
            for (int x = 0; x <= right; x++) {
                int across = value == 2 || value == 3 || value == 7 || value == 8 ? right - x : x;
                int down = value == 3 || value == 4 || value == 6 || value == 7 ? bottom - y : y;
                int rgb = stored.getRGB(x, y);
                if (lying()) {
                    seen.setRGB(down, across, rgb);
                } else {
                    seen.setRGB(across, down, rgb);
                }
            }
        }
        return seen;
    }
}
