package org.onmaru.server.hall.directive;

import static org.onmaru.server.hall.directive.DirectiveState.*;

import java.util.EnumSet;
import java.util.Set;

/// One step in a directive's life: from where to where, by whom, and whether it needs a reason.
public enum DirectiveMove {
    ACKNOWLEDGE("acknowledged", By.OWNER, EnumSet.of(ISSUED), ACKNOWLEDGED, false, "접수할", "acknowledged"),
    START("started", By.OWNER, EnumSet.of(ACKNOWLEDGED, RETURNED), IN_PROGRESS, false, "추진을 시작할", "started"),
    FINISH("done", By.OWNER, EnumSet.of(IN_PROGRESS), DONE, false, "완료를 보고할", "reported done"),
    VERIFY("verified", By.KEEPER, EnumSet.of(DONE), VERIFIED, false, "확인할", "verified"),
    RETURN("returned", By.KEEPER, EnumSet.of(DONE), RETURNED, true, "보완을 요구할", "returned"),
    MERGE("merged", By.KEEPER, open(), MERGED, true, "다른 지시사항에 합칠", "merged"),
    CANCEL("cancelled", By.KEEPER, open(), CANCELLED, true, "취소할", "cancelled"),
    /// To another unit, which begins anew.
    REASSIGN("reassigned", By.KEEPER, open(), ISSUED, true, "다른 부서로 옮길", "moved to another unit");

    /// Whose step it is.
    public enum By {
        /// People in a post of the unit that owns it, acting ones too.
        OWNER,
        /// Those who keep the directives of the series: chair, host, clerk.
        KEEPER
    }

    private final String audited;
    private final By by;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<DirectiveState> from;

    private final DirectiveState to;
    private final boolean reasoned;
    private final String ko;
    private final String en;

    DirectiveMove(
            String audited,
            By by,
            Set<DirectiveState> from,
            DirectiveState to,
            boolean reasoned,
            String ko,
            String en) {
        this.audited = audited;
        this.by = by;
        this.from = Set.copyOf(from);
        this.to = to;
        this.reasoned = reasoned;
        this.ko = ko;
        this.en = en;
    }

    private static Set<DirectiveState> open() {
        return EnumSet.copyOf(DirectiveState.openOnes());
    }

    public By by() {
        return by;
    }

    public boolean isPossibleFrom(DirectiveState state) {
        return from.contains(state);
    }

    DirectiveState to() {
        return to;
    }

    boolean needsReason() {
        return reasoned;
    }

    /// As the audit calls it.
    String action() {
        return "directive." + audited;
    }

    String ko() {
        return ko;
    }

    String en() {
        return en;
    }
}
