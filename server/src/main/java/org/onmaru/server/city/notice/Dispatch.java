package org.onmaru.server.city.notice;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.notice.Delivery.Fault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sends what is due, way by way, so that one slow server holds up no other way. Any number of servers may do this at
/// once: each notice is taken up by one of them.
///
/// A server that dies while it sends leaves one notice of which nobody knows; it is told as failed and not sent again,
/// but for a push, which takes its own place on the screen.
@Component
class Dispatch {

    /// Before the second, third and fourth attempt.
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(3));

    /// Longer than any attempt takes.
    private static final Duration LEFT_AFTER = Duration.ofMinutes(5);

    private final DeliveryStore store;
    private final ContactBook contacts;
    private final Reach reach;
    private final Couriers couriers;
    private final People people;
    private final ObjectProvider<Occasions> occasions;
    private final Clock clock;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("notices-", 0).factory());
    private final Set<Way> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Dispatch(
            DeliveryStore store,
            ContactBook contacts,
            Reach reach,
            Couriers couriers,
            People people,
            ObjectProvider<Occasions> occasions,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.reach = reach;
        this.couriers = couriers;
        this.people = people;
        this.occasions = occasions;
        this.clock = clock;
    }

    /// Never waits for a mail server or a gateway: the scheduler has other things to do.
    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT2S")
    void tick() {
        var now = clock.instant();
        store.leftBefore(now.minus(LEFT_AFTER), PAUSES.size(), now);
        for (var way : Way.values()) {
            if (busy.add(way)) {
                threads.execute(() -> {
                    try {
                        sendDue(way);
                    } finally {
                        busy.remove(way);
                    }
                });
            }
        }
    }

    /// What is being sent is finished.
    @PreDestroy
    void stop() {
        stopping = true;
        threads.close();
    }

    void sendDue(Way way) {
        while (!stopping) {
            var next = store.take(way, clock.instant());
            if (next.isEmpty()) {
                return;
            }
            send(next.get());
        }
    }

    private void send(Parcel parcel) {
        var contact = contacts.of(parcel.person());
        boolean over = occasions.stream().anyMatch(one -> one.isOver(parcel.occasion()));
        if (over) {
            store.withdrawn(parcel, clock.instant());
            return;
        }
        boolean away = !reach.isWanted(parcel.person(), parcel.way())
                || !people.withoutAccess(Set.of(parcel.person())).isEmpty();
        var outcome = away
                ? new Outcome.Failed(Fault.NO_ADDRESS)
                : couriers.by(parcel.way())
                        .map(courier -> courier.send(parcel, contact))
                        .orElseGet(() -> new Outcome.Failed(Fault.OFF));
        settle(parcel, outcome, clock.instant());
    }

    private void settle(Parcel parcel, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Taken(var carrier) -> store.sent(parcel, carrier, now);
            case Outcome.Failed(var fault, var after) -> {
                if (fault.again(parcel.way()) && parcel.attempts() <= PAUSES.size()) {
                    var pause = PAUSES.get(parcel.attempts() - 1);
                    store.again(parcel, fault, now.plus(pause.compareTo(after) < 0 ? after : pause), now);
                } else {
                    store.failed(parcel, fault, now);
                }
            }
        }
    }
}
