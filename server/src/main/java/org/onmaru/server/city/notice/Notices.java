package org.onmaru.server.city.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.city.identity.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door: puts notices on their way and says how far they are.
@Component
public class Notices {

    private final Reach reach;
    private final DeliveryStore store;
    private final Clock clock;

    Notices(Reach reach, DeliveryStore store, Clock clock) {
        this.reach = reach;
        this.store = store;
        this.clock = clock;
    }

    /// Tells these people by every way they want, soon after the transaction: each once a way for the occasion, however
    /// often and by however many servers this is called. Those who gave no address and have no device are not told.
    @Transactional
    public void tell(UUID occasion, Collection<PersonId> people, Notice notice) {
        var now = clock.instant();
        reach.of(people)
                .forEach((person, ways) -> ways.forEach(way -> store.insert(occasion, person, way, notice, now)));
    }

    /// Those of these who can be told by some way today.
    public List<PersonId> reachable(Collection<PersonId> people) {
        return List.copyOf(reach.of(people).keySet());
    }

    /// How far everything is that these occasions had to tell.
    public List<Delivery> of(Collection<UUID> occasions) {
        return store.of(occasions);
    }
}
