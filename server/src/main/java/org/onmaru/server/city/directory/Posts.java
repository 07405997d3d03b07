package org.onmaru.server.city.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The posts of the city's units. Names are dated: always ask for a day.
public interface Posts {

    /// All posts that exist on that day, by the seat of their unit and then their own.
    List<Post> postsOn(LocalDate day);

    /// One post as it is called on that day; empty when it does not exist then.
    Optional<Post> post(PostId id, LocalDate day);
}
