package org.onmaru.server.onair.broadcast.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.InvitationRevoked;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.PersonDisabled;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.agenda.AgendaChanged;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.agenda.CurrentItem;
import org.onmaru.server.hall.agenda.SlideChanged;
import org.onmaru.server.hall.agenda.Slides;
import org.onmaru.server.hall.directive.Directives;
import org.onmaru.server.hall.directive.DirectivesChanged;
import org.onmaru.server.hall.floor.FloorChanged;
import org.onmaru.server.hall.floor.FloorNow;
import org.onmaru.server.hall.floor.Floors;
import org.onmaru.server.hall.meeting.MeetingAnswer;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.broadcast.ProgrammeChanged;
import org.onmaru.server.onair.broadcast.Programmes;
import org.onmaru.server.onair.room.Admission;
import org.onmaru.server.onair.room.ParticipantsChanged;
import org.onmaru.server.onair.room.Rooms;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.stream.EventStream;
import org.onmaru.server.stream.EventStreams;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// Everything that moves in one meeting, to those who may join it: `meeting`, `programme`, `item`, `slide`,
/// `floor` and `participants`;
/// to the city's people also `directives`, which says when to look at them again.
///
/// A connection lives ten minutes; then the browser comes again by itself and its right is checked again.
@RestController
class MeetingEvents {

    private static final int MOST = 2_000;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Access access;
    private final Meetings meetings;
    private final Programmes programmes;
    private final Agendas agendas;
    private final Slides slides;
    private final Floors floors;
    private final Rooms rooms;
    private final Directives directives;
    private final JsonMapper json;
    private final EventStreams<Reader> readers = new EventStreams<>(MOST, LIFE);

    MeetingEvents(
            Access access,
            Meetings meetings,
            Programmes programmes,
            Agendas agendas,
            Slides slides,
            Floors floors,
            Rooms rooms,
            Directives directives,
            JsonMapper json) {
        this.access = access;
        this.meetings = meetings;
        this.programmes = programmes;
        this.agendas = agendas;
        this.slides = slides;
        this.floors = floors;
        this.rooms = rooms;
        this.directives = directives;
        this.json = json;
    }

    /// Who reads, and what they may do there.
    private record Reader(
            MeetingView view, Actor actor, @Nullable Role role, Set<Permission> permissions) {

        MeetingId meeting() {
            return view.id();
        }

        boolean seesInternal() {
            return permissions.contains(Permission.SEE_INTERNAL);
        }

        /// A guest sees none, whatever their role in the meeting.
        boolean seesDirectives() {
            return actor instanceof Actor.Person && seesInternal();
        }
    }

    /// @param changedAt null while there are none
    private record DirectivesState(@Nullable Instant changedAt) {}

    @GetMapping(path = "/api/v1/meetings/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter meetingEvents(@PathVariable UUID id) {
        MeetingView meeting = meetings.find(new MeetingId(id)).orElseThrow(Admission::noMeeting);
        Actor actor = access.require(Permission.JOIN, meeting.scope());
        Reader reader = new Reader(
                meeting,
                actor,
                access.role(actor, meeting.scope()).orElse(null),
                access.permissions(actor, meeting.scope()));
        EventStream stream = readers.open(reader)
                .orElseThrow(() -> Problem.tooOften(
                        "too-many-readers",
                        "접속이 너무 많습니다. 잠시 뒤 다시 시도해 주세요.",
                        "Too many connections. Please try again in a moment."));
        stream.offer("meeting", text(MeetingAnswer.of(meeting, reader.role(), reader.permissions())));
        stream.offer("programme", text(programmes.of(meeting.id())));
        stream.offer("item", text(item(agendas.current(meeting.id()).orElse(null), reader)));
        stream.offer("participants", text(rooms.participants(meeting.id())));
        stream.offer("floor", text(FloorNow.of(floors.of(meeting.id()), reader.seesInternal())));
        stream.offer("slide", text(slides.look(meeting).answer(actor, reader.permissions())));
        if (reader.seesDirectives()) {
            var changedAt = directives.changedAt(meeting).orElse(null);
            stream.offer("directives", text(new DirectivesState(changedAt)));
        }
        return stream.emitter();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MeetingChanged change) {
        MeetingView meeting = change.meeting();
        each(
                meeting.id(),
                (stream, reader) ->
                        stream.offer("meeting", text(MeetingAnswer.of(meeting, reader.role(), reader.permissions()))));
    }

    /// What the current item is; the agenda itself is asked for by those who may see it.
    @TransactionalEventListener(fallbackExecution = true)
    void on(AgendaChanged change) {
        CurrentItem current = change.current();
        each(change.meeting(), (stream, reader) -> stream.offer("item", text(item(current, reader))));
        slide(change.meeting());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SlideChanged change) {
        slide(change.meeting());
    }

    /// The change carries what is told: nobody asks the database while the writer's connection is still held.
    @TransactionalEventListener(fallbackExecution = true)
    void on(FloorChanged change) {
        each(
                change.floor().meeting(),
                (stream, reader) -> stream.offer("floor", text(FloorNow.of(change.floor(), reader.seesInternal()))));
    }

    private void slide(MeetingId id) {
        Slides.Sight[] once = new Slides.Sight[1];
        each(id, (stream, reader) -> {
            if (once[0] == null) {
                once[0] = slides.look(meetings.find(id).orElse(reader.view()));
            }
            stream.offer("slide", text(once[0].answer(reader.actor(), reader.permissions())));
        });
    }

    private static CurrentAnswer item(@Nullable CurrentItem current, Reader reader) {
        boolean told = current != null && (current.open() || reader.seesInternal());
        return new CurrentAnswer(told ? current : null);
    }

    /// @param item null when no item runs, or none that the reader may know of
    record CurrentAnswer(@Nullable CurrentItem item) {}

    @TransactionalEventListener(fallbackExecution = true)
    void on(DirectivesChanged change) {
        var state = text(new DirectivesState(change.at()));
        readers.each((stream, reader) -> {
            if (reader.seesDirectives() && change.concerns(reader.view())) {
                stream.offer("directives", state);
            }
        });
    }

    @EventListener
    void on(ProgrammeChanged change) {
        send(change.meeting(), "programme", change.programme());
    }

    @EventListener
    void on(ParticipantsChanged change) {
        send(change.meeting(), "participants", change.participants());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PersonDisabled event) {
        end(actor -> actor instanceof Actor.Person person && person.id().equals(event.person()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(InvitationRevoked event) {
        end(actor -> actor instanceof Actor.Guest guest && guest.id().equals(event.guest()));
    }

    @EventListener
    void on(ContextClosedEvent closed) {
        readers.close();
    }

    private void end(Predicate<Actor> whose) {
        readers.each((stream, reader) -> {
            if (whose.test(reader.actor())) {
                stream.close();
            }
        });
    }

    private void send(MeetingId meeting, String name, Object value) {
        String[] once = new String[1];
        each(meeting, (stream, _) -> {
            if (once[0] == null) {
                once[0] = text(value);
            }
            stream.offer(name, once[0]);
        });
    }

    private void each(MeetingId meeting, BiConsumer<EventStream, Reader> action) {
        readers.each((stream, reader) -> {
            if (reader.meeting().equals(meeting)) {
                action.accept(stream, reader);
            }
        });
    }

    private String text(Object value) {
        return json.writeValueAsString(value);
    }
}
