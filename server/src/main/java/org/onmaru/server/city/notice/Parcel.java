package org.onmaru.server.city.notice;

import java.util.UUID;
import org.onmaru.server.city.identity.PersonId;

/// A notice that one server took up to send it now.
///
/// @param attempts this one included
record Parcel(UUID id, UUID occasion, PersonId person, Way way, Notice notice, int attempts) {}
