package org.onmaru.server.hall.floor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds who speaks for the unit whose item begins.
final class Presenters {

    private Presenters() {}

    /// Of the unit's people who are here the one whose post comes first; acting for it (직무대리) is as good. Nobody when
    /// none of them is here.
    ///
    /// @param posts of the unit, e.g. `면장`, the first one first
    /// @param here in seat order
    static Optional<Plate> of(String unit, List<String> posts, List<Plate> here) {
        return unit.isEmpty()
                ? Optional.empty()
                : here.stream()
                        .filter(one -> one.unit().equals(unit))
                        .min(Comparator.comparing(Plate::simulated).thenComparingInt(one -> rank(one, posts)));
    }

    private static int rank(Plate one, List<String> posts) {
        for (int i = 0; i < posts.size(); i++) {
            if (one.post().equals(posts.get(i)) || one.post().startsWith(posts.get(i) + " ")) {
                return i;
            }
        }
        return posts.size();
    }
}
