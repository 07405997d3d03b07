package org.onmaru.server.city.attachment;

import java.util.UUID;

/// An attached file.
///
/// @param name as it was called where it came from
/// @param sha256 of its bytes, lower-case hexadecimal
public record Attachment(UUID id, String name, FileType type, long bytes, String sha256) {}
