package org.onmaru.server.hall.floor;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody in the room, as their name plate (이름표) says.
///
/// @param identity `p-…` person, `g-…` guest, `s-…` simulated
/// @param unit name of the unit; empty when none
/// @param post empty when none
public record Plate(String identity, String name, String unit, String post) {

    /// E.g. `강천면 면장 홍길동`.
    public String label() {
        return Stream.of(unit, post, name).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    boolean simulated() {
        return identity.startsWith("s-");
    }
}
