package org.onmaru.server.city.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.onmaru.server.problem.Problem;

/// A folder of files, each below what it is attached to, named by its id alone: what somebody calls a file never
/// becomes
/// a path. Nothing is in it that was not looked at.
public final class AttachmentFolder {

    private static final String INCOMING = "incoming-";

    private final Path directory;

    public AttachmentFolder(Path directory) {
        this.directory = directory;
    }

    /// What was on its way when the server was killed.
    public void forgetIncoming() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var left = Files.newDirectoryStream(directory, INCOMING + "*")) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Takes a file in and looks at it; it is gone again when it is not kept.
    ///
    /// @throws Problem when it may not be attached
    public Incoming receive(UUID id, String name, InputStream bytes, AttachmentLimits limits) throws IOException {
        Files.createDirectories(directory);
        var file = Files.createTempFile(directory, INCOMING, "");
        try {
            var hash = write(bytes, file, limits);
            var type = FileCheck.check(file, name, limits);
            return new Incoming(new Attachment(id, name, type, Files.size(file), hash), file);
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(file);
            throw refused;
        }
    }

    /// Where a file is that is attached to that.
    public Path file(UUID owner, UUID id) {
        return directory.resolve(owner.toString()).resolve(id.toString());
    }

    /// A file that may be attached.
    public final class Incoming implements AutoCloseable {

        private final Attachment attachment;
        private final Path file;

        private Incoming(Attachment attachment, Path file) {
            this.attachment = attachment;
            this.file = file;
        }

        public Attachment attachment() {
            return attachment;
        }

        /// Puts it below its owner.
        public void keep(UUID owner) {
            try {
                var to = file(owner, attachment.id());
                Files.createDirectories(to.getParent());
                Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /// Writes what comes, as long as it is not too much; answers with its hash.
    private static String write(InputStream bytes, Path file, AttachmentLimits limits) throws IOException {
        long most = limits.size().toBytes();
        var digest = sha256();
        try (var in = new DigestInputStream(bytes, digest);
                var out = Files.newOutputStream(file)) {
            var buffer = new byte[64 * 1024];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > most) {
                    throw Problem.bad(
                            "attachment-size",
                            "파일은 " + limits.size().toMegabytes() + "MB까지 붙일 수 있습니다.",
                            "A file of at most " + limits.size().toMegabytes() + " MB can be attached.");
                }
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
