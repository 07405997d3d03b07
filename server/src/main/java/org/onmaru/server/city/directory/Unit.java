package org.onmaru.server.city.directory;

/// A town, department, centre, HQ or outside agency as it is called on one day.
///
/// @param seat order in lists and in the picture, from 1
/// @param synthetic true for invented demo data, shown as such
public record Unit(UnitId id, String name, String nameEn, Kind kind, int seat, boolean synthetic) {

    /// What sort of unit it is.
    public enum Kind {
        TOWN,
        DEPARTMENT,
        CENTRE,
        HQ,
        AGENCY
    }
}
