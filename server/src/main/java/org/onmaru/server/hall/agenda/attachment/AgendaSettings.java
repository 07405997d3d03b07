package org.onmaru.server.hall.agenda.attachment;

import org.onmaru.server.city.attachment.AttachmentLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What may be attached to an agenda item.
///
/// @param attachmentSize largest file that may be attached to an agenda item
/// @param attachments files of one agenda item, at most
/// @param pdfPages pages of a PDF that is attached to an agenda item, at most
/// @param unpackedSize what an HWPX that is attached to an agenda item may come to when it is unpacked
@ConfigurationProperties("onmaru.agenda")
public record AgendaSettings(
        @DefaultValue("20MB") DataSize attachmentSize,
        @DefaultValue("10") int attachments,
        @DefaultValue("500") int pdfPages,
        @DefaultValue("200MB") DataSize unpackedSize) {

    AttachmentLimits limits() {
        return new AttachmentLimits(attachmentSize, pdfPages, unpackedSize);
    }
}
