package org.onmaru.server.city.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip as document formats want it: what it is, first and not compressed, so that the first bytes of the file tell
/// it.
/// It knows no time: the same content is the same bytes.
final class Archive implements AutoCloseable {

    /// The entry that says what a document is.
    static final String TYPE = "mimetype";

    /// The earliest that a zip can say.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);

    Archive(PaperFormat format) {
        var type = format.mediaType().getBytes(StandardCharsets.US_ASCII);
        var entry = new ZipEntry(TYPE);
        var checksum = new CRC32();
        checksum.update(type);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(checksum.getValue());
        write(entry, type);
    }

    void add(String name, byte[] content) {
        write(new ZipEntry(name), content);
    }

    void add(String name, String content) {
        add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void write(ZipEntry entry, byte[] content) {
        entry.setTimeLocal(NO_TIME);
        try {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The whole file; nothing can be added after it.
    byte[] file() {
        close();
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
