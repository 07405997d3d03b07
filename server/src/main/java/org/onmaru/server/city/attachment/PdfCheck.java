package org.onmaru.server.city.attachment;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.onmaru.server.problem.Problem;

/// Counts the pages of a PDF: the pages themselves, because a file may lie about their number.
final class PdfCheck {

    private static final long MEMORY = 64L << 20;

    private PdfCheck() {}

    static void check(Path file, int most) throws IOException {
        int pages = pages(file, most);
        if (pages > most) {
            throw Problem.bad(
                    "attachment-pages",
                    "PDF는 " + most + "쪽까지 붙일 수 있습니다.",
                    "A PDF of at most " + most + " pages can be attached.");
        }
        if (pages == 0) {
            throw FileCheck.broken(FileType.PDF);
        }
    }

    private static int pages(Path file, int most) {
        try (var document = Loader.loadPDF(file.toFile(), MemoryUsageSetting.setupMainMemoryOnly(MEMORY).streamCache)) {
            int pages = 0;
            for (var each = document.getPages().iterator(); each.hasNext() && pages <= most; pages++) {
                each.next();
            }
            return pages;
        } catch (IOException | RuntimeException unreadable) {
            // whatever it stumbles over, the file is at fault
            throw FileCheck.broken(FileType.PDF);
        }
    }
}
