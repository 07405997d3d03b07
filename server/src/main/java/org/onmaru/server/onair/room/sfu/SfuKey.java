package org.onmaru.server.onair.room.sfu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/// What the server signs tokens and calls with.
public record SfuKey(String key, String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// Reads the pair kept in this file, two lines; makes and keeps a new one, readable by the owner only, when there
    /// is none.
    public static SfuKey keptIn(Path file) throws IOException {
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() >= 2 && !lines.get(1).isBlank()) {
                return new SfuKey(lines.get(0).strip(), lines.get(1).strip());
            }
        }
        SfuKey made = new SfuKey("onmaru" + random(6), random(32));
        PrivateFile.write(file, made.key() + "\n" + made.secret() + "\n");
        return made;
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    @Override
    public String toString() {
        return "SfuKey[" + key + "]";
    }
}
