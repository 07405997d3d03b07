package org.onmaru.server.hall.agenda;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.attachment.Attachment;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.report.ReportFiled;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.writing.PersonalNumbers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The agendas of meetings: assembled, changed by hand, gone through. Permissions were checked by the caller.
@Service
public class Agendas {

    private static final int MOST_ITEMS = 300;

    private final Meetings meetings;
    private final DayInputs inputs;
    private final Directory directory;
    private final AgendaStore store;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Agendas(
            Meetings meetings,
            DayInputs inputs,
            Directory directory,
            AgendaStore store,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.meetings = meetings;
        this.inputs = inputs;
        this.directory = directory;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    public Agenda of(MeetingView meeting) {
        var fixed = store.fixed(meeting.id());
        return new Agenda(edited(meeting.id(), assembled(meeting)), store.runs(meeting.id()), fixed.isPresent());
    }

    /// What is being talked about; empty when no item runs.
    public Optional<CurrentItem> current(MeetingId meeting) {
        return Optional.ofNullable(current(List.of(meeting)).get(meeting));
    }

    /// The same of many meetings; those in which no item runs are not there.
    public Map<MeetingId, CurrentItem> current(Collection<MeetingId> meetings) {
        return store.current(meetings);
    }

    List<AgendaStore.Logged> log(MeetingId meeting) {
        return store.edits(meeting);
    }

    private List<Item> edited(MeetingId meeting, List<Item> assembled) {
        var items = assembled;
        for (var logged : store.edits(meeting)) {
            items = logged.edit().applyTo(items);
        }
        return items;
    }

    /// From the moment the meeting begins what was assembled stays; reports that come later are added.
    private List<Item> assembled(MeetingView meeting) {
        var fixed = store.fixed(meeting.id()).orElse(null);
        if (fixed == null) {
            return Assembly.of(inputs.of(meeting));
        }
        return meeting.state() == MeetingState.IN_SESSION ? withAddenda(fixed, meeting) : fixed;
    }

    private List<Item> withAddenda(List<Item> fixed, MeetingView meeting) {
        var known = fixed.stream().map(Item::key).collect(Collectors.toSet());
        var items = fixed;
        for (var item : Assembly.of(inputs.of(meeting))) {
            if (item.kind() == ItemKind.ADDENDUM && !known.contains(item.key())) {
                items = new Edit.Add(item).applyTo(items);
            }
        }
        return items;
    }

    @Transactional
    Agenda edit(MeetingView meeting, Edit edit, String by) {
        store.hold(meeting.id());
        requireNotOver(meeting);
        requireNothingPersonal(edit);
        var before = of(meeting);
        if (edit instanceof Edit.Add) {
            requireRoom(before);
        } else {
            known(before, edit.key());
        }
        if (edit instanceof Edit.Move(var _, var target) && target != null) {
            known(before, target);
        }
        if (edit instanceof Edit.Drop
                && before.running()
                        .filter(running -> running.item().key().equals(edit.key()))
                        .isPresent()) {
            throw Problem.conflict(
                    "agenda-running", "지금 다루고 있는 안건은 뺄 수 없습니다. 먼저 끝내십시오.", "The item is running; end it first.");
        }
        store.add(meeting.id(), edit, by, clock.instant());
        audit.changed(
                "agenda.edited",
                Subject.of("meeting", meeting.id().value()),
                before.item(edit.key()).orElse(null),
                edit);
        return told(meeting);
    }

    /// Starts an item; the one that runs ends. Starting the running one changes nothing.
    @Transactional
    Agenda start(MeetingView meeting, String key) {
        store.hold(meeting.id());
        if (meeting.state() != MeetingState.IN_SESSION) {
            throw Problem.conflict(
                    "not-in-session", "회의를 시작한 뒤에 안건을 시작할 수 있습니다.", "Items start once the meeting is in session.");
        }
        var agenda = of(meeting);
        var item = known(agenda, key);
        if (agenda.running().filter(running -> running.item().key().equals(key)).isPresent()) {
            return agenda;
        }
        store.finish(meeting.id(), clock.instant());
        store.start(meeting.id(), item, unit(meeting, item), clock.instant());
        audit.changed("agenda.item-started", Subject.of("meeting", meeting.id().value()), null, item);
        return turned(meeting);
    }

    /// Ends the item that runs; nothing happens when none does.
    @Transactional
    Agenda finish(MeetingView meeting) {
        store.hold(meeting.id());
        var running = of(meeting).running();
        if (running.isEmpty() || !store.finish(meeting.id(), clock.instant())) {
            return of(meeting);
        }
        audit.changed(
                "agenda.item-ended",
                Subject.of("meeting", meeting.id().value()),
                running.get().item(),
                null);
        return turned(meeting);
    }

    /// Files beside an item come or go: `change` does it, while nobody else changes the agenda.
    ///
    /// @param before null when it is new
    /// @param after null when it is gone
    @Transactional
    public void attachmentChanged(
            MeetingView meeting, String key, @Nullable Attachment before, @Nullable Attachment after, Runnable change) {
        store.hold(meeting.id());
        requireNotOver(meeting);
        known(of(meeting), key);
        change.run();
        audit.changed(
                before == null ? "agenda.attached" : "agenda.detached",
                Subject.of("meeting", meeting.id().value()),
                before,
                after);
        told(meeting);
    }

    /// Does something that is right only while an item runs: nobody ends it or changes the agenda meanwhile.
    ///
    /// @return false when it does not run; nothing was done then
    @Transactional
    public boolean during(MeetingView meeting, String key, Consumer<CurrentItem> what) {
        store.hold(meeting.id());
        var running = current(meeting.id()).filter(item -> item.key().equals(key));
        running.ifPresent(what);
        return running.isPresent();
    }

    private String unit(MeetingView meeting, Item item) {
        return Optional.ofNullable(item.unit())
                .flatMap(unit -> directory.unit(unit, meeting.date()))
                .map(Unit::name)
                .orElse("");
    }

    private Agenda turned(MeetingView meeting) {
        var now = told(meeting);
        events.publishEvent(new ItemTurned(meeting.id(), current(meeting.id()).orElse(null)));
        return now;
    }

    private Agenda told(MeetingView meeting) {
        var now = of(meeting);
        now.running().ifPresent(running -> store.say(meeting.id(), running.item(), unit(meeting, running.item())));
        events.publishEvent(
                new AgendaChanged(meeting.id(), current(meeting.id()).orElse(null)));
        return now;
    }

    /// In the same transaction: a meeting that began has its agenda, however the server fares.
    @EventListener
    @Transactional
    void follow(MeetingChanged change) {
        var meeting = change.meeting();
        switch (meeting.state()) {
            case IN_SESSION -> store.fix(meeting.id(), Assembly.of(inputs.of(meeting)));
            case ADJOURNED -> {
                store.fixed(meeting.id()).ifPresent(fixed -> store.fix(meeting.id(), withAddenda(fixed, meeting)));
                if (store.finish(meeting.id(), clock.instant())) {
                    turned(meeting);
                }
            }
            case SCHEDULED, OPEN, CANCELLED -> {}
        }
    }

    /// A report changes the agendas of its day: whoever looks at one looks again.
    @EventListener
    void follow(ReportFiled filed) {
        meetings.between(filed.date(), filed.date()).stream()
                .filter(meeting -> meeting.series().equals(filed.series()))
                .filter(meeting ->
                        meeting.state() != MeetingState.ADJOURNED && meeting.state() != MeetingState.CANCELLED)
                .forEach(this::told);
    }

    /// A title for everybody goes on the picture, into chapters and the public archive.
    private static void requireNothingPersonal(Edit edit) {
        var title = switch (edit) {
            case Edit.Add(Item item) when item.open() -> item.title() + "\n" + item.titleEn();
            case Edit.Change(String _, Item.Content content)
            when content.open() -> content.title() + "\n" + content.titleEn();
            case Edit.Add _, Edit.Change _, Edit.Move _, Edit.Drop _ -> "";
        };
        PersonalNumbers.in(title).stream().findFirst().ifPresent(found -> {
            throw Problem.bad(
                    "agenda-personal",
                    "제목에 " + found.kind().ko() + "로 보이는 숫자가 있습니다(" + found.where() + "). 숫자를 지우거나 비공개 안건으로 하십시오.",
                    "The title holds what looks like " + found.kind().en() + " (" + found.where()
                            + "). Take it out, or make the item internal.");
        });
    }

    private static void requireNotOver(MeetingView meeting) {
        if (meeting.state() == MeetingState.ADJOURNED || meeting.state() == MeetingState.CANCELLED) {
            throw Problem.conflict(
                    "meeting-over", "끝난 회의의 의사일정은 바꿀 수 없습니다.", "The agenda of a meeting that is over stays as it is.");
        }
    }

    private static void requireRoom(Agenda agenda) {
        if (agenda.items().size() >= MOST_ITEMS) {
            throw Problem.conflict(
                    "agenda-full",
                    "안건은 " + MOST_ITEMS + "개까지 넣을 수 있습니다.",
                    "An agenda has at most " + MOST_ITEMS + " items.");
        }
    }

    private static Item known(Agenda agenda, String key) {
        return agenda.item(key)
                .orElseThrow(() -> Problem.missing(
                        "agenda-item-missing",
                        "그런 안건이 없습니다. 다른 사람이 뺐을 수 있습니다.",
                        "There is no such item; somebody may have taken it off."));
    }
}
