package org.onmaru.server.hall.directive.capture;

import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;

/// A unit that a line speaks to.
///
/// @param name as it is called on the meeting's day
/// @param formerName what was written, when that is what it was called before
public record Owner(UnitId unit, String name, @Nullable String formerName) {}
