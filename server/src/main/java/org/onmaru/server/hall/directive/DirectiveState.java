package org.onmaru.server.hall.directive;

import java.util.Arrays;
import java.util.List;

/// How far a directive has come.
public enum DirectiveState {
    ISSUED("지시", "issued", true),
    ACKNOWLEDGED("접수", "acknowledged", true),
    IN_PROGRESS("추진 중", "in progress", true),
    /// The owner says so; nobody has looked yet.
    DONE("완료 보고", "reported done", true),
    /// Back at the owner, with a reason.
    RETURNED("보완 요구", "returned", true),
    VERIFIED("확인 완료", "verified", false),
    /// Goes on as part of another.
    MERGED("병합", "merged", false),
    CANCELLED("취소", "cancelled", false);

    private final String ko;
    private final String en;
    private final boolean open;

    DirectiveState(String ko, String en, boolean open) {
        this.ko = ko;
        this.en = en;
        this.open = open;
    }

    /// Whether it is still carried over.
    public boolean open() {
        return open;
    }

    static List<DirectiveState> openOnes() {
        return Arrays.stream(values()).filter(DirectiveState::open).toList();
    }

    public String ko() {
        return ko;
    }

    String en() {
        return en;
    }
}
