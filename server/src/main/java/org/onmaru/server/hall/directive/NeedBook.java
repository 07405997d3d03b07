package org.onmaru.server.hall.directive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// Finds needs, for those who may see them.
@Component
public class NeedBook {

    private final NeedStore store;
    private final StepStore steps;
    private final Viewers viewers;

    NeedBook(NeedStore store, StepStore steps, Viewers viewers) {
        this.store = store;
        this.steps = steps;
        this.viewers = viewers;
    }

    /// @throws Denied when it is not theirs to see
    public Need get(NeedId id, Viewer by) {
        var found = store.find(id).orElseThrow(NeedBook::missing);
        if (!by.sees(found)) {
            throw new Denied(by.person(), Permission.SEE_INTERNAL);
        }
        return found;
    }

    /// What was asked for in one meeting; the only list in which a rehearsal's are.
    ///
    /// @throws Denied when the meeting is not theirs to see
    public List<Need> of(MeetingView meeting, Viewer by) {
        if (!by.sees(meeting.series())) {
            throw new Denied(by.person(), Permission.SEE_INTERNAL);
        }
        return store.ofMeeting(meeting.id());
    }

    /// A page of needs, the oldest first.
    ///
    /// @param series null for any, as the next two
    public List<Need> find(
            @Nullable UUID series, @Nullable UUID unit, Need.@Nullable State state, Viewer by, int offset, int limit) {
        return store.find(series, unit, state, viewers.seriesSeenBy(by), by.units(), offset, limit);
    }

    /// The unit's needs that still wait for their last word.
    public List<Need> waiting(UnitId unit, Viewer by) {
        return store.waiting(unit).stream().filter(by::sees).toList();
    }

    /// What the unit said it would study.
    public List<Need> studiedBy(UnitId unit, Viewer by) {
        return store.studiedBy(unit).stream().filter(by::sees).toList();
    }

    /// Of each, oldest step first.
    public Map<UUID, List<Step>> histories(Collection<UUID> subjects) {
        return steps.of(subjects);
    }

    static Problem missing() {
        return Problem.missing("need-missing", "그런 건의가 없습니다.", "There is no such need.");
    }
}
