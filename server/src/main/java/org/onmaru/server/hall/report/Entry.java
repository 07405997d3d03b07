package org.onmaru.server.hall.report;

import java.time.Instant;

/// What stands in a field of a draft, and who wrote it last.
public record Entry(String field, String value, String by, Instant at) {}
