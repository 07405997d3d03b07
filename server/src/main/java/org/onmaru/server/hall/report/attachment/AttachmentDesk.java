package org.onmaru.server.hall.report.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.report.Attachment;
import org.onmaru.server.hall.report.Attachments;
import org.onmaru.server.hall.report.Report;
import org.onmaru.server.hall.report.ReportDesk;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes files in, after looking at them, and keeps them under `reports/<report>/` in the data directory, named by
/// their id alone: what somebody calls a file never becomes a path.
@Service
public class AttachmentDesk {

    private static final String INCOMING = "incoming-";

    private final Path directory;
    private final Attachments attachments;
    private final ReportDesk reports;
    private final ReportSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AttachmentDesk(
            DataDirectory data,
            Attachments attachments,
            ReportDesk reports,
            ReportSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.directory = data.path().resolve("reports");
        this.attachments = attachments;
        this.reports = reports;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What was on its way when the server was killed.
    @EventListener(ApplicationReadyEvent.class)
    void forgetIncoming() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var left = Files.newDirectoryStream(directory, INCOMING + "*")) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Attaches a file; the same id once, however often it is sent.
    ///
    /// @param id made by the browser
    /// @throws Problem when the file may not be attached
    public Attachment take(Report report, UUID id, String name, InputStream bytes, Actor.Person by) throws IOException {
        var there = attachments.find(report.id(), id);
        if (there.isPresent()) {
            return there.get();
        }
        if (attachments.known(id)) {
            throw Problem.conflict("attachment-id", "다른 보고의 파일 번호입니다.", "This id belongs to another report.");
        }
        if (attachments.of(report.id()).size() >= settings.attachments()) {
            throw Problem.conflict(
                    "attachments-full",
                    "한 보고에 파일을 " + settings.attachments() + "개까지 붙일 수 있습니다.",
                    "A report has at most " + settings.attachments() + " files.");
        }
        Files.createDirectories(directory);
        var incoming = Files.createTempFile(directory, INCOMING, "");
        try {
            var hash = receive(bytes, incoming);
            var type = FileCheck.check(incoming, name, settings);
            return keep(report, new Attachment(id, name, type, Files.size(incoming), hash), incoming, by);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private Attachment keep(Report report, Attachment attachment, Path incoming, Actor.Person by) throws IOException {
        Files.createDirectories(file(report, attachment.id()).getParent());
        try {
            transaction.executeWithoutResult(_ -> {
                attachments.add(report.id(), attachment, by, clock.instant());
                reports.attachmentsChanged(report, null, attachment);
                move(incoming, file(report, attachment.id()));
            });
        } catch (DuplicateKeyException sentTwice) {
            return attachments.find(report.id(), attachment.id()).orElseThrow();
        }
        return attachment;
    }

    /// Takes a file out of the draft; versions that have it keep it.
    public void remove(Report report, UUID id) {
        transaction.executeWithoutResult(_ -> attachments.of(report.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .ifPresent(one -> {
                    attachments.remove(report.id(), id);
                    reports.attachmentsChanged(report, one, null);
                }));
    }

    /// Where a file of a report is.
    public Path file(Report report, UUID id) {
        return directory.resolve(report.id().value().toString()).resolve(id.toString());
    }

    /// Writes what comes, as long as it is not too much; answers with its hash.
    private String receive(InputStream bytes, Path incoming) throws IOException {
        long most = settings.attachmentSize().toBytes();
        var digest = sha256();
        try (var in = new DigestInputStream(bytes, digest);
                var out = Files.newOutputStream(incoming)) {
            var buffer = new byte[64 * 1024];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > most) {
                    throw Problem.bad(
                            "attachment-size",
                            "파일은 " + settings.attachmentSize().toMegabytes() + "MB까지 붙일 수 있습니다.",
                            "A file of at most " + settings.attachmentSize().toMegabytes() + " MB can be attached.");
                }
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
