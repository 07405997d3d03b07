package org.onmaru.server.city.attachment;

import java.util.UUID;

/// An attached file.
///
/// @param picture whether a page may show it
public record AttachmentAnswer(UUID id, String name, String mediaType, long bytes, boolean picture) {

    public static AttachmentAnswer of(Attachment attachment) {
        return new AttachmentAnswer(
                attachment.id(),
                attachment.name(),
                attachment.type().mediaType(),
                attachment.bytes(),
                attachment.type().picture());
    }
}
