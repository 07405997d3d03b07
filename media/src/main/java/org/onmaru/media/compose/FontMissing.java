package org.onmaru.media.compose;

/// No font of this machine can show Korean. Both sentences are for the operator.
public final class FontMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// For `Event.Problem`.
    public static final String CODE = "font-missing";

    private final String ko;
    private final String en;

    FontMissing(String ko, String en) {
        super(ko + " / " + en);
        this.ko = ko;
        this.en = en;
    }

    public String ko() {
        return ko;
    }

    public String en() {
        return en;
    }
}
