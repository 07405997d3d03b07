package org.onmaru.server.hall.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onmaru.server.hall.meeting.MeetingId;

/// Who has been missed for so long that they left: a page that is loaded again, or an engine that starts again, costs
/// nobody their place. One thread.
final class Absences {

    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Map<MeetingId, Map<String, Instant>> missed = new HashMap<>();

    /// Looks once more.
    ///
    /// @param concerned identities that matter
    /// @param here identities of who is in the room
    /// @return who is gone, and since when
    Map<String, Instant> gone(MeetingId meeting, Collection<String> concerned, Set<String> here, Instant now) {
        var since = missed.computeIfAbsent(meeting, _ -> new HashMap<>());
        since.keySet().retainAll(concerned);
        since.keySet().removeAll(here);
        concerned.stream().filter(one -> !here.contains(one)).forEach(one -> since.putIfAbsent(one, now));
        return since.entrySet().stream()
                .filter(one -> !now.isBefore(one.getValue().plus(PATIENCE)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void forgetOthers(Set<MeetingId> astir) {
        missed.keySet().retainAll(astir);
    }
}
