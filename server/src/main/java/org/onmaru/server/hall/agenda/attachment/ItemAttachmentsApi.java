package org.onmaru.server.hall.agenda.attachment;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.onmaru.server.city.attachment.AttachmentAnswer;
import org.onmaru.server.city.attachment.AttachmentDownload;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.agenda.ItemAttachments;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.report.FieldName;
import org.onmaru.server.problem.Problem;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Files beside agenda items. Their ids are made by the browser, so that one that was sent twice is there once.
@RestController
@RequestMapping("/api/v1/meetings/{id}/agenda/items/{key}/attachments/{attachmentId}")
class ItemAttachmentsApi {

    private final Access access;
    private final Meetings meetings;
    private final ItemAttachments attachments;
    private final ItemAttachmentDesk desk;

    ItemAttachmentsApi(Access access, Meetings meetings, ItemAttachments attachments, ItemAttachmentDesk desk) {
        this.access = access;
        this.meetings = meetings;
        this.attachments = attachments;
        this.desk = desk;
    }

    /// @param name as the file is called; its end must be what the file is
    @PutMapping
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    AttachmentAnswer putAgendaAttachment(
            @PathVariable UUID id,
            @PathVariable String key,
            @PathVariable UUID attachmentId,
            @RequestParam(defaultValue = "") String name,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var meeting = meeting(id);
        var by = preparer(meeting);
        return AttachmentAnswer.of(
                desk.take(meeting, key, attachmentId, FieldName.fileName(name), request.getInputStream(), by));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeAgendaAttachment(@PathVariable UUID id, @PathVariable String key, @PathVariable UUID attachmentId) {
        var meeting = meeting(id);
        preparer(meeting);
        desk.remove(meeting, key, attachmentId);
    }

    @GetMapping
    ResponseEntity<Resource> getAgendaAttachment(
            @PathVariable UUID id, @PathVariable String key, @PathVariable UUID attachmentId) {
        var meeting = meeting(id);
        access.require(Permission.SEE_INTERNAL, meeting.scope());
        var attachment = attachments.find(meeting.id(), key, attachmentId).orElseThrow(AttachmentDownload::missing);
        return AttachmentDownload.of(attachment, desk.file(meeting.id(), attachmentId));
    }

    private MeetingView meeting(UUID id) {
        return meetings.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
    }

    /// A person: what somebody attached has to have a name that stays.
    private Actor.Person preparer(MeetingView meeting) {
        var actor = access.require(Permission.PREPARE, meeting.scope());
        if (actor instanceof Actor.Person person) {
            return person;
        }
        throw new Denied(actor, Permission.PREPARE);
    }
}
