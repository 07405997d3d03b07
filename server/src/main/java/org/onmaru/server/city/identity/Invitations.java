package org.onmaru.server.city.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Links into one meeting: single-purpose, expiring, revocable, claimed once.
@Component
public class Invitations {

    /// What a link may make of somebody; nobody runs a meeting by a link.
    private static final Set<Role> GIVABLE = Set.of(Role.GUEST, Role.ATTENDEE, Role.SPEAKER);

    private static final String COLUMNS = """
            SELECT id, meeting_id, label, role, unit_id, expires_at, revoked_at, used_at, guest_id, guest_name
            FROM identity_invitation\s""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Invitations(JdbcClient jdbc, Clock clock, Audit audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /// A new link with its secret, which is shown this once.
    public record Made(Invitation invitation, String token) {}

    @Transactional
    public Made create(UUID meeting, String label, Role role, @Nullable UnitId unit, Instant expiresAt) {
        if (!GIVABLE.contains(role)) {
            throw Problem.bad(
                    "invitation-role",
                    "초대 링크로는 손님, 참석자, 발언자만 들어올 수 있습니다.",
                    "A link can make somebody a guest, an attendee or a speaker only.");
        }
        if (!expiresAt.isAfter(clock.instant())) {
            throw Problem.bad("invitation-expiry", "만료 시각이 이미 지났습니다.", "The expiry has already passed.");
        }
        var id = UUID.randomUUID();
        var token = Secret.next();
        jdbc.sql("""
                INSERT INTO identity_invitation
                    (id, token_hash, meeting_id, label, role, unit_id, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(Secret.hash(token))
                .param(meeting)
                .param(label.strip())
                .param(role.name())
                .param(unit == null ? null : unit.value())
                .param(Timestamp.from(clock.instant()))
                .param(Timestamp.from(expiresAt))
                .update();
        var made = new Invitation(id, meeting, label, role, unit, expiresAt, Invitation.State.OPEN, null);
        audit.changed("invitation.created", subject(made), null, made);
        return new Made(made, token);
    }

    public List<Invitation> of(UUID meeting) {
        return jdbc
                .sql(COLUMNS + "WHERE meeting_id = ? ORDER BY created_at, id")
                .param(meeting)
                .query(this::row)
                .list()
                .stream()
                .map(Row::invitation)
                .toList();
    }

    /// Ends the link, and the visit of whoever came by it.
    @Transactional
    public void revoke(UUID meeting, UUID invitation) {
        var revoked = jdbc.sql("""
                UPDATE identity_invitation SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? AND meeting_id = ?
                RETURNING id, meeting_id, label, role, unit_id, expires_at, revoked_at, used_at, guest_id, guest_name""")
                .params(Timestamp.from(clock.instant()), invitation, meeting)
                .query(this::row)
                .optional()
                .orElseThrow(Invitations::missing);
        audit.changed("invitation.revoked", subject(revoked.invitation), null, revoked.invitation);
        var guest = revoked.guest;
        if (guest != null) {
            events.publishEvent(new InvitationRevoked(meeting, guest));
        }
    }

    public Invitation byToken(String token) {
        return rowOf(token, "").invitation;
    }

    /// The guest's id; the first to come claims the link, and may come back with the same browser.
    @Transactional
    UUID claim(String token, String name, Actor returning) {
        var row = rowOf(token, "FOR UPDATE");
        return switch (row.invitation.state()) {
            case REVOKED ->
                throw Problem.gone(
                        "invitation-revoked",
                        "취소된 초대입니다. 초대한 부서에 문의하십시오.",
                        "This invitation was withdrawn; please ask whoever invited you.");
            case EXPIRED ->
                throw Problem.gone(
                        "invitation-expired",
                        "기한이 지난 초대입니다. 초대한 부서에 새 링크를 부탁하십시오.",
                        "This invitation has expired; please ask for a new link.");
            case USED -> {
                var guest = Objects.requireNonNull(row.guest);
                if (returning instanceof Actor.Guest back && back.id().equals(guest)) {
                    yield guest;
                }
                throw Problem.gone(
                        "invitation-used",
                        "이미 다른 기기에서 쓴 초대입니다. 처음 연 브라우저에서 다시 여십시오.",
                        "This invitation was already used; open it in the browser that used it first.");
            }
            case OPEN -> {
                var guest = UUID.randomUUID();
                jdbc.sql("UPDATE identity_invitation SET used_at = ?, guest_id = ?, guest_name = ? WHERE id = ?")
                        .params(Timestamp.from(clock.instant()), guest, name.strip(), row.invitation.id())
                        .update();
                audit.changed("invitation.used", subject(row.invitation), null, rowOf(token, "").invitation);
                yield guest;
            }
        };
    }

    /// Who came by a link that still holds.
    Optional<Actor.Guest> guest(UUID id) {
        return jdbc.sql(COLUMNS + "WHERE guest_id = ? AND revoked_at IS NULL AND expires_at > ?")
                .params(id, Timestamp.from(clock.instant()))
                .query(this::row)
                .optional()
                .map(row -> row.invitation)
                .map(i -> new Actor.Guest(id, Objects.requireNonNull(i.usedBy()), i.meeting(), i.role(), i.unit()));
    }

    /// Those of these guests whose link does not hold any more.
    public Set<UUID> withoutAccess(Collection<UUID> guests) {
        if (guests.isEmpty()) {
            return Set.of();
        }
        var without = new HashSet<>(guests);
        jdbc.sql("SELECT guest_id FROM identity_invitation"
                        + " WHERE guest_id IN (:guests) AND revoked_at IS NULL AND expires_at > :now")
                .param("guests", guests)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .list()
                .forEach(without::remove);
        return without;
    }

    private static Subject subject(Invitation invitation) {
        return Subject.of("invitation", invitation.id());
    }

    private Row rowOf(String token, String lock) {
        return jdbc.sql(COLUMNS + "WHERE token_hash = ? " + lock)
                .param(Secret.hash(token))
                .query(this::row)
                .optional()
                .orElseThrow(Invitations::missing);
    }

    private static Problem missing() {
        return Problem.missing(
                "invitation-missing",
                "초대 링크가 맞지 않습니다. 받은 링크를 그대로 여십시오.",
                "There is no such invitation; open the link exactly as you received it.");
    }

    private record Row(Invitation invitation, @Nullable UUID guest) {}

    private Row row(ResultSet row, int number) throws SQLException {
        var unit = row.getObject("unit_id", UUID.class);
        var expiresAt = row.getTimestamp("expires_at").toInstant();
        var state = row.getTimestamp("revoked_at") != null
                ? Invitation.State.REVOKED
                : !expiresAt.isAfter(clock.instant())
                        ? Invitation.State.EXPIRED
                        : row.getTimestamp("used_at") != null ? Invitation.State.USED : Invitation.State.OPEN;
        return new Row(
                new Invitation(
                        row.getObject("id", UUID.class),
                        row.getObject("meeting_id", UUID.class),
                        row.getString("label"),
                        Role.valueOf(row.getString("role")),
                        unit == null ? null : new UnitId(unit),
                        expiresAt,
                        state,
                        row.getString("guest_name")),
                row.getObject("guest_id", UUID.class));
    }
}
