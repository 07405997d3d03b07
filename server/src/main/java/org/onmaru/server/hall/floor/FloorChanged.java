package org.onmaru.server.hall.floor;

/// Hands went up or down, or the floor went to somebody else. Told within the transaction that does it.
///
/// @param turnEnded whether there is a turn more that is over
public record FloorChanged(Floor floor, boolean turnEnded) {}
