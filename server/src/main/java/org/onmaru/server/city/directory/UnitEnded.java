package org.onmaru.server.city.directory;

import java.time.LocalDate;

/// A unit got a last day. Whoever keeps something of the unit ends it by then, or refuses with a problem.
public record UnitEnded(UnitId unit, LocalDate lastDay) {}
