package org.onmaru.server.hall.agenda;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.attachment.AttachmentAnswer;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.PlainText;
import org.onmaru.server.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The agenda of a meeting, for those who take part and those who prepare it.
@RestController
@RequestMapping("/api/v1/meetings/{id}/agenda")
class AgendaApi {

    private static final int MOST_MINUTES = 600;

    private final Access access;
    private final Meetings meetings;
    private final Agendas agendas;
    private final ItemAttachments attachments;
    private final Directory directory;

    AgendaApi(Access access, Meetings meetings, Agendas agendas, ItemAttachments attachments, Directory directory) {
        this.attachments = attachments;
        this.access = access;
        this.meetings = meetings;
        this.agendas = agendas;
        this.directory = directory;
    }

    /// @param why a sentence that says why the item is there
    /// @param open whether citizens may see it
    /// @param startedAt when it was begun last; null before
    /// @param endedAt null before it was begun and while it runs
    /// @param spentSeconds in all its runs that are over
    /// @param attachments files beside it, oldest first
    record AgendaItemAnswer(
            String key,
            ItemKind kind,
            String title,
            String titleEn,
            String why,
            String whyEn,
            @Nullable UUID unitId,
            @Nullable String unit,
            int minutes,
            boolean open,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            long spentSeconds,
            List<AttachmentAnswer> attachments) {}

    /// One change by hand.
    record AgendaEditAnswer(
            String what,
            String key,
            String by,
            Instant at,
            @Nullable String reason) {}

    /// @param minutes allotted to all items together
    /// @param meetingMinutes how long the meeting is planned to take
    /// @param fixed true once the meeting began
    /// @param mayEdit whether the caller may change it
    record AgendaAnswer(
            List<AgendaItemAnswer> items,
            int minutes,
            int meetingMinutes,
            boolean fixed,
            boolean mayEdit,
            List<AgendaEditAnswer> edits) {}

    record AddAgendaItem(
            @NotNull ItemKind kind,
            @PlainText(max = 200) String title,

            @Nullable @Size(max = 200) String titleEn,

            @Nullable UUID unitId,
            @Min(1) @Max(MOST_MINUTES) int minutes,
            boolean open) {}

    record ChangeAgendaItem(
            @PlainText(max = 200) String title,

            @Nullable @Size(max = 200) String titleEn,

            @Nullable UUID unitId,
            @Min(1) @Max(MOST_MINUTES) int minutes,
            boolean open) {}

    /// @param before the item it comes to stand before; null for the end
    record MoveAgendaItem(@Nullable @Size(max = 80) String before) {}

    record DropAgendaItem(@PlainText(max = 200) String reason) {}

    @GetMapping
    AgendaAnswer getAgenda(@PathVariable UUID id) {
        var meeting = meeting(id);
        access.require(Permission.SEE_INTERNAL, meeting.scope());
        return answer(meeting, agendas.of(meeting));
    }

    @PostMapping("/items")
    AgendaAnswer addAgendaItem(@PathVariable UUID id, @Valid @RequestBody AddAgendaItem body) {
        var meeting = prepared(id);
        if (body.kind != ItemKind.TOPIC && body.kind != ItemKind.AGENCY && body.kind != ItemKind.OTHER) {
            throw Problem.bad(
                    "agenda-kind",
                    "이 종류의 안건은 저절로 들어옵니다. 토의 주제, 외부 기관, 기타만 직접 넣을 수 있습니다.",
                    "Items of this kind come by themselves; add a topic, an agency or something else.");
        }
        var content = content(meeting, body.title, body.titleEn, body.unitId, body.minutes, body.open);
        var item = new Item(
                "added-" + UUID.randomUUID(),
                body.kind,
                content.title(),
                content.titleEn(),
                "진행하는 사람이 직접 넣었습니다.",
                "Added by hand.",
                content.unit(),
                null,
                content.minutes(),
                content.open());
        return edit(meeting, new Edit.Add(item));
    }

    @PutMapping("/items/{key}")
    AgendaAnswer changeAgendaItem(
            @PathVariable UUID id, @PathVariable String key, @Valid @RequestBody ChangeAgendaItem body) {
        var meeting = prepared(id);
        return edit(
                meeting,
                new Edit.Change(key, content(meeting, body.title, body.titleEn, body.unitId, body.minutes, body.open)));
    }

    @PostMapping("/items/{key}/move")
    AgendaAnswer moveAgendaItem(
            @PathVariable UUID id, @PathVariable String key, @Valid @RequestBody MoveAgendaItem body) {
        return edit(prepared(id), new Edit.Move(key, body.before));
    }

    @PostMapping("/items/{key}/drop")
    AgendaAnswer dropAgendaItem(
            @PathVariable UUID id, @PathVariable String key, @Valid @RequestBody DropAgendaItem body) {
        return edit(prepared(id), new Edit.Drop(key, body.reason.strip()));
    }

    @PostMapping("/items/{key}/start")
    AgendaAnswer startAgendaItem(@PathVariable UUID id, @PathVariable String key) {
        var meeting = prepared(id);
        return answer(meeting, agendas.start(meeting, key));
    }

    /// Ends the item that runs.
    @PostMapping("/finish")
    AgendaAnswer finishAgendaItem(@PathVariable UUID id) {
        var meeting = prepared(id);
        return answer(meeting, agendas.finish(meeting));
    }

    private AgendaAnswer edit(MeetingView meeting, Edit edit) {
        return answer(meeting, agendas.edit(meeting, edit, access.current().name()));
    }

    private MeetingView meeting(UUID id) {
        return meetings.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
    }

    private MeetingView prepared(UUID id) {
        var meeting = meeting(id);
        access.require(Permission.PREPARE, meeting.scope());
        return meeting;
    }

    private Item.Content content(
            MeetingView meeting,
            String title,
            @Nullable String titleEn,
            @Nullable UUID unit,
            int minutes,
            boolean open) {
        if (unit != null && directory.unit(new UnitId(unit), meeting.date()).isEmpty()) {
            throw Problem.bad(
                    "agenda-unit", "회의 날에 없는 부서·기관입니다.", "The unit does not exist on the day of the meeting.");
        }
        var english = titleEn == null || titleEn.isBlank() ? title : titleEn;
        return new Item.Content(title.strip(), english.strip(), unit == null ? null : new UnitId(unit), minutes, open);
    }

    private AgendaAnswer answer(MeetingView meeting, Agenda agenda) {
        boolean mayEdit = access.permissions(access.current(), meeting.scope()).contains(Permission.PREPARE);
        var files = attachments.of(meeting.id());
        return new AgendaAnswer(
                agenda.items().stream()
                        .map(item -> answer(meeting, agenda, item, files))
                        .toList(),
                agenda.minutes(),
                meeting.minutes(),
                agenda.fixed(),
                mayEdit,
                agendas.log(meeting.id()).stream().map(AgendaApi::answer).toList());
    }

    private AgendaItemAnswer answer(MeetingView meeting, Agenda agenda, Item item, List<ItemAttachments.Beside> files) {
        var runs = agenda.runs().stream()
                .filter(run -> run.key().equals(item.key()))
                .toList();
        var last = runs.isEmpty() ? null : runs.getLast();
        long spent = runs.stream()
                .mapToLong(run -> run.endedAt() == null
                        ? 0
                        : run.endedAt().getEpochSecond() - run.startedAt().getEpochSecond())
                .sum();
        var unit = item.unit();
        return new AgendaItemAnswer(
                item.key(),
                item.kind(),
                item.title(),
                item.titleEn(),
                item.why(),
                item.whyEn(),
                unit == null ? null : unit.value(),
                unit == null
                        ? null
                        : directory.unit(unit, meeting.date()).map(Unit::name).orElse(null),
                item.minutes(),
                item.open(),
                last == null ? null : last.startedAt(),
                last == null ? null : last.endedAt(),
                spent,
                files.stream()
                        .filter(one -> one.key().equals(item.key()))
                        .map(one -> AttachmentAnswer.of(one.attachment()))
                        .toList());
    }

    private static AgendaEditAnswer answer(AgendaStore.Logged logged) {
        var what = switch (logged.edit()) {
            case Edit.Add _ -> "ADD";
            case Edit.Change _ -> "CHANGE";
            case Edit.Move _ -> "MOVE";
            case Edit.Drop _ -> "DROP";
        };
        var reason = logged.edit() instanceof Edit.Drop drop ? drop.reason() : null;
        return new AgendaEditAnswer(what, logged.edit().key(), logged.by(), logged.at(), reason);
    }
}
