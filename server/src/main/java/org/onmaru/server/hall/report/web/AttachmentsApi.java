package org.onmaru.server.hall.report.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.onmaru.server.city.attachment.AttachmentAnswer;
import org.onmaru.server.city.attachment.AttachmentDownload;
import org.onmaru.server.hall.report.Attachments;
import org.onmaru.server.hall.report.FieldName;
import org.onmaru.server.hall.report.attachment.AttachmentDesk;
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

/// Files beside a report. Their ids are made by the browser, so that one that was sent twice is there once.
@RestController
@RequestMapping("/api/v1/series/{id}/reports/{reportId}/attachments/{attachmentId}")
class AttachmentsApi {

    private final ReportRights rights;
    private final AttachmentDesk desk;
    private final Attachments attachments;

    AttachmentsApi(ReportRights rights, AttachmentDesk desk, Attachments attachments) {
        this.rights = rights;
        this.desk = desk;
        this.attachments = attachments;
    }

    /// @param name as the file is called; its end must be what the file is
    @PutMapping
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    AttachmentAnswer putAttachment(
            @PathVariable UUID id,
            @PathVariable UUID reportId,
            @PathVariable UUID attachmentId,
            @RequestParam(defaultValue = "") String name,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var report = rights.writable(id, reportId);
        return AttachmentAnswer.of(
                desk.take(report, attachmentId, FieldName.fileName(name), request.getInputStream(), rights.person()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeAttachment(@PathVariable UUID id, @PathVariable UUID reportId, @PathVariable UUID attachmentId) {
        desk.remove(rights.writable(id, reportId), attachmentId);
    }

    @GetMapping
    ResponseEntity<Resource> getAttachment(
            @PathVariable UUID id, @PathVariable UUID reportId, @PathVariable UUID attachmentId) {
        var report = rights.seen(id, reportId);
        var attachment = attachments.find(report.id(), attachmentId).orElseThrow(AttachmentDownload::missing);
        return AttachmentDownload.of(attachment, desk.file(report, attachmentId));
    }
}
