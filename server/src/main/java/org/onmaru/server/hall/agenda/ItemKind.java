package org.onmaru.server.hall.agenda;

/// What an agenda item is about, in the order in which a meeting goes through them.
public enum ItemKind {
    /// A directive whose day is over.
    DIRECTIVE_OVERDUE(1),
    /// A directive whose day is today.
    DIRECTIVE_DUE(1),
    /// The directives whose day is to come, or that have none, in one item.
    DIRECTIVE_CARRIED(1),
    /// One unit's situation report.
    REPORT(2),
    /// The units that have nothing to report, in one item.
    NIL_REPORTS(1),
    /// A report that came after the cut-off.
    ADDENDUM(2),
    /// An outside agency's report.
    AGENCY(3),
    /// A need that waits for an answer.
    NEED(2),
    /// One department's topic of the day.
    TOPIC(10),
    /// Something that worked in one town.
    PRACTICE(2),
    /// Anything else that somebody put there.
    OTHER(5),
    CLOSING(3);

    private final int minutes;

    ItemKind(int minutes) {
        this.minutes = minutes;
    }

    /// How long such an item takes when nobody said otherwise.
    int minutes() {
        return minutes;
    }
}
