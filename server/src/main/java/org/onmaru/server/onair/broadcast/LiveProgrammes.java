package org.onmaru.server.onair.broadcast;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.agenda.AgendaChanged;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.agenda.CurrentItem;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.server.hall.agenda.SlideChanged;
import org.onmaru.server.hall.agenda.Slides;
import org.onmaru.server.hall.floor.FloorChanged;
import org.onmaru.server.hall.floor.Floors;
import org.onmaru.server.hall.floor.Turn;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.broadcast.relay.Relays;
import org.onmaru.wire.Event;
import org.onmaru.wire.Gate;
import org.onmaru.wire.Layout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// All programmes of this server.
///
/// Two threads: *watch* asks the database once a second which meetings are live and what hosts wish, and may wait for
/// it; *broadcast* owns every [LiveProgramme] and never waits. A studio is started warm when its meeting opens; its
/// programme begins when the meeting is in session, so that no recording holds hours of slate.
@Service
class LiveProgrammes implements Programmes {

    private static final Logger log = LoggerFactory.getLogger(LiveProgrammes.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);

    private final Meetings meetings;
    private final Agendas agendas;
    private final Slides slides;
    private final Floors floors;
    private final Wishes wishes;
    private final Studios studios;
    private final Relays relays;
    private final KnownMeetings known;
    private final ApplicationEventPublisher events;
    private final String city;
    private final Map<MeetingId, LiveProgramme> live = new HashMap<>(); // broadcast thread only
    private final Map<MeetingId, Programme> views = new ConcurrentHashMap<>();
    private final Map<MeetingId, String> unwritten = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("broadcast-watch").daemon(true).factory());
    private final ScheduledExecutorService broadcast = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("broadcast").daemon(true).factory());

    LiveProgrammes(
            Meetings meetings,
            Agendas agendas,
            Slides slides,
            Floors floors,
            Wishes wishes,
            Studios studios,
            Relays relays,
            KnownMeetings known,
            ApplicationEventPublisher events,
            @Value("${onmaru.city.name}") String city) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.slides = slides;
        this.floors = floors;
        this.wishes = wishes;
        this.studios = studios;
        this.relays = relays;
        this.known = known;
        this.events = events;
        this.city = city;
    }

    /// Begins to look after programmes; the server listens now.
    void begin() {
        Future<?> _ = watch.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        Future<?> _ = broadcast.scheduleWithFixedDelay(
                () -> guarded(() -> live.values().forEach(this::publish)), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public Programme of(MeetingId meeting) {
        Programme view = views.get(meeting);
        return view == null ? Programme.none(Wish.NOTHING) : view;
    }

    /// A host wishes on air.
    Programme goOnAir(MeetingView meeting, String by) {
        wishes.want(meeting.id(), Gate.ON_AIR, by);
        unwritten.remove(meeting.id());
        return wished(meeting.id());
    }

    /// A host wishes off air. The studio is told first; keeping the wish may fail and is tried again.
    Programme goOffAir(MeetingView meeting, String by) {
        long now = version.incrementAndGet();
        Programme view = ask(meeting.id(), programme -> programme.holdOff(now));
        try {
            wishes.want(meeting.id(), Gate.OFF_AIR, by);
        } catch (DataAccessException | TransactionException e) {
            log.error("off air, but the wish could not be kept; trying again", e);
            unwritten.put(meeting.id(), by);
        }
        return view;
    }

    /// Nobody is in the room any more: off air by itself, if no other server has said so already.
    void leaveEmpty(MeetingView meeting, Instant since) {
        if (wishes.leaveEmpty(meeting.id())) {
            log.info(
                    "meeting {} goes off air by itself: nobody has been in its room since {}",
                    meeting.id().value(),
                    since);
            wished(meeting.id());
        }
    }

    /// A host wishes another layout.
    Programme show(MeetingView meeting, Layout layout) {
        wishes.show(meeting.id(), layout);
        return wished(meeting.id());
    }

    /// A studio has connected with this programme's token.
    void connected(MeetingId meeting, StudioLink link) {
        tell(meeting, programme -> programme.connected(link));
    }

    void disconnected(MeetingId meeting, StudioLink link) {
        tell(meeting, programme -> programme.disconnected(link));
    }

    void heard(MeetingId meeting, StudioLink link, Event event) {
        switch (event) {
            case Event.Ready ready ->
                relays.origin(meeting.value(), ready.instance(), Studios.origin(ready.originPort()), ready.originKey());
            case Event.GateMoved moved -> keep(meeting, moved);
            case Event.Problem problem -> log.warn("studio of {}: {}", meeting.value(), problem.en());
            case Event.Status _, Event.Ended _ -> {}
        }
        tell(meeting, programme -> programme.heard(link, event));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MeetingChanged change) {
        lookSoon();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(AgendaChanged change) {
        lookSoon();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SlideChanged change) {
        lookSoon();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(FloorChanged change) {
        lookSoon();
    }

    private static String floor(@Nullable Turn speaking) {
        return speaking == null ? "" : speaking.who().identity();
    }

    private void lookSoon() {
        try {
            watch.execute(this::look);
        } catch (RejectedExecutionException e) {
            log.debug("the server stops");
        }
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
        broadcast.shutdown();
    }

    private Programme wished(MeetingId meeting) {
        long now = version.incrementAndGet();
        Wish wish = wishes.of(meeting);
        return ask(meeting, programme -> programme.wished(wish, now));
    }

    /// Watch thread.
    private void look() {
        try {
            unwritten.forEach((meeting, by) -> {
                wishes.want(meeting, Gate.OFF_AIR, by);
                unwritten.remove(meeting, by);
            });
            long asked = version.get();
            // What nobody will be shown needs no studio.
            List<MeetingView> now = meetings.live().stream()
                    .filter(one -> one.broadcast() || one.rehearsal())
                    .toList();
            List<MeetingId> ids = now.stream().map(MeetingView::id).toList();
            Map<MeetingId, Wish> wanted = wishes.of(ids);
            Map<MeetingId, CurrentItem> items = agendas.current(ids);
            Map<MeetingId, Slide> stages = slides.of(ids);
            Map<MeetingId, Turn> speaking = floors.speaking(ids);
            List<Observation> seen = now.stream()
                    .map(one -> new Observation(
                            one,
                            items.get(one.id()),
                            stages.get(one.id()),
                            floor(speaking.get(one.id())),
                            wanted.getOrDefault(one.id(), Wish.NOTHING),
                            asked))
                    .toList();
            run(() -> apply(seen));
        } catch (DataAccessException | TransactionException e) {
            log.warn("the database does not answer; no lease is renewed: {}", e.getMessage());
            run(() -> live.values().forEach(LiveProgramme::unsure));
        } catch (RuntimeException e) {
            log.error("looking after programmes failed; no lease is renewed", e);
        }
    }

    private void apply(List<Observation> seen) {
        List<MeetingId> gone = new ArrayList<>(live.keySet());
        for (Observation one : seen) {
            MeetingId id = one.meeting().id();
            gone.remove(id);
            known.add(one.meeting());
            LiveProgramme programme = live.computeIfAbsent(id, _ -> start(one));
            programme.observe(one);
            publish(programme);
        }
        gone.forEach(id -> {
            LiveProgramme programme = live.get(id);
            if (programme != null) {
                end(programme);
            }
        });
    }

    private LiveProgramme start(Observation first) {
        MeetingId id = first.meeting().id();
        StudioProcess process = studios.start(first.meeting(), new Studios.Life() {
            @Override
            public void started() {
                tell(id, LiveProgramme::started);
            }

            @Override
            public void exited() {
                tell(id, LiveProgramme::exited);
            }

            @Override
            public void ended() {
                run(() -> over(id));
            }
        });
        return new LiveProgramme(first, city, process, () -> studios.way(id), System::nanoTime);
    }

    private void end(LiveProgramme programme) {
        if (!programme.ending()) {
            programme.end();
            publish(programme);
        }
        programme.watch();
    }

    /// Its studio is gone for good.
    private void over(MeetingId id) {
        LiveProgramme programme = live.remove(id);
        if (programme == null) {
            return;
        }
        views.remove(id);
        studios.forget(id);
        if (programme.meeting().rehearsal()) {
            relays.forget(id.value());
        } else {
            relays.close(id.value());
        }
        events.publishEvent(new ProgrammeChanged(id, of(id)));
        events.publishEvent(new ProgrammeEnded(id, programme.result()));
    }

    private void keep(MeetingId meeting, Event.GateMoved moved) {
        Thread.ofVirtual().start(() -> {
            try {
                wishes.moved(
                        meeting,
                        moved.gate(),
                        moved.reason(),
                        Instant.ofEpochMilli(moved.atUnixMs()),
                        moved.programmeMs());
            } catch (DataAccessException | TransactionException e) {
                log.error("a move of the gate of {} could not be kept", meeting.value(), e);
            }
        });
    }

    private void publish(LiveProgramme programme) {
        Programme now = programme.view();
        if (!now.equals(views.put(programme.id(), now))) {
            events.publishEvent(new ProgrammeChanged(programme.id(), now));
        }
    }

    private void tell(MeetingId meeting, Consumer<LiveProgramme> what) {
        run(() -> Optional.ofNullable(live.get(meeting)).ifPresent(programme -> {
            what.accept(programme);
            publish(programme);
        }));
    }

    private Programme ask(MeetingId meeting, Consumer<LiveProgramme> what) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        run(() -> {
            LiveProgramme programme = live.get(meeting);
            if (programme != null) {
                what.accept(programme);
                publish(programme);
            }
            done.complete(null);
        });
        try {
            done.get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("the broadcast thread is late", e);
        }
        return of(meeting);
    }

    private void run(Runnable task) {
        try {
            broadcast.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            log.debug("the server stops");
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("a step of a programme failed", e);
        }
    }
}
