package org.onmaru.server.city.directory;

import java.util.UUID;

/// Identifies a post.
public record PostId(UUID value) {}
