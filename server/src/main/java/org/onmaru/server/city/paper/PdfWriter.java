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
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
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

    private final PaperFonts fonts;

    PdfWriter(PaperFonts fonts) {
        this.fonts = fonts;
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.SEVERE));
    }

    byte[] write(Paper paper) {
        try (var renderer = builder(paper).buildPdfRenderer();
                var document = renderer.createPDFKeepOpen();
                var out = new ByteArrayOutputStream()) {
            dated(document, paper.made());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfRendererBuilder builder(Paper paper) {
        var faces = fonts.faces();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(faces.regular().toFile(), PaperStyle.FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(faces.bold().toFile(), PaperStyle.FONT, BOLD, FontStyle.NORMAL, true);
        builder.useUnicodeLineBreaker(new EojeolBreaker());
        builder.useReplacementText(MISSING);
        builder.withProducer("Onmaru");
        builder.withW3cDocument(page(paper), "about:blank");
        return builder;
    }

    /// Read by the JDK's parser, whatever other one may lie about.
    private static Document page(Paper paper) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(HtmlWriter.pageToPrint(paper))));
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
