package org.onmaru.server.city.identity;

import java.util.Comparator;
import org.onmaru.server.city.directory.Post;

/// A holding of a day with the post as it is called then.
public record HeldPost(Holding holding, Post post) {

    /// What the name plate says comes first: acting before holding, heads before others, then by seat, the newest
    /// first.
    static final Comparator<HeldPost> STRONGEST_FIRST = Comparator.comparing((HeldPost held) -> held.holding.kind())
            .thenComparing(held -> !held.post.head())
            .thenComparingInt(held -> held.post.seat())
            .thenComparing(held -> held.holding.days().from(), Comparator.reverseOrder())
            .thenComparing(held -> held.holding.id().value());

    /// What the name plate says, e.g. `면장 직무대리`.
    public String label() {
        return holding.label(post);
    }

    boolean own() {
        return holding.kind() == Holding.Kind.HOLDER;
    }
}
