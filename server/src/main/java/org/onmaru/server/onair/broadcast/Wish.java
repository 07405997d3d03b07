package org.onmaru.server.onair.broadcast;

import org.onmaru.wire.Gate;
import org.onmaru.wire.Layout;

/// What the host wishes for a meeting's programme.
///
/// @param shown true once citizens have seen the room
record Wish(Gate wanted, Layout layout, boolean shown) {

    static final Wish NOTHING = new Wish(Gate.OFF_AIR, Layout.GRID, false);
}
