package org.onmaru.server.hall.meeting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Invitation;
import org.onmaru.server.city.identity.Invitations;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.problem.PlainText;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.settings.PublicAddress;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Invitation links of a meeting.
@RestController
@RequestMapping("/api/v1")
class InvitationsApi {

    /// A link without an expiry lives this long after the meeting's start.
    private static final Duration DEFAULT_LIFE = Duration.ofHours(24);

    private static final Duration LONGEST_LIFE = Duration.ofDays(90);

    private final Access access;
    private final Meetings meetings;
    private final Invitations invitations;
    private final Directory directory;
    private final PublicAddress address;
    private final Clock clock;

    InvitationsApi(
            Access access,
            Meetings meetings,
            Invitations invitations,
            Directory directory,
            PublicAddress address,
            Clock clock) {
        this.access = access;
        this.meetings = meetings;
        this.invitations = invitations;
        this.directory = directory;
        this.address = address;
        this.clock = clock;
    }

    record InvitationAnswer(
            UUID id,
            String label,
            Role role,
            @Nullable UUID unitId,
            @Nullable String unit,
            Instant expiresAt,
            Invitation.State state,
            @Nullable String usedBy) {}

    /// @param url the link with its secret, shown this once
    record CreatedInvitation(InvitationAnswer invitation, String url) {}

    record CreateInvitation(
            @PlainText String label,
            @NotNull Role role,
            @Nullable UUID unitId,
            @Nullable Instant expiresAt) {}

    /// What somebody who holds a link may know.
    record InvitationCard(
            String meetingTitle,
            Instant startsAt,
            String label,
            @Nullable String unit,
            Invitation.State state) {}

    @GetMapping("/meetings/{id}/invitations")
    List<InvitationAnswer> listInvitations(@PathVariable UUID id) {
        var meeting = required(id);
        return invitations.of(meeting.id().value()).stream().map(this::answer).toList();
    }

    @PostMapping("/meetings/{id}/invitations")
    CreatedInvitation createInvitation(
            @PathVariable UUID id, @Valid @RequestBody CreateInvitation body, HttpServletRequest request) {
        var meeting = required(id);
        if (meeting.state() == MeetingState.ADJOURNED || meeting.state() == MeetingState.CANCELLED) {
            throw Problem.conflict(
                    "meeting-over", "끝난 회의에는 초대할 수 없습니다.", "The meeting is over; nobody can be invited.");
        }
        if (body.unitId != null
                && directory.unit(new UnitId(body.unitId), LocalDate.now(clock)).isEmpty()) {
            throw Problem.bad("unit-missing", "그런 부서·기관이 없습니다.", "There is no such unit.");
        }
        var later = meeting.startsAt().isAfter(clock.instant()) ? meeting.startsAt() : clock.instant();
        var expiresAt = body.expiresAt == null ? later.plus(DEFAULT_LIFE) : body.expiresAt;
        if (expiresAt.isAfter(clock.instant().plus(LONGEST_LIFE))) {
            throw Problem.bad(
                    "invitation-expiry", "초대는 90일까지만 유효할 수 있습니다.", "An invitation holds for 90 days at most.");
        }
        var made = invitations.create(
                id, body.label, body.role, body.unitId == null ? null : new UnitId(body.unitId), expiresAt);
        return new CreatedInvitation(answer(made.invitation()), address.of(request) + "/i/" + made.token());
    }

    @DeleteMapping("/meetings/{id}/invitations/{invitationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeInvitation(@PathVariable UUID id, @PathVariable UUID invitationId) {
        required(id);
        invitations.revoke(id, invitationId);
    }

    @GetMapping("/invitations/{token}")
    InvitationCard getInvitation(@PathVariable String token) {
        var invitation = invitations.byToken(token);
        var meeting = meetings.find(new MeetingId(invitation.meeting())).orElseThrow();
        return new InvitationCard(
                meeting.title(),
                meeting.startsAt(),
                invitation.label(),
                unitName(invitation.unit()),
                invitation.state());
    }

    private MeetingView required(UUID id) {
        var meeting = meetings.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("meeting-missing", "그런 회의가 없습니다.", "There is no such meeting."));
        access.require(Permission.INVITE, meeting.scope());
        return meeting;
    }

    private InvitationAnswer answer(Invitation invitation) {
        var unit = invitation.unit();
        return new InvitationAnswer(
                invitation.id(),
                invitation.label(),
                invitation.role(),
                unit == null ? null : unit.value(),
                unitName(unit),
                invitation.expiresAt(),
                invitation.state(),
                invitation.usedBy());
    }

    private @Nullable String unitName(@Nullable UnitId unit) {
        return unit == null
                ? null
                : directory.unit(unit, LocalDate.now(clock)).map(Unit::name).orElse(null);
    }
}
