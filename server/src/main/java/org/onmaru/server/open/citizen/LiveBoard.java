package org.onmaru.server.open.citizen;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.broadcast.Programme;
import org.onmaru.server.onair.broadcast.ProgrammeChanged;
import org.onmaru.server.onair.broadcast.Programmes;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.stream.EventStream;
import org.onmaru.server.stream.EventStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// What every citizen sees, worked out once per change and handed to all of them as bytes.
///
/// Rehearsals and meetings that are not for citizens are left out where meetings come in, so nothing behind that line
/// can show one.
@Component
public class LiveBoard {

    private static final Logger log = LoggerFactory.getLogger(LiveBoard.class);
    private static final int MOST_READERS = 10_000;
    private static final Duration READER_LIFE = Duration.ofMinutes(30);
    private static final int LOOK_EVERY_SECONDS = 5;

    private final Meetings meetings;
    private final Programmes programmes;
    private final Clock clock;
    private final JsonMapper json;
    private final EventStreams<String> readers = new EventStreams<>(MOST_READERS, READER_LIFE);
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-board").daemon(true).factory());
    private volatile @Nullable MeetingView inSession; // written by the worker only
    private volatile Live.@Nullable Next next;
    private volatile Said said;

    LiveBoard(Meetings meetings, Programmes programmes, Clock clock, JsonMapper json) {
        this.meetings = meetings;
        this.programmes = programmes;
        this.clock = clock;
        this.json = json;
        this.said = said(live(null, null));
    }

    /// @param live with a time that is not compared
    /// @param text as JSON, up to the time
    private record Said(Live live, String text) {}

    /// Now; its server time is not set.
    Live now() {
        return said.live();
    }

    /// Now, as JSON.
    public byte[] json() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /// Now, and every change from now on.
    public SseEmitter events() {
        EventStream stream = readers.open("citizen")
                .orElseThrow(() -> Problem.tooOften(
                        "too-many-readers",
                        "접속이 너무 많습니다. 잠시 뒤 다시 시도해 주세요.",
                        "Too many connections. Please try again in a moment."));
        stream.offer("live", text());
        return stream.emitter();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Future<?> _ = worker.scheduleWithFixedDelay(() -> guarded(this::look), 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MeetingChanged change) {
        run(this::look);
    }

    @EventListener
    void on(ProgrammeChanged change) {
        MeetingView shown = inSession;
        if (shown != null && shown.id().equals(change.meeting())) {
            run(this::tell);
        }
    }

    @EventListener
    void on(ContextClosedEvent closed) {
        readers.close();
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private void run(Runnable task) {
        try {
            worker.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            log.debug("the server stops");
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("citizens see what was last known, the database does not answer: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("what citizens see could not be renewed", e);
        }
    }

    private void look() {
        List<MeetingView> open = meetings.live().stream()
                .filter(MeetingView::isPublic)
                .filter(meeting -> meeting.state() == MeetingState.IN_SESSION)
                .toList();
        inSession = open.stream()
                .max(Comparator.comparing(
                        meeting -> Optional.ofNullable(meeting.startedAt()).orElse(Instant.EPOCH)))
                .orElse(null);
        next = meetings.next()
                .filter(MeetingView::isPublic)
                .map(meeting -> new Live.Next(meeting.title(), meeting.titleEn(), meeting.startsAt()))
                .orElse(null);
        tell();
    }

    private void tell() {
        Live now = live(inSession, next);
        if (!now.equals(said.live())) {
            said = said(now);
            String text = text();
            readers.each((stream, _) -> stream.offer("live", text));
        }
    }

    private Live live(@Nullable MeetingView meeting, Live.@Nullable Next coming) {
        if (meeting == null) {
            return new Live(Live.State.NONE, null, null, null, null, null, null, null, coming, Instant.EPOCH);
        }
        Programme programme = programmes.of(meeting.id());
        return new Live(
                programme.state() == Programme.State.ON_AIR ? Live.State.ON_AIR : Live.State.OFF_AIR,
                meeting.id().value().toString(),
                meeting.title(),
                meeting.titleEn(),
                meeting.ordinal(),
                meeting.date(),
                programme.hls(),
                meeting.startedAt(),
                coming,
                Instant.EPOCH);
    }

    private Said said(Live live) {
        String text = json.writeValueAsString(live);
        return new Said(live, text.substring(0, text.lastIndexOf("\"serverTime\"")));
    }

    private String text() {
        return said.text() + "\"serverTime\":\"" + clock.instant() + "\"}";
    }
}
