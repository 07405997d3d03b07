package org.onmaru.server.city.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Writes a paper as PDF, tagged as PDF/UA asks, with its fonts in it and an outline of its parts.
@Component
class PdfWriter {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /// Stands where the font has no such letter.
    private static final String MISSING = "□";

    /// Of all enclosures together.
    private static final int MOST_PAGES = 600;

    /// All enclosures of a paper together: they are in memory while it is made.
    private static final long MOST_BYTES = 40_000_000;

    private final PaperFonts fonts;

    PdfWriter(PaperFonts fonts) {
        this.fonts = fonts;
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.SEVERE));
    }

    /// @param enclosures bound behind it in this order; one that cannot be bound is told on the page before it
    byte[] write(Paper paper, List<Enclosure> enclosures) {
        var bound = new ArrayList<Bound>();
        try {
            int room = MOST_PAGES;
            long weight = 0;
            for (var enclosure : enclosures) {
                long with = weight + Bound.weight(enclosure);
                if (with > MOST_BYTES) {
                    bound.add(Bound.tooHeavy(enclosure));
                    continue;
                }
                weight = with;
                var one = Bound.open(enclosure, room);
                room -= one.pages();
                bound.add(one);
            }
            return written(paper, bound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            bound.forEach(Bound::close);
        }
    }

    private byte[] written(Paper paper, List<Bound> bound) throws IOException {
        try (var renderer = builder(paper, bound).buildPdfRenderer();
                var document = renderer.createPDFKeepOpen();
                var out = new ByteArrayOutputStream()) {
            insert(document, bound);
            dated(document, paper.made());
            document.save(out);
            return out.toByteArray();
        }
    }

    /// The pages before the enclosures are those to which the last bookmarks lead.
    private static void insert(PDDocument document, List<Bound> bound) throws IOException {
        var pages = new ArrayList<PDPage>();
        for (var bookmark : document.getDocumentCatalog().getDocumentOutline().children()) {
            pages.add(bookmark.findDestinationPage(document));
        }
        int first = pages.size() - bound.size();
        for (int i = 0; i < bound.size(); i++) {
            bound.get(i).insertAfter(pages.get(first + i), document);
        }
    }

    private PdfRendererBuilder builder(Paper paper, List<Bound> bound) {
        var faces = fonts.faces();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(faces.regular().toFile(), PaperStyle.FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(faces.bold().toFile(), PaperStyle.FONT, BOLD, FontStyle.NORMAL, true);
        builder.useUnicodeLineBreaker(new EojeolBreaker());
        builder.useReplacementText(MISSING);
        builder.withProducer("Onmaru");
        builder.withW3cDocument(page(paper, bound), "about:blank");
        return builder;
    }

    /// Read by the JDK's parser, whatever other one may lie about.
    private static Document page(Paper paper, List<Bound> bound) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(HtmlWriter.pageToPrint(paper, bound))));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e); // the page is well-formed
        }
    }

    /// The date and the id of the file come from the paper alone: the same paper is the same file.
    private static void dated(PDDocument document, Instant made) {
        Calendar calendar = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(calendar);
        document.setDocumentId(made.toEpochMilli());
    }
}
