package org.onmaru.server.hall.agenda.slide.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// Draws pages of PDFs. The last one stays open, because its next page is asked for next.
final class PdfDrawing implements AutoCloseable {

    private static final int MOST_PAGES = 2_000;
    private static final long MEMORY = 128L << 20;
    private static final int MOST_DEPTH = 8;

    private @Nullable Open open;

    private record Open(Path file, PDDocument document, PDFRenderer renderer, int pages) {}

    Drawn draw(DrawOrder order) throws IOException {
        var file = open(order.file());
        if (file.pages > MOST_PAGES) {
            return new Drawn.Refused(Drawn.Why.TOO_MANY_PAGES, MOST_PAGES, 0);
        }
        if (order.page() < 1 || order.page() > file.pages) {
            return new Drawn.Refused(Drawn.Why.NO_PAGE, file.pages, 0);
        }
        var page = file.document.getPage(order.page() - 1);
        var box = page.getCropBox();
        boolean lying = page.getRotation() % 180 != 0;
        double width = lying ? box.getHeight() : box.getWidth();
        double height = lying ? box.getWidth() : box.getHeight();
        if (!(width > 0 && height > 0)) {
            throw new IOException("a page without a size");
        }
        if (hasJpeg2000(page.getResources(), MOST_DEPTH)) {
            return new Drawn.Refused(Drawn.Why.OTHER_PICTURES, 0, 0);
        }
        var canvas = Canvas.fitting(width, height, order.width(), order.height());
        var image = canvas.drawn(graphics -> {
            try {
                file.renderer.renderPageToGraphics(order.page() - 1, graphics, (float) (canvas.width() / width), (float)
                        (canvas.height() / height));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Drawn.Page(Canvas.png(image), file.pages);
    }

    /// The renderer would leave their places white and say nothing.
    ///
    /// @param depth how deep forms may lie in forms; a file may claim that one holds itself
    private static boolean hasJpeg2000(@Nullable PDResources resources, int depth) throws IOException {
        if (resources == null || depth == 0) {
            return false;
        }
        for (var name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                var objects = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
                if (objects != null
                        && objects.getDictionaryObject(name) instanceof COSStream stream
                        && decodes(stream.getFilters(), COSName.JPX_DECODE)) {
                    return true;
                }
            } else if (resources.getXObject(name) instanceof PDFormXObject form
                    && hasJpeg2000(form.getResources(), depth - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodes(@Nullable COSBase filters, COSName filter) {
        return filter.equals(filters)
                || (filters instanceof COSArray several && several.toList().contains(filter));
    }

    private Open open(Path file) throws IOException {
        var before = open;
        if (before != null && before.file.equals(file)) {
            return before;
        }
        close();
        var document = Loader.loadPDF(file.toFile(), MemoryUsageSetting.setupMainMemoryOnly(MEMORY).streamCache);
        try {
            int pages = flatten(document);
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            var now = new Open(file, document, renderer, pages);
            open = now;
            return now;
        } catch (RuntimeException unreadable) {
            document.close();
            throw unreadable;
        }
    }

    /// Puts the pages that are really there straight below the root, because a file may lie about their number at every
    /// branch of its tree; what a page inherits it still finds through its own parent.
    private static int flatten(PDDocument document) {
        var pages = new COSArray();
        for (var each = document.getPages().iterator(); each.hasNext() && pages.size() <= MOST_PAGES; ) {
            pages.add(each.next().getCOSObject());
        }
        var root = document.getPages().getCOSObject();
        root.setItem(COSName.KIDS, pages);
        root.setInt(COSName.COUNT, pages.size());
        return pages.size();
    }

    @Override
    public void close() throws IOException {
        var before = open;
        open = null;
        if (before != null) {
            before.document.close();
        }
    }
}
