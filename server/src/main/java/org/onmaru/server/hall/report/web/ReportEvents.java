package org.onmaru.server.hall.report.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.PersonDisabled;
import org.onmaru.server.hall.report.CityFigureChanged;
import org.onmaru.server.hall.report.Report;
import org.onmaru.server.hall.report.ReportEdited;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.stream.EventStream;
import org.onmaru.server.stream.EventStreams;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// What happens to a report (`report`), and on a board (`board`), to those who look at it.
///
/// A connection lives ten minutes; then the browser comes again by itself and its right is checked again.
@RestController
class ReportEvents {

    private static final int MOST = 2_000;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final ReportRights rights;
    private final ReportAnswers answers;
    private final BoardAnswers boards;
    private final JsonMapper json;
    private final EventStreams<Reader> reports = new EventStreams<>(MOST, LIFE);
    private final EventStreams<Watcher> watchers = new EventStreams<>(MOST, LIFE);

    /// States are read and handed out one after the other, so that an older one never replaces a newer one, and never
    /// by a thread that holds a connection to the database.
    private final ExecutorService order = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("report-events").factory());

    ReportEvents(ReportRights rights, ReportAnswers answers, BoardAnswers boards, JsonMapper json) {
        this.rights = rights;
        this.answers = answers;
        this.boards = boards;
        this.json = json;
    }

    private record Reader(Report report, Actor.Person person, boolean mayFile) {}

    private record Watcher(SeriesId series, LocalDate date, Actor.Person person) {}

    @GetMapping(path = "/api/v1/series/{id}/reports/{reportId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter reportEvents(@PathVariable UUID id, @PathVariable UUID reportId) {
        var report = rights.seen(id, reportId);
        var person = rights.person();
        var reader = new Reader(report, person, rights.mayFile(person, id, report.unit()));
        var stream = reports.open(reader).orElseThrow(ReportEvents::tooMany);
        order.execute(() -> offer(stream, reader));
        return stream.emitter();
    }

    @GetMapping(path = "/api/v1/series/{id}/board/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter boardEvents(@PathVariable UUID id, @RequestParam LocalDate date) {
        var watcher = new Watcher(new SeriesId(id), date, rights.reader(id));
        var stream = watchers.open(watcher).orElseThrow(ReportEvents::tooMany);
        order.execute(() -> stream.offer("board", text(boards.of(watcher.series, date))));
        return stream.emitter();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(ReportEdited edited) {
        order.execute(() -> {
            reports.each((stream, reader) -> {
                if (reader.report.id().equals(edited.report())) {
                    offer(stream, reader);
                }
            });
            tell(edited.series(), edited.date());
        });
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(CityFigureChanged changed) {
        order.execute(() -> tell(changed.series(), changed.date()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PersonDisabled event) {
        reports.each((stream, reader) -> end(stream, reader.person, event));
        watchers.each((stream, watcher) -> end(stream, watcher.person, event));
    }

    @EventListener
    void on(ContextClosedEvent closed) {
        reports.close();
        watchers.close();
        order.shutdown();
    }

    private void tell(SeriesId series, LocalDate date) {
        var once = new String[1];
        watchers.each((stream, watcher) -> {
            if (watcher.series.equals(series) && watcher.date.equals(date)) {
                if (once[0] == null) {
                    once[0] = text(boards.of(series, date));
                }
                stream.offer("board", once[0]);
            }
        });
    }

    private void offer(EventStream stream, Reader reader) {
        stream.offer("report", text(answers.of(reader.report, reader.mayFile)));
    }

    private static void end(EventStream stream, Actor.Person person, PersonDisabled event) {
        if (person.id().equals(event.person())) {
            stream.close();
        }
    }

    private static Problem tooMany() {
        return Problem.tooOften(
                "too-many-readers",
                "접속이 너무 많습니다. 잠시 뒤 다시 시도해 주세요.",
                "Too many connections. Please try again in a moment.");
    }

    private String text(Object value) {
        return json.writeValueAsString(value);
    }
}
