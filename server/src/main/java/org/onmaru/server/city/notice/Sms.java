package org.onmaru.server.city.notice;

/// How long a text message is, as Korean networks count: bytes of EUC-KR.
public final class Sms {

    /// What a short message (SMS) holds; anything longer goes as a long one (LMS) and costs more.
    public static final int SHORT = 90;

    private Sms() {}

    /// As a gateway wants to know it.
    public enum Kind {
        SMS,
        LMS
    }

    /// One for ASCII, two for everything else.
    public static int bytes(String text) {
        return text.codePoints().map(point -> point < 0x80 ? 1 : 2).sum();
    }

    public static Kind kind(String text) {
        return bytes(text) <= SHORT ? Kind.SMS : Kind.LMS;
    }

    /// The first of these that a short message holds; the first of all when none does.
    public static String fitting(String best, String... shorter) {
        for (var wording : shorter) {
            if (bytes(best) > SHORT && bytes(wording) <= SHORT) {
                return wording;
            }
        }
        return best;
    }
}
