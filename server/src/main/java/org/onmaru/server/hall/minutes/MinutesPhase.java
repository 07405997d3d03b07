package org.onmaru.server.hall.minutes;

/// How far the minutes are.
public enum MinutesPhase {
    /// Clerks write, and what the system knows flows in.
    DRAFT("초안"),
    /// Attendees ask for corrections; clerks still write.
    REVIEW("정정 요청 기간"),
    /// What it says is fixed, and its signers sign it.
    SIGNING("서명 중"),
    /// Everybody signed: it never changes again.
    FINAL("확정"),
    /// Everybody may read what is public of it.
    PUBLISHED("공개");

    private final String ko;

    MinutesPhase(String ko) {
        this.ko = ko;
    }

    public String ko() {
        return ko;
    }

    /// Whether clerks may write.
    public boolean open() {
        return this == DRAFT || this == REVIEW;
    }

    /// Whether the version that is worked on has all its signatures.
    public boolean signed() {
        return this == FINAL || this == PUBLISHED;
    }
}
