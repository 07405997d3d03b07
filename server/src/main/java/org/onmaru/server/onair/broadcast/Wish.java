package org.onmaru.server.onair.broadcast;

import org.onmaru.wire.Gate;
import org.onmaru.wire.Layout;

/// What the host wishes for a meeting's programme.
///
/// @param shown true once citizens have seen the room
/// @param leftEmpty true when no host wished it off air, but its room stayed empty
record Wish(Gate wanted, Layout layout, boolean shown, boolean leftEmpty) {

    static final Wish NOTHING = new Wish(Gate.OFF_AIR, Layout.GRID, false, false);

    Wish wanting(Gate side) {
        return new Wish(side, layout, shown, leftEmpty);
    }

    /// The same, and whether citizens have seen the room never becomes false again.
    Wish shown(boolean alsoShown) {
        return new Wish(wanted, layout, shown || alsoShown, leftEmpty);
    }
}
