package org.onmaru.server.city.identity;

import java.util.UUID;

/// Identifies a person with an account.
public record PersonId(UUID value) {}
