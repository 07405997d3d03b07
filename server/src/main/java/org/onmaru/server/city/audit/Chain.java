package org.onmaru.server.city.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Hashes of entries, each over the one before: SHA-256 of the previous hash and of every field with its length.
final class Chain {

    /// What the first entry follows.
    static final byte[] BEGINNING = new byte[32];

    private Chain() {}

    static byte[] next(byte[] previous, Entry entry) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(entry.number());
            out.writeLong(micros(entry.at()));
            var by = entry.by();
            for (var field : new @Nullable Object[] {
                by.kind(),
                by.id(),
                by.name(),
                entry.action(),
                entry.subject().kind(),
                entry.subject().id(),
                entry.before(),
                entry.after()
            }) {
                write(out, field);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256().digest(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, @Nullable Object field) throws IOException {
        if (field == null) {
            out.writeInt(-1);
        } else {
            var text = field.toString().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    /// The database keeps microseconds.
    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
