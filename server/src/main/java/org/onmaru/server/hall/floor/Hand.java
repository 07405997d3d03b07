package org.onmaru.server.hall.floor;

import java.time.Instant;

/// A raised hand: somebody asks for the floor.
public record Hand(Plate who, Instant raisedAt) {}
