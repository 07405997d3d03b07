package org.onmaru.server.hall.minutes;

import java.time.Instant;
import java.util.List;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.writing.PersonalNumbers;

/// A version that waits for a second person, because something in its public form looks like a personal number.
///
/// @param by who wants to publish it
/// @param found what it is, in the order of the text
public record Release(PersonId by, String name, Instant at, List<PersonalNumbers.Found> found) {

    public Release {
        found = List.copyOf(found);
    }
}
