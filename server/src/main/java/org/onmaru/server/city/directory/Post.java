package org.onmaru.server.city.directory;

/// A post of a unit as it is called on one day, e.g. `면장`.
///
/// @param nameEn empty when none was given
/// @param seat order within the unit, from 1
/// @param head true for the one who heads the unit
public record Post(PostId id, UnitId unit, String name, String nameEn, int seat, boolean head) {}
