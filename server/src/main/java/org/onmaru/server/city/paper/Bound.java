package org.onmaru.server.city.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An enclosure as it is bound: the words of the page before it, and the picture on that page or the pages behind it.
/// A file that cannot be bound becomes a sentence; it never keeps the others from being bound.
final class Bound implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Bound.class);

    private static final String BROKEN = "파일이 깨졌거나 암호가 걸려 있어 넣지 못했습니다.";
    private static final String OTHER = "이 형식의 파일은 넣을 수 없습니다. 온마루에서 따로 내려받아 보십시오.";

    private final String title;
    private final String words;
    private final byte @Nullable [] picture;
    private final @Nullable PDDocument pages;

    private Bound(String title, String words, byte @Nullable [] picture, @Nullable PDDocument pages) {
        this.title = title;
        this.words = words;
        this.picture = picture;
        this.pages = pages;
    }

    /// @param most pages that there is still room for
    static Bound open(Enclosure enclosure, int most) {
        try {
            return switch (enclosure.kind()) {
                case PDF -> pdf(enclosure, most);
                case PICTURE -> new Bound(enclosure.title(), "", PaperPicture.jpeg(enclosure.file()), null);
                case OTHER -> without(enclosure.title(), OTHER);
            };
        } catch (IOException | RuntimeException unreadable) {
            // whatever it stumbles over, the file is at fault
            log.info("an enclosure cannot be bound: {}", unreadable.toString());
            return without(enclosure.title(), BROKEN);
        }
    }

    /// Bytes that it takes of the memory; 0 for what is not bound anyway.
    static long weight(Enclosure enclosure) {
        try {
            return enclosure.kind() == Enclosure.Kind.OTHER ? 0 : Files.size(enclosure.file());
        } catch (IOException gone) {
            return 0; // opening it says what is wrong with it
        }
    }

    static Bound tooHeavy(Enclosure enclosure) {
        return without(enclosure.title(), "붙은 파일이 모두 합쳐 너무 커서 넣지 않았습니다. 온마루에서 따로 내려받아 보십시오.");
    }

    private static Bound without(String title, String words) {
        return new Bound(title, words, null, null);
    }

    /// Written once and read again: after that nothing in it can fail any more.
    private static Bound pdf(Enclosure enclosure, int most) throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var source = Loader.loadPDF(enclosure.file().toFile())) {
            if (source.getNumberOfPages() > most) {
                return without(enclosure.title(), source.getNumberOfPages() + "쪽이라 넣지 않았습니다. 온마루에서 따로 내려받아 보십시오.");
            }
            var form = source.getDocumentCatalog().getAcroForm();
            if (form != null) {
                form.flatten();
            }
            try (var copy = new PDDocument()) {
                for (var page : source.getPages()) {
                    bare(copy.importPage(page), page);
                }
                copy.save(whole);
            }
        }
        var pages = Loader.loadPDF(whole.toByteArray());
        return new Bound(enclosure.title(), "PDF " + pages.getNumberOfPages() + "쪽이 다음 쪽부터 이어집니다.", null, pages);
    }

    /// What is seen of a page and no more: no links, scripts or tags of the document it came from.
    private static void bare(PDPage copy, PDPage page) {
        copy.setResources(page.getResources());
        var dictionary = copy.getCOSObject();
        dictionary.removeItem(COSName.ANNOTS);
        dictionary.removeItem(COSName.AA);
        dictionary.removeItem(COSName.B);
        dictionary.removeItem(COSName.STRUCT_PARENTS);
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }

    /// A JPEG; null when it is no picture.
    byte @Nullable [] picture() {
        return picture;
    }

    int pages() {
        return pages == null ? 0 : pages.getNumberOfPages();
    }

    /// Puts its pages behind that page.
    void insertAfter(PDPage before, PDDocument into) throws IOException {
        if (pages == null) {
            return;
        }
        var last = before;
        for (var page : pages.getPages()) {
            var copy = into.importPage(page);
            copy.setResources(page.getResources());
            into.getPages().remove(copy);
            into.getPages().insertAfter(copy, last);
            last = copy;
        }
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(pages);
    }
}
