package org.onmaru.server.city.paper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// The door to papers: makes files of them.
@Component
public class Papers {

    /// Making papers costs memory and time that the meeting of this machine needs.
    private static final int AT_ONCE = 2;

    private static final long LONGEST_WAIT_SECONDS = 20;

    private final PdfWriter pdf;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Papers(PdfWriter pdf) {
        this.pdf = pdf;
    }

    /// The same paper makes the same bytes.
    ///
    /// @param enclosures bound behind a PDF in this order; no other format takes them
    /// @throws Problem when a PDF is wanted and this machine has no font for it, or too many papers are being made
    public byte[] write(Paper paper, List<Enclosure> enclosures, PaperFormat format) {
        takeTurn();
        try {
            return made(paper, enclosures, format);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.unavailable(
                "papers-busy",
                "지금 문서를 만드는 사람이 많습니다. 잠시 뒤 다시 내려받아 주십시오.",
                "Many papers are being made just now. Please download it again in a moment.");
    }

    private byte[] made(Paper paper, List<Enclosure> enclosures, PaperFormat format) {
        return switch (format) {
            case HTML -> HtmlWriter.page(paper).getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf.write(paper, enclosures);
            case ODT -> OdtWriter.write(paper);
            case HWPX -> HwpxWriter.write(paper);
        };
    }
}
