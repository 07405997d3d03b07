package org.onmaru.server.hall.directive;

import java.util.UUID;

/// Identifies a need; made by whoever writes it down, so that sending it twice says it once.
public record NeedId(UUID value) {}
