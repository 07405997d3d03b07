package org.onmaru.server.hall.report.web;

import java.util.UUID;
import org.onmaru.server.hall.report.Attachment;

/// A file beside a report.
///
/// @param picture whether a page may show it
record AttachmentAnswer(UUID id, String name, String mediaType, long bytes, boolean picture) {

    static AttachmentAnswer of(Attachment attachment) {
        return new AttachmentAnswer(
                attachment.id(),
                attachment.name(),
                attachment.type().mediaType(),
                attachment.bytes(),
                attachment.type().picture());
    }
}
