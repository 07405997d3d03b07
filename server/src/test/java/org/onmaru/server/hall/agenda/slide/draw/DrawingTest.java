package org.onmaru.server.hall.agenda.slide.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onmaru.wire.Slide;

/// Pages drawn, looked at pixel by pixel.
class DrawingTest {

    private static final int RED = 0xC83C3C;
    private static final int BLUE = 0x1E50C8;
    private static final int WHITE = 0xFFFFFF;

    @TempDir
    private Path folder;

    private final PictureDrawing pictures = new PictureDrawing(64_000_000);

    /// Draws on the pages of a document.
    private interface Pages {
        void on(PDDocument document) throws IOException;
    }

    private Path pdf(Pages pages) throws IOException {
        var file = Files.createTempFile(folder, "file", "");
        try (var document = new PDDocument()) {
            pages.on(document);
            document.save(file.toFile());
        }
        return file;
    }

    private static PDPage page(PDDocument document, float width, float height, int colour) throws IOException {
        var page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.setNonStrokingColor(new Color(colour));
            content.addRect(0, height / 2, width / 2, height / 2);
            content.fill();
        }
        return page;
    }

    private static Drawn drawn(Path file, int page) throws IOException {
        try (var drawing = new PdfDrawing()) {
            return drawing.draw(order(file, DrawOrder.Kind.PDF, page));
        }
    }

    private static DrawOrder order(Path file, DrawOrder.Kind kind, int page) {
        return new DrawOrder(file, kind, page, Slide.WIDTH, Slide.HEIGHT);
    }

    private static BufferedImage image(Drawn drawn) throws IOException {
        assertThat(drawn).isInstanceOf(Drawn.Page.class);
        return ImageIO.read(new ByteArrayInputStream(((Drawn.Page) drawn).png()));
    }

    private static int at(BufferedImage image, double x, double y) {
        return image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())) & WHITE;
    }

    @Test
    void stripesOfOnePixelAreStripesOfOnePixel() throws IOException {
        var file = pdf(document -> {
            var page = new PDPage(new PDRectangle(Slide.WIDTH, Slide.HEIGHT));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(Color.BLACK);
                for (int i = 0; i < 64; i += 2) {
                    content.addRect(100 + i, 100, 1, 64);
                    content.addRect(300, 100 + i, 64, 1);
                }
                content.fill();
                content.setNonStrokingColor(new Color(RED));
                content.addRect(520, 317, 520, 317);
                content.fill();
            }
        });
        var image = image(drawn(file, 1));
        assertThat(image.getWidth()).isEqualTo(Slide.WIDTH);
        assertThat(image.getHeight()).isEqualTo(Slide.HEIGHT);
        for (int i = 0; i < 64; i++) {
            int wanted = i % 2 == 0 ? 0 : WHITE;
            assertThat(image.getRGB(100 + i, Slide.HEIGHT - 130) & WHITE).isEqualTo(wanted);
            assertThat(image.getRGB(330, Slide.HEIGHT - 101 - i) & WHITE).isEqualTo(wanted);
        }
        assertThat(at(image, 0.75, 0.25)).isEqualTo(RED);
        assertThat(at(image, 0.75, 0.75)).isEqualTo(WHITE);
    }

    @Test
    void everyShapeFitsWithEvenSides() throws IOException {
        var file = pdf(document -> {
            page(document, 595, 842, RED);
            page(document, 842, 595, RED).setRotation(90);
            page(document, 100_000, 3, RED);
            page(document, 1_600, 900, RED);
        });
        for (int i = 1; i <= 4; i++) {
            var image = image(drawn(file, i));
            assertThat(image.getWidth()).isLessThanOrEqualTo(Slide.WIDTH).isEven();
            assertThat(image.getHeight()).isLessThanOrEqualTo(Slide.HEIGHT).isEven();
        }
        var upright = image(drawn(file, 1));
        assertThat(upright.getHeight()).isEqualTo(Slide.HEIGHT);
        assertThat(at(upright, 0.2, 0.2)).isEqualTo(RED);
        var turned = image(drawn(file, 2));
        assertThat(turned.getHeight()).isEqualTo(Slide.HEIGHT);
        assertThat(at(turned, 0.8, 0.2)).as("turned to the right").isEqualTo(RED);
        assertThat(at(turned, 0.2, 0.2)).isEqualTo(WHITE);
        assertThat(image(drawn(file, 4)).getWidth()).isEqualTo(Slide.WIDTH);
    }

    @Test
    void threeHundredPagesAreTurnedOneByOne() throws IOException {
        var file = pdf(document -> {
            for (int i = 0; i < 300; i++) {
                page(document, 1_040, 634, i == 298 ? BLUE : RED);
            }
        });
        try (var drawing = new PdfDrawing()) {
            for (int i : new int[] {1, 2, 299, 300}) {
                var drawn = drawing.draw(order(file, DrawOrder.Kind.PDF, i));
                assertThat(((Drawn.Page) drawn).pages()).isEqualTo(300);
                assertThat(at(image(drawn), 0.2, 0.2)).isEqualTo(i == 299 ? BLUE : RED);
            }
            for (int i : new int[] {0, -1, 301, Integer.MAX_VALUE}) {
                assertThat(drawing.draw(order(file, DrawOrder.Kind.PDF, i)))
                        .isEqualTo(new Drawn.Refused(Drawn.Why.NO_PAGE, 300, 0));
            }
        }
    }

    /// The tree says how many pages it has; what is there counts.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000_000, -5})
    void aFileThatLiesAboutItsPagesIsNotBelieved(int said) throws IOException {
        var file = pdf(document -> {
            page(document, 1_040, 634, RED);
            page(document, 1_040, 634, RED);
            page(document, 1_040, 634, BLUE);
            document.getPages().getCOSObject().setInt(COSName.COUNT, said);
        });
        assertThat(at(image(drawn(file, 3)), 0.2, 0.2)).isEqualTo(BLUE);
        assertThat(drawn(file, 4)).isEqualTo(new Drawn.Refused(Drawn.Why.NO_PAGE, 3, 0));
    }

    @Test
    void whatIsLockedOrBrokenCannotBeDrawn() throws IOException {
        var locked = pdf(document -> {
            page(document, 100, 100, RED);
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        });
        assertThatThrownBy(() -> drawn(locked, 1)).isInstanceOf(IOException.class);
        var broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7\nnothing of one");
        assertThatThrownBy(() -> drawn(broken, 1)).isInstanceOf(IOException.class);
    }

    private static BufferedImage quarters(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(RED));
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.setColor(new Color(BLUE));
        graphics.fillRect(width / 2, 0, width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    private Path file(BufferedImage image, String format) throws IOException {
        var file = Files.createTempFile(folder, "file", "");
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    /// A photo with an EXIF segment that says how the camera was held, little-endian as most cameras write it.
    private Path photo(BufferedImage image, int orientation) throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'I',
            'I',
            42,
            0,
            8,
            0,
            0,
            0,
            1,
            0,
            0x12,
            1,
            3,
            0,
            1,
            0,
            0,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var out = new ByteArrayOutputStream();
        out.write(jpeg.toByteArray(), 0, 2);
        out.writeBytes(exif);
        out.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return Files.write(Files.createTempFile(folder, "photo", ""), out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotoIsUprightHoweverTheCameraWasHeld(int orientation) throws IOException {
        // where red and blue, stored above at the left and at the right, are to be seen: quarters by reading order
        int[][] places = {{}, {0, 1}, {1, 0}, {3, 2}, {2, 3}, {0, 2}, {1, 3}, {3, 1}, {2, 0}};
        var image = image(pictures.draw(order(photo(quarters(400, 200), orientation), DrawOrder.Kind.JPEG, 1)));
        assertThat(image.getWidth() > image.getHeight()).isEqualTo(orientation < 5);
        int[] colours = {RED, BLUE};
        for (int i = 0; i < 2; i++) {
            int place = places[orientation][i];
            int seen = at(image, place % 2 == 0 ? 0.25 : 0.75, place < 2 ? 0.25 : 0.75);
            assertThat(Math.abs((seen & 255) - (colours[i] & 255))).isLessThan(12);
            assertThat(Math.abs((seen >> 16) - (colours[i] >> 16))).isLessThan(12);
        }
    }

    @Test
    void aPhotoThatLiesAboutItsDataIsUpright() throws IOException {
        var cut = Files.readAllBytes(photo(quarters(400, 200), 6));
        cut[17] = 127; // the directory is said to be far outside
        var file = Files.write(folder.resolve("lie.jpg"), cut);
        var image = image(pictures.draw(order(file, DrawOrder.Kind.JPEG, 1)));
        assertThat(image.getWidth()).isGreaterThan(image.getHeight());
    }

    @Test
    void aPictureOfTheStagesSizeIsNotTouched() throws IOException {
        var striped = quarters(Slide.WIDTH, Slide.HEIGHT);
        for (int x = 100; x < 164; x++) {
            striped.setRGB(x, 500, x % 2 == 0 ? 0 : WHITE);
        }
        var image = image(pictures.draw(order(file(striped, "png"), DrawOrder.Kind.PNG, 1)));
        assertThat(image.getRGB(0, 0, Slide.WIDTH, Slide.HEIGHT, null, 0, Slide.WIDTH))
                .isEqualTo(striped.getRGB(0, 0, Slide.WIDTH, Slide.HEIGHT, null, 0, Slide.WIDTH));
    }

    @Test
    void whatIsLargeIsDrawnCoarselyAndWhatIsTooLargeIsNotDecoded() throws IOException {
        var large = file(quarters(8_000, 3_000), "png");
        var image = image(pictures.draw(order(large, DrawOrder.Kind.PNG, 1)));
        assertThat(image.getWidth()).isEqualTo(Slide.WIDTH);
        assertThat(at(image, 0.25, 0.25)).isEqualTo(RED);
        assertThat(at(image, 0.75, 0.25)).isEqualTo(BLUE);
        assertThat(new PictureDrawing(10_000_000).draw(order(large, DrawOrder.Kind.PNG, 1)))
                .isEqualTo(new Drawn.Refused(Drawn.Why.TOO_LARGE, 8_000, 3_000));
        assertThat(pictures.draw(order(large, DrawOrder.Kind.PNG, 2)))
                .isEqualTo(new Drawn.Refused(Drawn.Why.NO_PAGE, 1, 0));
    }

    /// Eighty pixels wide and high: red above at the left, blue elsewhere.
    @Test
    void aPictureOfAPhoneInWebPIsDrawn() throws IOException {
        var webp =
                "UklGRmIAAABXRUJQVlA4TFUAAAAvT8ATADegqG0j5l145Y9j3OShJAACNJipVGtMgUiA5P8zJlg1m8nzHywfWt5D+JRKC4OqyDYojygiyCACEfSPcQLwE9H/CVhyXMh7r8kyJMlQ5C8EAA==";
        var file = Files.write(folder.resolve("phone.webp"), Base64.getDecoder().decode(webp));
        var image = image(pictures.draw(order(file, DrawOrder.Kind.WEBP, 1)));
        assertThat(image.getWidth()).isEqualTo(image.getHeight());
        assertThat(Math.abs((at(image, 0.25, 0.25) >> 16) - (RED >> 16))).isLessThan(4);
        assertThat(Math.abs((at(image, 0.75, 0.75) & 255) - (BLUE & 255))).isLessThan(4);
    }

    /// As printers' software writes photos: cyan, magenta, yellow and black, each by how much of it is left out, and
    /// marked as Adobe's.
    @Test
    void aPhotoInPrintingColoursIsDrawn() throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 160, 80, 4, null);
        int[] red = {255, 0, 0, 255};
        int[] blue = {0, 0, 255, 255};
        for (int x = 0; x < 160; x++) {
            for (int y = 0; y < 80; y++) {
                raster.setPixel(x, y, x < 80 ? red : blue);
            }
        }
        var written = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(written)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        }
        var marked = new ByteArrayOutputStream();
        marked.write(written.toByteArray(), 0, 2);
        marked.write(new byte[] {-1, -18, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
        marked.write(written.toByteArray(), 2, written.size() - 2);
        var file = Files.write(folder.resolve("print.jpg"), marked.toByteArray());
        var image = image(pictures.draw(order(file, DrawOrder.Kind.JPEG, 1)));
        assertThat(at(image, 0.25, 0.5) >> 16).as("red at the left").isGreaterThan(180);
        assertThat(at(image, 0.25, 0.5) & 255).isLessThan(90);
        assertThat(at(image, 0.75, 0.5) & 255).as("blue at the right").isGreaterThan(90);
        assertThat(at(image, 0.75, 0.5) >> 16).isLessThan(90);
    }

    /// As scanners write a page of letters: one bit a pixel, packed as JBIG2.
    @Test
    void aScanIsDrawn() throws IOException {
        var file = pdf(document -> {
            var page = new PDPage(new PDRectangle(Slide.WIDTH, Slide.HEIGHT));
            document.addPage(page);
            var scan = new BufferedImage(80, 40, BufferedImage.TYPE_BYTE_BINARY);
            var graphics = scan.createGraphics();
            graphics.fillRect(0, 0, 80, 40);
            graphics.setColor(Color.BLACK);
            graphics.fillRect(0, 0, 40, 20);
            graphics.dispose();
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(jbig2(document, scan), 0, 0, Slide.WIDTH, Slide.HEIGHT);
            }
        });
        var image = image(drawn(file, 1));
        assertThat(at(image, 0.25, 0.25)).isZero();
        assertThat(at(image, 0.75, 0.25)).isEqualTo(WHITE);
        assertThat(at(image, 0.25, 0.75)).isEqualTo(WHITE);
    }

    /// A generic region whose pixels are those of a fax (ITU-T T.88, 7.4.6 with MMR), which PDFBox knows how to write.
    private static PDImageXObject jbig2(PDDocument document, BufferedImage scan) throws IOException {
        byte[] fax;
        try (var raw =
                CCITTFactory.createFromImage(document, scan).getCOSObject().createRawInputStream()) {
            fax = raw.readAllBytes();
        }
        int width = scan.getWidth();
        int height = scan.getHeight();
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        segment(out, 0, 48, 19);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[11]);
        segment(out, 1, 38, 18 + fax.length);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[9]);
        out.writeByte(1);
        out.write(fax);
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(bytes.toByteArray()),
                COSName.JBIG2_DECODE,
                width,
                height,
                1,
                PDDeviceGray.INSTANCE);
    }

    private static void segment(DataOutputStream out, int number, int type, int length) throws IOException {
        out.writeInt(number);
        out.writeByte(type);
        out.writeByte(0);
        out.writeByte(1);
        out.writeInt(length);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPictureThatNothingDecodesIsSaidAndNotWhitePaper(boolean withinAForm) throws IOException {
        var file = pdf(document -> {
            var page = new PDPage(new PDRectangle(Slide.WIDTH, Slide.HEIGHT));
            document.addPage(page);
            var picture = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(new byte[100]),
                    COSName.JPX_DECODE,
                    80,
                    40,
                    8,
                    PDDeviceRGB.INSTANCE);
            try (var content = new PDPageContentStream(document, page)) {
                if (withinAForm) {
                    var form = new PDFormXObject(document);
                    form.setBBox(new PDRectangle(100, 100));
                    form.setResources(new PDResources());
                    form.getResources().add(picture);
                    form.getResources().add(form);
                    content.drawForm(form);
                } else {
                    content.drawImage(picture, 0, 0);
                }
            }
        });
        assertThat(drawn(file, 1)).isEqualTo(new Drawn.Refused(Drawn.Why.OTHER_PICTURES, 0, 0));
    }

    @Test
    void ordersAndAnswersComeThroughAPipe() throws IOException {
        var order = order(folder.resolve("파일.pdf"), DrawOrder.Kind.PDF, 7);
        var page = new Drawn.Page(new byte[] {1, 2, 3}, 9);
        var refused = new Drawn.Refused(Drawn.Why.TOO_LARGE, 20_000, 20_000);
        var pipe = new ByteArrayOutputStream();
        var out = new DataOutputStream(pipe);
        order.write(out);
        page.write(out);
        refused.write(out);
        var in = new DataInputStream(new ByteArrayInputStream(pipe.toByteArray()));
        assertThat(DrawOrder.read(in)).isEqualTo(order);
        assertThat(Drawn.read(in)).isInstanceOfSatisfying(Drawn.Page.class, read -> {
            assertThat(read.png()).isEqualTo(page.png());
            assertThat(read.pages()).isEqualTo(9);
        });
        assertThat(Drawn.read(in)).isEqualTo(refused);
    }
}
