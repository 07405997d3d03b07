package org.onmaru.server.open.subscription;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.onmaru.server.city.push.PushMessage;
import org.onmaru.server.city.push.PushOutcome;
import org.onmaru.server.city.push.Pushes;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.broadcast.Programme;
import org.onmaru.server.onair.broadcast.ProgrammeChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Tells subscribers that a meeting for citizens is on air for the first time: each at most once, by whichever server.
///
/// Those who are to be told are rows from one moment on; a few threads take them up one by one, so that neither their
/// number nor a slow push service costs memory or holds up the meeting. What a killed server had in its hands is not
/// sent again; the rest is.
@Component
class Announcements {

    private static final Logger log = LoggerFactory.getLogger(Announcements.class);
    private static final int WORKERS = 8;

    /// Nobody is told later than this that a meeting begins.
    private static final Duration FRESH = Duration.ofMinutes(30);

    /// Before the second, third and fourth attempt.
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2));

    private final AnnouncementStore store;
    private final SubscriptionStore subscriptions;
    private final Meetings meetings;
    private final Pushes pushes;
    private final Clock clock;
    private final Set<MeetingId> announced = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(WORKERS);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("announcements-", 0).factory());
    private volatile boolean stopping;

    Announcements(
            AnnouncementStore store, SubscriptionStore subscriptions, Meetings meetings, Pushes pushes, Clock clock) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.meetings = meetings;
        this.pushes = pushes;
        this.clock = clock;
    }

    /// Called by the thread of the broadcast, which never waits. It comes once a second, so what failed is tried again.
    @EventListener
    void on(ProgrammeChanged change) {
        if (change.programme().state() == Programme.State.ON_AIR && announced.add(change.meeting())) {
            run(() -> {
                if (!announce(change.meeting())) {
                    announced.remove(change.meeting());
                }
            });
        }
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT2S")
    void tick() {
        var now = clock.instant();
        var open = store.open();
        for (var each : open) {
            if (!now.isBefore(each.at().plus(FRESH))
                    || beginning(each.meeting()).isEmpty()) {
                store.end(each.meeting());
            }
        }
        if (!open.isEmpty()) {
            for (var i = 0; i < WORKERS && places.tryAcquire(); i++) {
                run(() -> {
                    try {
                        drain();
                    } finally {
                        places.release();
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

    void drain() {
        while (!stopping) {
            var now = clock.instant();
            var next = store.take(now);
            if (next.isEmpty()) {
                return;
            }
            send(next.get(), now);
        }
    }

    /// False when it is not for citizens now, or nobody can tell.
    private boolean announce(MeetingId id) {
        try {
            var meeting = beginning(id);
            meeting.ifPresent(found -> store.announce(found, clock.instant()));
            return meeting.isPresent();
        } catch (DataAccessException | TransactionException e) {
            log.warn("subscribers cannot be told yet, the database does not answer: {}", e.getMessage());
            return false;
        }
    }

    private Optional<MeetingView> beginning(MeetingId id) {
        return meetings.find(id)
                .filter(MeetingView::isPublic)
                .filter(meeting -> meeting.state() == MeetingState.IN_SESSION);
    }

    private void send(AnnouncementStore.Push push, Instant now) {
        var meeting = beginning(push.meeting());
        if (meeting.isEmpty()) {
            store.done(push);
            return;
        }
        switch (pushes.send(push.address(), message(meeting.get(), push))) {
            case PushOutcome.Taken(), PushOutcome.Refused(), PushOutcome.Unsure() -> store.done(push);
            case PushOutcome.Gone() -> subscriptions.gone(push.address());
            case PushOutcome.Later(var after) -> again(push, after, now);
            case PushOutcome.Unreachable() -> again(push, Duration.ZERO, now);
        }
    }

    private void again(AnnouncementStore.Push push, Duration after, Instant now) {
        if (push.attempts() > PAUSES.size()) {
            store.done(push);
            return;
        }
        var pause = PAUSES.get(push.attempts() - 1);
        store.again(push, now.plus(pause.compareTo(after) < 0 ? after : pause));
    }

    private static PushMessage message(MeetingView meeting, AnnouncementStore.Push push) {
        var language = push.language();
        return new PushMessage(
                language.pick("회의가 시작되었습니다", "A meeting has begun"),
                language.pick(meeting.title(), meeting.titleEn()),
                "/",
                language,
                meeting.id().value(),
                FRESH);
    }

    private void run(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            log.debug("the server stops");
        }
    }
}
