package org.onmaru.server.hall.figures;

/// What a chart shows of the city's figures.
public enum ChartKind {
    /// One metric, a bar for each unit.
    UNITS(1),
    /// One metric of the city over two weeks.
    DAYS_14(14),
    /// The same over thirty days.
    DAYS_30(30),
    /// Every metric of the day, as a table.
    TABLE(1);

    private final int days;

    ChartKind(int days) {
        this.days = days;
    }

    /// How many days it looks at; the last is the meeting's.
    public int days() {
        return days;
    }
}
