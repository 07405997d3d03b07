package org.onmaru.wire;

/// What the programme shows when on air.
///
/// @param layout how people are arranged
/// @param title the title strip's large line, e.g. the meeting's name
/// @param subtitle the strip's small line, e.g. `제287회 · 2020. 12. 8.`
/// @param presenter unit whose turn it is: its people come first, e.g. `강천면`; empty when nobody's in particular
/// @param floor identity of who has the floor and comes first instead, while they are there; empty when nobody has it
public record Stage(Layout layout, String title, String subtitle, String presenter, String floor) {

    /// Nobody has the floor.
    public Stage(Layout layout, String title, String subtitle, String presenter) {
        this(layout, title, subtitle, presenter, "");
    }
}
