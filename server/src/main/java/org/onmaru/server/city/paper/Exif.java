package org.onmaru.server.city.paper;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a camera says about how it was held (Exif 2.3, tag Orientation); the JDK's reader of JPEG does not look.
final class Exif {

    private static final int START = 0xFFD8;
    private static final int SCAN = 0xFFDA;
    private static final int APP1 = 0xFFE1;
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private Exif() {}

    /// How many quarters of a turn, clockwise, set the picture upright: 0 to 3; 0 for what says nothing.
    static int quarterTurns(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readUnsignedShort() != START) {
                return 0;
            }
            for (int marker = in.readUnsignedShort(); marker != SCAN; marker = in.readUnsignedShort()) {
                var segment = in.readNBytes(in.readUnsignedShort() - 2);
                if (marker == APP1 && segment.length > NAME.length && startsWithName(segment)) {
                    return turns(orientation(ByteBuffer.wrap(segment, NAME.length, segment.length - NAME.length)
                            .slice()));
                }
            }
            return 0;
        } catch (EOFException | RuntimeException unreadable) {
            return 0; // it is shown as it lies
        }
    }

    private static boolean startsWithName(byte[] segment) {
        return Arrays.equals(segment, 0, NAME.length, NAME, 0, NAME.length);
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                return tiff.getShort(entry + 8);
            }
        }
        return 1;
    }

    /// Mirrored ones come from no camera.
    private static int turns(int orientation) {
        return switch (orientation) {
            case 3 -> 2;
            case 6 -> 1;
            case 8 -> 3;
            default -> 0;
        };
    }
}
