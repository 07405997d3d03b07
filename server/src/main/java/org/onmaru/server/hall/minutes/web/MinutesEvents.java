package org.onmaru.server.hall.minutes.web;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.PersonDisabled;
import org.onmaru.server.hall.agenda.AgendaChanged;
import org.onmaru.server.hall.directive.DirectivesChanged;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.minutes.MinutesChanged;
import org.onmaru.server.hall.minutes.MinutesDesk;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.stream.EventStream;
import org.onmaru.server.stream.EventStreams;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// What happens to minutes (`minutes`), to those who look at them: what others write, and what the meeting adds.
///
/// A connection lives ten minutes; then the browser comes again by itself and its right is checked again. Whoever
/// writes
/// waits for nobody here: a state that is told needs no record of having been told, and no second connection to the
/// database while the writer's is still held.
@RestController
class MinutesEvents {

    private static final int MOST = 500;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final MinutesRights rights;
    private final MinutesDesk desk;
    private final MinutesAnswers answers;
    private final Readings readings;
    private final JsonMapper json;
    private final EventStreams<Reader> readers = new EventStreams<>(MOST, LIFE);

    /// States are read and handed out one after the other, so that an older one never replaces a newer one, and never
    /// by a thread that holds a connection to the database.
    private final ExecutorService order = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("minutes-events").factory());

    MinutesEvents(MinutesRights rights, MinutesDesk desk, MinutesAnswers answers, Readings readings, JsonMapper json) {
        this.rights = rights;
        this.desk = desk;
        this.answers = answers;
        this.readings = readings;
        this.json = json;
    }

    private record Reader(MeetingView meeting, Actor.Person person, boolean keeps) {}

    @GetMapping(path = "/api/v1/meetings/{id}/minutes/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter minutesEvents(@PathVariable UUID id) {
        var meeting = rights.read(id);
        var person = rights.person();
        readings.read(desk.of(meeting), person);
        var reader = new Reader(meeting, person, rights.keeps(person, meeting));
        var stream = readers.open(reader)
                .orElseThrow(() -> Problem.tooOften(
                        "too-many-readers",
                        "접속이 너무 많습니다. 잠시 뒤 다시 시도해 주세요.",
                        "Too many connections. Please try again in a moment."));
        order.execute(() -> offer(stream, reader));
        return stream.emitter();
    }

    @EventListener
    void on(MinutesChanged changed) {
        tell(changed.meeting());
    }

    @EventListener
    void on(AgendaChanged changed) {
        tell(changed.meeting());
    }

    @EventListener
    void on(MeetingChanged changed) {
        var meeting = changed.meeting();
        if (meeting.state() == MeetingState.CANCELLED) {
            afterwards(() -> readers.each((stream, reader) -> {
                if (reader.meeting.id().equals(meeting.id())) {
                    stream.close();
                }
            }));
        } else {
            tell(meeting.id());
        }
    }

    @EventListener
    void on(DirectivesChanged changed) {
        inOrder(() -> readers.each((stream, reader) -> {
            if (changed.concerns(reader.meeting)) {
                offer(stream, reader);
            }
        }));
    }

    @EventListener
    void on(PersonDisabled event) {
        afterwards(() -> readers.each((stream, reader) -> {
            if (reader.person.id().equals(event.person())) {
                stream.close();
            }
        }));
    }

    @EventListener
    void on(ContextClosedEvent closed) {
        readers.close();
        order.shutdown();
    }

    private void tell(MeetingId meeting) {
        inOrder(() -> readers.each((stream, reader) -> {
            if (reader.meeting.id().equals(meeting)) {
                offer(stream, reader);
            }
        }));
    }

    private void inOrder(Runnable task) {
        afterwards(() -> order.execute(task));
    }

    /// Once what happened is there for everybody; never when it came to nothing.
    private static void afterwards(Runnable task) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            task.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                task.run();
            }
        });
    }

    private void offer(EventStream stream, Reader reader) {
        stream.offer("minutes", json.writeValueAsString(answers.of(reader.meeting.id(), reader.person, reader.keeps)));
    }
}
