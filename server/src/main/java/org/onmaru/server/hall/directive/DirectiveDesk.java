package org.onmaru.server.hall.directive;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Issues directives and moves them through their life.
@Component
public class DirectiveDesk {

    private final DirectiveStore store;
    private final StepStore steps;
    private final DirectiveBook book;
    private final OwnerBook owners;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DirectiveDesk(
            DirectiveStore store,
            StepStore steps,
            DirectiveBook book,
            OwnerBook owners,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.steps = steps;
        this.book = book;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /// A step somebody wants to take.
    ///
    /// @param version what they saw
    /// @param reason empty when they gave none
    /// @param into for a merge
    /// @param unit for a reassignment
    public record Order(
            DirectiveMove move,
            int version,
            String reason,
            String note,
            @Nullable DirectiveId into,
            @Nullable UnitId unit) {}

    /// One directive of each owner; the same capture again answers with what is there.
    @Transactional(propagation = Propagation.MANDATORY)
    List<Directive> issue(Capture capture, Viewer by) {
        if (!store.insert(capture)) {
            var there = store.ofCapture(capture.id());
            if (!store.content(capture.id()).equals(capture.content())) {
                throw Problem.conflict(
                        "directive-captured",
                        "이미 저장한 지시사항입니다(" + there.getFirst().label() + "). 고치려면 새 줄로 적고 앞의 것을 취소하십시오.",
                        "This line is saved already as " + there.getFirst().label()
                                + "; write a new one and cancel the former.");
            }
            return there;
        }
        var issued = new ArrayList<Directive>();
        for (var owner : capture.owners()) {
            var meeting = capture.meeting();
            var year = meeting.date().getYear();
            var asked = capture.asked();
            var directive = new Directive(
                    new DirectiveId(UUID.randomUUID()),
                    capture.id(),
                    meeting.series(),
                    meeting.id(),
                    meeting.date(),
                    meeting.rehearsal(),
                    year,
                    meeting.rehearsal() ? null : Integer.valueOf(store.nextNumber(meeting.series(), year)),
                    capture.sentence(),
                    owner.unit(),
                    owner.name(),
                    asked == null ? null : asked.unit(),
                    asked == null ? null : asked.name(),
                    capture.due(),
                    capture.givenBy(),
                    capture.saidAt(),
                    DirectiveState.ISSUED,
                    null,
                    null,
                    1);
            issued.add(directive);
            store.insert(directive, issued.size());
            write("ISSUE", null, directive, by, "", "");
            audit.changed("directive.issued", subject(directive.id()), null, directive);
        }
        announce(issued.getFirst());
        return issued;
    }

    /// @throws Denied when it is not theirs to do
    /// @throws Problem when somebody was faster, or the step is not possible
    @Transactional
    public Directive move(DirectiveId id, Order order, Viewer by) {
        var into = order.into;
        Stream.of(Optional.of(id), Optional.ofNullable(order.move == DirectiveMove.MERGE ? into : null))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(DirectiveId::value))
                .forEach(store::lock); // in one order, so that two merges never wait for each other
        var before = book.get(id, by);
        requireRight(order.move, before, by);
        if (before.version() != order.version) {
            throw faster(before);
        }
        if (order.move.needsReason() && order.reason.isBlank()) {
            throw Problem.bad("directive-reason", "사유를 적으십시오.", "Write the reason.");
        }
        var now = clock.instant();
        var after = switch (order.move) {
            case MERGE -> before.mergedInto(book.get(named(into), by), now);
            case REASSIGN -> reassigned(before, named(order.unit), now);
            case ACKNOWLEDGE, START, FINISH, VERIFY, RETURN, CANCEL -> before.after(order.move, now);
        };
        store.update(after);
        write(order.move.name(), before, after, by, order.reason.strip(), order.note.strip());
        audit.changed(order.move.action(), subject(id), before, after);
        announce(after);
        return after;
    }

    private Directive reassigned(Directive before, UnitId unit, Instant now) {
        var owner = owners.require(unit, LocalDate.now(clock));
        return before.reassigned(owner.unit(), owner.name(), now);
    }

    private void requireRight(DirectiveMove move, Directive directive, Viewer by) {
        if (by.may(move, directive)) {
            return;
        }
        if (move.by() == DirectiveMove.By.KEEPER) {
            throw new Denied(by.person(), Permission.KEEP_DIRECTIVES);
        }
        audit.refused("owner", subject(directive.id()));
        throw Problem.forbidden(
                "not-allowed",
                "담당 부서·기관(" + directive.unitName() + ")의 사람만 " + move.ko() + " 수 있습니다.",
                "Only people of the unit that owns it, " + directive.unitName() + ", may do this.");
    }

    private Problem faster(Directive now) {
        var last = steps.last(now.id().value());
        return Problem.conflict(
                "directive-changed",
                "그 사이 " + Viewer.plate(last.byPost(), last.byName()) + " 님이 바꿨습니다("
                        + now.state().ko() + "). 새 내용을 보고 다시 하십시오.",
                Viewer.plate(last.byPost(), last.byName()) + " changed it meanwhile: it is "
                        + now.state().en() + ". Look at it and try again.");
    }

    private void write(
            String move, @Nullable Directive before, Directive after, Viewer by, String reason, String note) {
        var person = by.person();
        var from = before == null ? null : before.state().name();
        steps.append(
                after.id().value(),
                after.version(),
                new Step(
                        move,
                        from,
                        after.state().name(),
                        clock.instant(),
                        person.id().value(),
                        person.name(),
                        person.post(),
                        after.unitName(),
                        reason,
                        note));
    }

    private void announce(Directive changed) {
        events.publishEvent(new DirectivesChanged(
                changed.series(),
                changed.meetingDate(),
                changed.rehearsal() ? changed.meeting() : null,
                clock.instant()));
    }

    private static <T> T named(@Nullable T value) {
        if (value == null) {
            throw Problem.bad(
                    "directive-whereto", "어느 지시사항이나 부서·기관으로 보낼지 고르십시오.", "Choose which directive or unit it goes to.");
        }
        return value;
    }

    private static Subject subject(DirectiveId id) {
        return Subject.of("directive", id.value());
    }
}
