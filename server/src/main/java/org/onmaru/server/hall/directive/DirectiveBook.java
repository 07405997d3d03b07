package org.onmaru.server.hall.directive;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// Finds directives, for those who may see them.
@Component
public class DirectiveBook implements Directives {

    private final DirectiveStore store;
    private final StepStore steps;
    private final Meetings meetings;
    private final Viewers viewers;

    DirectiveBook(DirectiveStore store, StepStore steps, Meetings meetings, Viewers viewers) {
        this.store = store;
        this.steps = steps;
        this.meetings = meetings;
        this.viewers = viewers;
    }

    /// A page, and how many there are in all.
    public record Page(List<Directive> directives, int total) {}

    /// @throws Denied when it is not theirs to see
    public Directive get(DirectiveId id, Viewer by) {
        var found = store.find(id)
                .orElseThrow(
                        () -> Problem.missing("directive-missing", "그런 지시사항이 없습니다.", "There is no such directive."));
        if (!by.sees(found)) {
            throw new Denied(by.person(), Permission.SEE_INTERNAL);
        }
        return found;
    }

    /// What was given in one meeting, in its order; the only list in which a rehearsal's are.
    ///
    /// @throws Denied when the meeting is not theirs to see
    public List<Directive> of(MeetingView meeting, Viewer by) {
        if (!by.sees(meeting.series())) {
            throw new Denied(by.person(), Permission.SEE_INTERNAL);
        }
        return store.ofMeeting(meeting.id());
    }

    public Page find(Wanted wanted, Viewer by, int offset, int limit) {
        var series = viewers.seriesSeenBy(by);
        return new Page(store.find(wanted, series, by.units(), offset, limit), store.count(wanted, series, by.units()));
    }

    /// Open ones of a unit that this person may see, by due date.
    public List<Directive> owedBy(UnitId unit, Viewer by) {
        return store.openOwnedBy(unit).stream().filter(by::sees).toList();
    }

    /// Open ones that others owe to a unit.
    public List<Directive> askedBy(UnitId unit, Viewer by) {
        return store.openAskedBy(unit).stream().filter(by::sees).toList();
    }

    /// As [#carriedInto(MeetingView)], for somebody who asks.
    ///
    /// @throws Denied when the meeting is not theirs to see
    public List<Carried> carriedInto(MeetingView meeting, Viewer by) {
        if (!by.sees(meeting.series())) {
            throw new Denied(by.person(), Permission.SEE_INTERNAL);
        }
        return carriedInto(meeting);
    }

    @Override
    public List<Carried> carriedInto(MeetingView meeting) {
        var open = store.openBeside(meeting);
        var times = carried(open);
        return open.stream()
                .map(one -> new Carried(one, one.urgency(meeting.date()), times.getOrDefault(one.id(), 0)))
                .sorted(Comparator.comparingInt(DirectiveBook::rank)) // stable: the store's order within
                .toList();
    }

    @Override
    public List<Directive> givenIn(MeetingId meeting) {
        return store.ofMeeting(meeting);
    }

    @Override
    public Optional<Instant> changedAt(MeetingView meeting) {
        return store.changedAt(meeting);
    }

    /// "이월 n회" of each.
    public Map<DirectiveId, Integer> carried(Collection<Directive> directives) {
        var since = new HashMap<SeriesId, Instant>();
        directives.forEach(one -> since.merge(one.series(), one.saidAt(), (a, b) -> a.isBefore(b) ? a : b));
        var held = new HashMap<SeriesId, List<MeetingView>>();
        since.forEach((series, first) -> held.put(series, meetings.held(series, first)));
        var times = new HashMap<DirectiveId, Integer>();
        directives.forEach(one ->
                times.put(one.id(), CarriedOver.times(one, held.getOrDefault(one.series(), List.of()))));
        return times;
    }

    /// `제2020-15호` of each; the number says nothing of what it is.
    public Map<DirectiveId, String> labels(Collection<DirectiveId> ids) {
        return store.all(ids).stream().collect(Collectors.toMap(Directive::id, Directive::label));
    }

    /// Of each, oldest step first.
    public Map<UUID, List<Step>> histories(Collection<UUID> subjects) {
        return steps.of(subjects);
    }

    private static int rank(Carried carried) {
        return switch (carried.urgency()) {
            case OVERDUE -> 0;
            case DUE_TODAY -> 1;
            case LATER, NO_DATE, WAITING, CLOSED -> 2;
        };
    }
}
