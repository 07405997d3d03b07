package org.onmaru.server.city.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.onmaru.server.problem.Problem;

/// Says what a file really is, and refuses what is nothing that may be attached.
final class FileCheck {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private FileCheck() {}

    /// @param name what it is called; must not promise something else than it is
    /// @throws Problem when it may not be attached
    static FileType check(Path file, String name, AttachmentLimits limits) throws IOException {
        var type = type(file);
        if (FileType.promised(name).filter(promised -> promised == type).isEmpty()) {
            throw Problem.bad(
                    "attachment-lies",
                    "파일 이름과 내용이 다릅니다. 내용은 " + type + "입니다.",
                    "The file is not what its name says: it is " + type + ".");
        }
        switch (type) {
            case PDF -> PdfCheck.check(file, limits.pdfPages());
            case PNG, JPEG, WEBP -> PictureCheck.check(file, type);
            case HWPX -> HwpxCheck.check(file, limits.unpackedSize().toBytes());
        }
        return type;
    }

    private static FileType type(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(16);
        }
        if (new String(head, StandardCharsets.ISO_8859_1).startsWith("%PDF-")) {
            return FileType.PDF;
        }
        if (startsWith(head, PNG)) {
            return FileType.PNG;
        }
        if (startsWith(head, JPEG)) {
            return FileType.JPEG;
        }
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return FileType.WEBP;
        }
        if (startsWith(head, ZIP)) {
            return FileType.HWPX;
        }
        throw Problem.bad(
                "attachment-type",
                "PDF, 그림(PNG·JPEG·WebP), 한글(HWPX) 파일만 붙일 수 있습니다.",
                "Only PDF, pictures (PNG, JPEG, WebP) and HWPX can be attached.");
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(Arrays.copyOf(head, magic.length), magic);
    }

    /// It begins like one, but cannot be read as one.
    static Problem broken(FileType type) {
        return Problem.bad(
                "attachment-broken",
                type + " 파일이 깨졌거나 암호가 걸려 있어 열 수 없습니다.",
                "The " + type + " file is broken or locked and cannot be opened.");
    }
}
