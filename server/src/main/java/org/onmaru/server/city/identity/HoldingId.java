package org.onmaru.server.city.identity;

import java.util.UUID;

/// Identifies a holding.
public record HoldingId(UUID value) {}
