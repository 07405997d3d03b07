package org.onmaru.server.city.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.AuditTrail;
import org.onmaru.server.city.audit.Entry;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit, for administrators.
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {

    private static final int PAGE = 100;

    private final Access access;
    private final AuditTrail trail;

    AuditApi(Access access, AuditTrail trail) {
        this.access = access;
        this.trail = trail;
    }

    /// @param before JSON text of what it was
    /// @param after JSON text of what it is
    record AuditEntry(
            long number,
            Instant at,
            @Schema(example = "person") String actorKind,
            @Nullable UUID actorId,
            String actorName,
            @Schema(example = "meeting.opened") String action,
            String subjectKind,
            @Nullable String subjectId,
            @Nullable String before,
            @Nullable String after) {

        static AuditEntry of(Entry entry) {
            var by = entry.by();
            var subject = entry.subject();
            return new AuditEntry(
                    entry.number(),
                    entry.at(),
                    by.kind(),
                    by.id(),
                    by.name(),
                    entry.action(),
                    subject.kind(),
                    subject.id(),
                    entry.before(),
                    entry.after());
        }
    }

    /// @param brokenAt the first entry that is missing or was changed; null when the record is whole
    record AuditProof(long entries, @Nullable Long brokenAt) {}

    /// A page of entries, newest first.
    ///
    /// @param below only numbers below this one; the last number of the page before
    @GetMapping
    List<AuditEntry> listAudit(
            @RequestParam(required = false) @Nullable Long below,
            @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable String subjectId,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String action) {
        access.require(Permission.ADMINISTER, Scope.city());
        var wanted = new AuditTrail.Wanted(subjectKind, subjectId, actor, action);
        return trail.find(wanted, below == null ? Long.MAX_VALUE : below, PAGE).stream()
                .map(AuditEntry::of)
                .toList();
    }

    /// Reads the whole record and says whether anybody touched it.
    @GetMapping("/proof")
    AuditProof proveAudit() {
        access.require(Permission.ADMINISTER, Scope.city());
        var proof = trail.prove();
        return new AuditProof(proof.entries(), proof.brokenAt());
    }
}
