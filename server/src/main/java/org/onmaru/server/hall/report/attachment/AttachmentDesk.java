package org.onmaru.server.hall.report.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.onmaru.server.city.attachment.Attachment;
import org.onmaru.server.city.attachment.AttachmentFolder;
import org.onmaru.server.city.identity.Actor;
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

/// Takes files in for reports, and keeps them under `reports/<report>/` in the data directory.
@Service
public class AttachmentDesk {

    private final AttachmentFolder folder;
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
        this.folder = new AttachmentFolder(data.path().resolve("reports"));
        this.attachments = attachments;
        this.reports = reports;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void forgetIncoming() throws IOException {
        folder.forgetIncoming();
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
        try (var incoming = folder.receive(id, name, bytes, settings.limits())) {
            var attachment = incoming.attachment();
            transaction.executeWithoutResult(_ -> {
                attachments.add(report.id(), attachment, by, clock.instant());
                reports.attachmentsChanged(report, null, attachment);
                incoming.keep(report.id().value());
            });
            return attachment;
        } catch (DuplicateKeyException sentTwice) {
            return attachments.find(report.id(), id).orElseThrow();
        }
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
        return folder.file(report.id().value(), id);
    }
}
