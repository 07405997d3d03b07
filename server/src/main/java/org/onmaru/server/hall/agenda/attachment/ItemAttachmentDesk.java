package org.onmaru.server.hall.agenda.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.onmaru.server.city.attachment.Attachment;
import org.onmaru.server.city.attachment.AttachmentDownload;
import org.onmaru.server.city.attachment.AttachmentFolder;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.agenda.ItemAttachments;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/// Takes files in for agenda items, and keeps them under `agendas/<meeting>/` in the data directory. Permissions were
/// checked by the caller.
@Service
public class ItemAttachmentDesk {

    private final AttachmentFolder folder;
    private final ItemAttachments attachments;
    private final Agendas agendas;
    private final AgendaSettings settings;
    private final Clock clock;

    ItemAttachmentDesk(
            DataDirectory data, ItemAttachments attachments, Agendas agendas, AgendaSettings settings, Clock clock) {
        this.folder = new AttachmentFolder(data.path().resolve("agendas"));
        this.attachments = attachments;
        this.agendas = agendas;
        this.settings = settings;
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
    Attachment take(MeetingView meeting, String key, UUID id, String name, InputStream bytes, Actor.Person by)
            throws IOException {
        var there = attachments.find(meeting.id(), key, id);
        if (there.isPresent()) {
            return there.get();
        }
        if (attachments.known(id)) {
            throw Problem.conflict("attachment-id", "다른 곳에 쓰인 파일 번호입니다.", "This id belongs to another file.");
        }
        try (var incoming = folder.receive(id, name, bytes, settings.limits())) {
            var attachment = incoming.attachment();
            agendas.attachmentChanged(meeting, key, null, attachment, () -> {
                requireRoom(meeting, key);
                attachments.add(meeting.id(), key, attachment, by, clock.instant());
                incoming.keep(meeting.id().value());
            });
            return attachment;
        } catch (DuplicateKeyException sentTwice) {
            return attachments.find(meeting.id(), key, id).orElseThrow(AttachmentDownload::missing);
        }
    }

    /// Nothing happens when it is not there.
    void remove(MeetingView meeting, String key, UUID id) {
        attachments
                .find(meeting.id(), key, id)
                .ifPresent(attachment ->
                        agendas.attachmentChanged(meeting, key, attachment, null, () -> attachments.remove(id)));
    }

    /// Where a file of a meeting's agenda is.
    public Path file(MeetingId meeting, UUID id) {
        return folder.file(meeting.value(), id);
    }

    private void requireRoom(MeetingView meeting, String key) {
        if (attachments.of(meeting.id(), key).size() >= settings.attachments()) {
            throw Problem.conflict(
                    "attachments-full",
                    "한 안건에 파일을 " + settings.attachments() + "개까지 붙일 수 있습니다.",
                    "An item has at most " + settings.attachments() + " files.");
        }
    }
}
