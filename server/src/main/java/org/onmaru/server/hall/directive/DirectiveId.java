package org.onmaru.server.hall.directive;

import java.util.UUID;

/// Identifies a directive.
public record DirectiveId(UUID value) {}
