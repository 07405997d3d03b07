package org.onmaru.server.hall.report.attachment;

import org.onmaru.server.city.attachment.AttachmentLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What may be attached to a report.
///
/// @param attachmentSize largest file that may be attached to a report
/// @param attachments files of one report, at most
/// @param pdfPages pages of an attached PDF, at most
/// @param unpackedSize what an attached HWPX may come to when it is unpacked
@ConfigurationProperties("onmaru.report")
public record ReportSettings(
        @DefaultValue("20MB") DataSize attachmentSize,
        @DefaultValue("10") int attachments,
        @DefaultValue("200") int pdfPages,
        @DefaultValue("200MB") DataSize unpackedSize) {

    AttachmentLimits limits() {
        return new AttachmentLimits(attachmentSize, pdfPages, unpackedSize);
    }
}
