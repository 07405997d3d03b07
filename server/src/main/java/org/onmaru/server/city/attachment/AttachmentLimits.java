package org.onmaru.server.city.attachment;

import org.springframework.util.unit.DataSize;

/// How large a file may be that is attached.
///
/// @param size in bytes
/// @param pdfPages pages of a PDF
/// @param unpackedSize what an HWPX may come to when it is unpacked
public record AttachmentLimits(DataSize size, int pdfPages, DataSize unpackedSize) {}
