package org.onmaru.server.city.identity;

import java.util.UUID;

/// A link that somebody had come by was revoked: this guest must leave.
public record InvitationRevoked(UUID meeting, UUID guest) {}
