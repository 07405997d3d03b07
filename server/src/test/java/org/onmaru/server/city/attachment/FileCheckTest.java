package org.onmaru.server.city.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FileCheckTest {

    private static final AttachmentLimits LIMITS =
            new AttachmentLimits(DataSize.ofMegabytes(20), 200, DataSize.ofMegabytes(50));

    @TempDir
    private Path directory;

    private FileType check(byte[] bytes, String name) throws IOException {
        return FileCheck.check(Files.write(directory.resolve("file"), bytes), name, LIMITS);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] bytes, String name) {
        return assertThatThrownBy(() -> check(bytes, name)).as(name);
    }

    private static byte[] pdf(int pages) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] webp(int width, int height) {
        var bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(56);
        bytes.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0);
        threeBytes(bytes, width - 1);
        threeBytes(bytes, height - 1);
        return bytes.array();
    }

    private static void threeBytes(ByteBuffer bytes, int number) {
        for (int bits = 0; bits < 24; bits += 8) {
            bytes.put((byte) (number >> bits));
        }
    }

    /// @param zeros how large its one section is
    private static byte[] hwpx(String mime, int zeros) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            entry(zip, "mimetype", mime.getBytes(StandardCharsets.US_ASCII));
            entry(zip, "Contents/content.hpf", "<package/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("Contents/section0.xml"));
            var block = new byte[1 << 20];
            for (int left = zeros; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    @Test
    void whatItIsIsSaidByItsBytes() throws IOException {
        assertThat(check(pdf(2), "보고.pdf")).isEqualTo(FileType.PDF);
        assertThat(check(picture("png"), "사진.PNG")).isEqualTo(FileType.PNG);
        assertThat(check(picture("jpg"), "사진.jpeg")).isEqualTo(FileType.JPEG);
        assertThat(check(webp(4, 3), "사진.webp")).isEqualTo(FileType.WEBP);
        assertThat(check(hwpx("application/hwp+zip", 1_000), "문서.hwpx")).isEqualTo(FileType.HWPX);
    }

    @Test
    void aNameThatLiesIsRefused() throws IOException {
        assertRefused(picture("png"), "보고.pdf").hasMessageContaining("attachment-lies");
        assertRefused(pdf(1), "사진.png").hasMessageContaining("attachment-lies");
        assertRefused(pdf(1), "보고.pdf.exe").hasMessageContaining("attachment-lies");
        assertRefused(pdf(1), "이름만").hasMessageContaining("attachment-lies");
        assertRefused(hwpx("application/zip", 1_000), "문서.hwpx").hasMessageContaining("attachment-lies");
    }

    @Test
    void whatMayNotBeAttachedIsRefusedWhateverItIsCalled() {
        for (var bytes : new String[] {"MZ\u0090\u0000", "<html><script>", "GIF89a", "#!/bin/sh", "", "%PD"}) {
            assertRefused(bytes.getBytes(StandardCharsets.ISO_8859_1), "보고.pdf")
                    .hasMessageContaining("attachment-type");
        }
    }

    @Test
    void whatOnlyBeginsLikeOneIsBroken() throws IOException {
        assertRefused("%PDF-1.7 and nothing else".getBytes(StandardCharsets.US_ASCII), "a.pdf")
                .hasMessageContaining("attachment-broken");
        assertRefused(Arrays.copyOf(picture("png"), 12), "a.png").hasMessageContaining("attachment-broken");
        assertRefused(Arrays.copyOf(hwpx("application/hwp+zip", 1_000), 60), "a.hwpx")
                .hasMessageContaining("attachment-broken");
        assertRefused(Arrays.copyOf(webp(4, 3), 20), "a.webp").hasMessageContaining("attachment-broken");
    }

    @Test
    void aPdfOfThreeHundredPagesIsRefused() throws IOException {
        assertThat(check(pdf(200), "a.pdf")).isEqualTo(FileType.PDF);
        assertRefused(pdf(300), "a.pdf").hasMessageContaining("attachment-pages");
    }

    @Test
    void aPdfThatLiesAboutItsPagesIsCounted() throws IOException {
        var honest = new String(pdf(300), StandardCharsets.ISO_8859_1);
        assertThat(honest).contains("/Count 300");
        var lying = honest.replace("/Count 300", "/Count 001").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(lying, "a.pdf").hasMessageContaining("attachment-pages");
    }

    @Test
    void aPdfThatSwellsIsRefused() throws IOException {
        var zeros = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(zeros, new Deflater(9))) {
            var block = new byte[1 << 20];
            for (int i = 0; i < 400; i++) {
                deflater.write(block);
            }
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes("%%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n"
                .formatted(zeros.size())
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(zeros.toByteArray());
        out.writeBytes("\nendstream\nendobj\ntrailer << /Root 2 0 R >>\nstartxref\n0\n%%EOF"
                .getBytes(StandardCharsets.US_ASCII));
        assertRefused(out.toByteArray(), "a.pdf").hasMessageContaining("attachment-broken");
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        assertRefused(hwpx("application/hwp+zip", 60 << 20), "a.hwpx").hasMessageContaining("attachment-swells");
        assertRefused(hwpx("application/hwp+zip", 10 << 20), "a.hwpx")
                .as("small enough, but made to swell")
                .hasMessageContaining("attachment-swells");
    }

    @Test
    void anArchiveOfTooManyFilesIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            entry(zip, "mimetype", "application/hwp+zip".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 2_001; i++) {
                entry(zip, "Contents/" + i, new byte[0]);
            }
        }
        assertRefused(out.toByteArray(), "a.hwpx").hasMessageContaining("attachment-swells");
    }

    @Test
    void aPictureThatWouldFillABrowserIsRefused() {
        assertRefused(webp(16_000, 16_000), "a.webp").hasMessageContaining("attachment-pixels");
    }
}
