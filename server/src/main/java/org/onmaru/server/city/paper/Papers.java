package org.onmaru.server.city.paper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/// The door to papers: makes files of them.
@Component
public class Papers {

    private final PdfWriter pdf;

    Papers(PdfWriter pdf) {
        this.pdf = pdf;
    }

    /// The same paper makes the same bytes.
    ///
    /// @param enclosures bound behind a PDF in this order; no other format takes them
    /// @throws org.onmaru.server.problem.Problem when a PDF is wanted and this machine has no font for it
    public byte[] write(Paper paper, List<Enclosure> enclosures, PaperFormat format) {
        return switch (format) {
            case HTML -> HtmlWriter.page(paper).getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf.write(paper, enclosures);
            case ODT -> OdtWriter.write(paper);
            case HWPX -> HwpxWriter.write(paper);
        };
    }
}
