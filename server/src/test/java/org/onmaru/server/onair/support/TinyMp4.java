package org.onmaru.server.onair.support;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The smallest file that says how long it plays.
public final class TinyMp4 {

    private TinyMp4() {}

    public static void write(Path file, int millis) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        box(out, "ftyp", 8);
        out.write("isom".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(0);
        box(out, "moov", 8 + 100);
        box(out, "mvhd", 100);
        for (int at = 0; at < 100; at += 4) {
            out.writeInt(at == 12 ? 1_000 : at == 16 ? millis : 0);
        }
        box(out, "mdat", 4_000);
        out.write(new byte[4_000]);
        Files.write(file, bytes.toByteArray());
    }

    private static void box(DataOutputStream out, String type, int content) throws IOException {
        out.writeInt(8 + content);
        out.write(type.getBytes(StandardCharsets.US_ASCII));
    }
}
