package org.onmaru.server.city.directory;

import java.util.UUID;

/// Identifies a unit.
public record UnitId(UUID value) {}
