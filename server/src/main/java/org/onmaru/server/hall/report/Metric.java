package org.onmaru.server.hall.report;

/// Something that is counted or measured.
///
/// @param measure what one of it is called, e.g. `명`
/// @param decimals 0 for whole things, 1 for one decimal
/// @param mayFall whether the figure to date may become smaller, e.g. people in quarantine
/// @param estimable whether it may be an estimate
/// @param combines how the figures of all units make the city's
/// @param disclosure of the city's figure
/// @param unitDisclosure of one unit's figure
/// @param citation the rule behind the disclosure; empty when it is the city's own
public record Metric(
        String key,
        String ko,
        String en,
        String measure,
        String measureEn,
        int decimals,
        boolean mayFall,
        boolean estimable,
        Combining combines,
        Disclosure disclosure,
        Disclosure unitDisclosure,
        String citation) {

    /// How the figures of all units make the city's.
    public enum Combining {
        SUM,
        /// Depths and temperatures are not added: the city has as much as where there is most.
        HIGHEST
    }

    /// Who may read a figure.
    public enum Disclosure {
        PUBLIC,
        INTERNAL,
        RESTRICTED
    }

    /// Whether citizens may know the city's figure.
    public boolean forCitizens() {
        return disclosure == Disclosure.PUBLIC;
    }

    /// Whether they may know which unit has how much of it.
    public boolean unitsForCitizens() {
        return forCitizens() && unitDisclosure == Disclosure.PUBLIC;
    }
}
