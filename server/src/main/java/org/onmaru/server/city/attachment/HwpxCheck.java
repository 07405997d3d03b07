package org.onmaru.server.city.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.onmaru.server.problem.Problem;

/// Looks into an HWPX document (KS X 6101) without unpacking it anywhere: a zip that says what it is, of bounded size.
/// What is inside is inflated and counted, because the sizes a zip states may be lies; nothing inside is interpreted.
final class HwpxCheck {

    private static final String MIME_TYPE = "application/hwp+zip";
    private static final int MOST_ENTRIES = 2_000;
    /// XML of a document shrinks ten- to thirtyfold; what shrinks further than this is there to swell.
    private static final int MOST_RATIO = 200;
    /// Below this size the ratio says nothing.
    private static final long SMALL = 1L << 20;

    private HwpxCheck() {}

    static void check(Path file, long mostUnpacked) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw swells();
            }
            requireHwpx(zip);
            long left = mostUnpacked;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                left -= unpacked(zip, entries.nextElement(), left);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw FileCheck.broken(FileType.HWPX);
        }
    }

    private static void requireHwpx(ZipFile zip) throws IOException {
        var mime = zip.getEntry("mimetype");
        if (mime == null || zip.getEntry("Contents/content.hpf") == null || !MIME_TYPE.equals(first(zip, mime))) {
            throw Problem.bad(
                    "attachment-lies",
                    "한글(HWPX) 문서가 아닌 압축 파일입니다.",
                    "The file is an archive, but not an HWPX document.");
        }
    }

    private static String first(ZipFile zip, ZipEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(MIME_TYPE.length() + 2), StandardCharsets.US_ASCII).strip();
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long most) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            long bytes = count(in, most);
            if (bytes > SMALL && bytes / MOST_RATIO > Math.max(entry.getCompressedSize(), 1)) {
                throw swells();
            }
            return bytes;
        }
    }

    private static long count(InputStream in, long most) throws IOException {
        var buffer = new byte[64 * 1024];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > most) {
                throw swells();
            }
        }
        return bytes;
    }

    private static Problem swells() {
        return Problem.bad(
                "attachment-swells",
                "풀면 지나치게 커지는 파일이라 받지 않습니다.",
                "The file grows beyond measure when it is unpacked and is not taken.");
    }
}
