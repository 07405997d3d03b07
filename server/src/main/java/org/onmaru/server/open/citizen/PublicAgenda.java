package org.onmaru.server.open.citizen;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.agenda.Agenda;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.agenda.Item;
import org.onmaru.server.hall.agenda.ItemKind;
import org.onmaru.server.hall.agenda.Run;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// What citizens may know of a meeting's agenda from its beginning on. Internal items do not exist here. An open item
/// is
/// released once it is talked about; of those that still come only the ones that every morning has, whose titles say
/// no more than who reports: what a town asks for may yet become internal.
@Component
class PublicAgenda {

    private static final Set<MeetingState> BEGUN = EnumSet.of(MeetingState.IN_SESSION, MeetingState.ADJOURNED);

    private static final Set<ItemKind> ANNOUNCED =
            EnumSet.of(ItemKind.REPORT, ItemKind.NIL_REPORTS, ItemKind.ADDENDUM, ItemKind.AGENCY, ItemKind.CLOSING);

    private final Meetings meetings;
    private final Agendas agendas;

    PublicAgenda(Meetings meetings, Agendas agendas) {
        this.meetings = meetings;
        this.agendas = agendas;
    }

    /// How far an item has come.
    enum Stage {
        DONE,
        NOW,
        COMING
    }

    /// @param startedAt when it was first talked about; null while it comes
    record PublicItem(
            String title,
            String titleEn,
            Stage stage,
            @Nullable Instant startedAt) {}

    /// In the order of the agenda; empty until the meeting began.
    List<PublicItem> of(UUID id) {
        var meeting = meetings.find(new MeetingId(id))
                .filter(MeetingView::isPublic)
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
        return BEGUN.contains(meeting.state())
                ? items(agendas.of(meeting), meeting.state() == MeetingState.ADJOURNED)
                : List.of();
    }

    /// @param over true when nothing comes any more
    static List<PublicItem> items(Agenda agenda, boolean over) {
        Map<String, Instant> begun =
                agenda.runs().stream().collect(Collectors.toMap(Run::key, Run::startedAt, PublicAgenda::earlier));
        var now = agenda.running().map(running -> running.item().key()).orElse("");
        return agenda.items().stream()
                .filter(Item::open)
                .filter(item -> begun.containsKey(item.key()) || (!over && ANNOUNCED.contains(item.kind())))
                .map(item ->
                        new PublicItem(item.title(), item.titleEn(), stage(item, now, begun), begun.get(item.key())))
                .toList();
    }

    private static Stage stage(Item item, String now, Map<String, Instant> begun) {
        if (Objects.equals(item.key(), now)) {
            return Stage.NOW;
        }
        return begun.containsKey(item.key()) ? Stage.DONE : Stage.COMING;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
