package org.onmaru.server.city.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.SimpleBookmark;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// Files that are bound behind a paper, read back by OpenPDF.
class EnclosureTest {

    private static final PdfWriter WRITER = new PdfWriter(new PaperFonts(new PaperSettings(null, null)));

    @TempDir
    private Path directory;

    private static Paper paper() {
        return new Paper("ko", "자료", "", SamplePaper.of(1).made(), List.of(), List.of(new Block.Paragraph("자료의 첫 쪽")));
    }

    /// Pages that say `word 1`, `word 2` and so on; each has a link that runs a script.
    private PDDocument document(String word, int pages) throws IOException {
        var document = new PDDocument();
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        for (int i = 1; i <= pages; i++) {
            var page = new PDPage(PDRectangle.A5);
            var link = new PDAnnotationLink();
            link.setAction(new PDActionJavaScript("app.alert(1)"));
            page.getAnnotations().add(link);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 12);
                content.newLineAtOffset(50, 400);
                content.showText(word + " " + i);
                content.endText();
            }
        }
        return document;
    }

    private Enclosure pdf(String word, int pages) throws IOException {
        var file = directory.resolve(word + ".pdf");
        try (var document = document(word, pages)) {
            document.save(file.toFile());
        }
        return new Enclosure("파일 " + word, file, Enclosure.Kind.PDF);
    }

    private Enclosure picture(String name, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        var file = directory.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return new Enclosure("그림 " + name, file, Enclosure.Kind.PICTURE);
    }

    private static List<String> pages(PdfReader reader) throws IOException {
        var texts = new ArrayList<String>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            texts.add(new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s+", ""));
        }
        return texts;
    }

    @Test
    void whatIsTooMuchForTheMemoryIsNamedAndTheOthersAreBound() throws IOException {
        var heavy = pdf("heavy", 1);
        try (var file = FileChannel.open(heavy.file(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(1), 40_000_000);
        }
        try (var reader = new PdfReader(WRITER.write(paper(), List.of(pdf("alpha", 1), heavy, pdf("beta", 1))))) {
            assertThat(pages(reader))
                    .containsExactly(
                            "자료자료의첫쪽",
                            "파일alphaPDF1쪽이다음쪽부터이어집니다.",
                            "alpha1",
                            "파일heavy붙은파일이모두합쳐너무커서넣지않았습니다.온마루에서따로내려받아보십시오.",
                            "파일betaPDF1쪽이다음쪽부터이어집니다.",
                            "beta1");
        }
    }

    @Test
    void eachFileStandsBehindAPageThatSaysWhatItIs() throws IOException {
        var enclosures = List.of(pdf("alpha", 2), picture("red.png", 300, 200), pdf("beta", 1));
        try (var reader = new PdfReader(WRITER.write(paper(), enclosures))) {
            assertThat(pages(reader))
                    .containsExactly(
                            "자료자료의첫쪽",
                            "파일alphaPDF2쪽이다음쪽부터이어집니다.",
                            "alpha1",
                            "alpha2",
                            "그림red.png",
                            "파일betaPDF1쪽이다음쪽부터이어집니다.",
                            "beta1");
            assertThat(SimpleBookmark.getBookmarkList(reader).stream().map(one -> one.get("Title")))
                    .containsExactly("자료", "파일 alpha", "그림 red.png", "파일 beta");
            assertThat(reader.getPageSize(3).getHeight()).isEqualTo(PDRectangle.A5.getHeight());
            assertThat(reader.getPageN(5)
                            .getAsDict(PdfName.RESOURCES)
                            .getAsDict(PdfName.XOBJECT)
                            .size())
                    .as("the picture")
                    .isEqualTo(1);
        }
    }

    @Test
    void nothingOfAFileRuns() throws IOException {
        try (var reader = new PdfReader(WRITER.write(paper(), List.of(pdf("script", 1))))) {
            assertThat(reader.getPageN(3).get(PdfName.ANNOTS)).isNull();
            assertThat(reader.getJavaScript()).isNullOrEmpty();
        }
    }

    @Test
    void whatCannotBeBoundIsToldAndTheOthersAreBound() throws IOException {
        var broken = Files.writeString(directory.resolve("broken.pdf"), "%PDF-1.7 and nothing else");
        var gone = directory.resolve("gone.pdf");
        var locked = directory.resolve("locked.pdf");
        try (var document = document("secret", 1)) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(locked.toFile());
        }
        var noPicture = Files.writeString(directory.resolve("no.png"), "no picture");
        var enclosures = List.of(
                new Enclosure("깨진 것", broken, Enclosure.Kind.PDF),
                new Enclosure("없는 것", gone, Enclosure.Kind.PDF),
                new Enclosure("잠긴 것", locked, Enclosure.Kind.PDF),
                new Enclosure("그림 아닌 것", noPicture, Enclosure.Kind.PICTURE),
                new Enclosure("한글 문서", gone, Enclosure.Kind.OTHER),
                pdf("good", 1));
        try (var reader = new PdfReader(WRITER.write(paper(), enclosures))) {
            var reason = "파일이깨졌거나암호가걸려있어넣지못했습니다.";
            assertThat(pages(reader))
                    .containsExactly(
                            "자료자료의첫쪽",
                            "깨진것" + reason,
                            "없는것" + reason,
                            "잠긴것" + reason,
                            "그림아닌것" + reason,
                            "한글문서이형식의파일은넣을수없습니다.온마루에서따로내려받아보십시오.",
                            "파일goodPDF1쪽이다음쪽부터이어집니다.",
                            "good1");
        }
    }

    @Test
    void moreThanSixHundredPagesAreNotBound() throws IOException {
        var enclosures = List.of(pdf("many", 599), pdf("two", 2), pdf("one", 1));
        try (var reader = new PdfReader(WRITER.write(paper(), enclosures))) {
            var pages = pages(reader);
            assertThat(pages).hasSize(1 + 3 + 599 + 1);
            assertThat(pages).contains("파일two2쪽이라넣지않았습니다.온마루에서따로내려받아보십시오.", "one1");
        }
    }

    @Test
    void aPictureHasNoMoreDotsThanAreSeen() throws IOException {
        var jpeg = PaperPicture.jpeg(picture("large.png", 6_000, 1_000).file());
        var read = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(read.getWidth()).isEqualTo(2_000);
        assertThat(read.getHeight()).isBetween(333, 334);
        assertThat(new Color(read.getRGB(10, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(read.getRGB(1_990, 10))).as("what was transparent").isEqualTo(Color.WHITE);
    }

    /// A camera held upright says so and stores the picture lying: its left is the top.
    @Test
    void aPictureStandsAsTheCameraWasHeld() throws IOException {
        var out = new ByteArrayOutputStream();
        var lying = ImageIO.read(picture("lying.png", 300, 200).file().toFile());
        var opaque = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(lying, 0, 0, Color.BLUE, null);
        ImageIO.write(opaque, "jpeg", out);
        var jpeg = out.toByteArray();
        for (boolean little : new boolean[] {true, false}) {
            var file = directory.resolve("held.jpg");
            var held = new ByteArrayOutputStream();
            held.write(jpeg, 0, 2);
            held.writeBytes(exif(6, little));
            held.write(jpeg, 2, jpeg.length - 2);
            Files.write(file, held.toByteArray());
            var read = ImageIO.read(new ByteArrayInputStream(PaperPicture.jpeg(file)));
            assertThat(read.getWidth()).isEqualTo(200);
            assertThat(read.getHeight()).isEqualTo(300);
            assertThat(new Color(read.getRGB(100, 20)).getRed()).as("the top").isGreaterThan(200);
            assertThat(new Color(read.getRGB(100, 280)).getBlue())
                    .as("the bottom")
                    .isGreaterThan(200);
        }
        var plain = Files.write(directory.resolve("plain.jpg"), jpeg);
        assertThat(ImageIO.read(new ByteArrayInputStream(PaperPicture.jpeg(plain)))
                        .getWidth())
                .isEqualTo(300);
    }

    /// A segment that says how the camera was held.
    private static byte[] exif(int orientation, boolean littleEndian) {
        var bytes = ByteBuffer.allocate(36);
        bytes.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        bytes.put((littleEndian ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        bytes.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        bytes.putShort((short) 42).putInt(8).putShort((short) 1);
        bytes.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return bytes.array();
    }

    @Test
    void theSameFilesAreTheSamePack() throws IOException {
        var enclosures = List.of(pdf("alpha", 2), picture("red.png", 300, 200));
        assertThat(WRITER.write(paper(), enclosures)).isEqualTo(WRITER.write(paper(), enclosures));
    }
}
