package org.onmaru.server.hall.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.directive.capture.Owner;
import org.onmaru.server.hall.meeting.MeetingView;

/// A line as it is saved.
///
/// @param id made by whoever captures it
/// @param line as it was typed
/// @param asked the unit that needs it done, when there is one
/// @param saidAt by the server's clock
record Capture(
        UUID id,
        MeetingView meeting,
        String line,
        List<Owner> owners,
        String sentence,
        @Nullable Owner asked,
        @Nullable LocalDate due,
        String givenBy,
        Instant saidAt) {

    /// Tells the same again from something else under the same id.
    String content() {
        var to = owners.stream().map(owner -> owner.unit().value().toString()).collect(Collectors.joining(","));
        return to + "|" + due + "|" + (asked == null ? "" : asked.unit().value()) + "|" + sentence;
    }
}
