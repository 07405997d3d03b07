package org.onmaru.server.city.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// What stands in a paper's file, read by another library than the one that wrote it, without any space.
public final class PaperWords {

    private PaperWords() {}

    public static String in(PaperFormat format, byte[] file) throws IOException {
        return switch (format) {
            case PDF -> pdf(file);
            case HTML -> bare(new String(file, StandardCharsets.UTF_8));
            case ODT -> bare(entry(file, "content.xml"));
            case HWPX -> bare(entry(file, "Contents/section0.xml"));
        };
    }

    private static String pdf(byte[] file) throws IOException {
        try (var reader = new PdfReader(file)) {
            var text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page));
            }
            return text.toString().replaceAll("\\s+", "");
        }
    }

    private static String bare(String markup) {
        return markup.replaceAll("<[^>]+>|\\s+", "");
    }

    private static String entry(byte[] file, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
