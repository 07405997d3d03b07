package org.onmaru.server.city.push;

import java.util.Locale;

/// In which language a browser shows what is pushed to it.
public enum Language {
    KO,
    EN;

    public String pick(String korean, String english) {
        return this == EN && !english.isEmpty() ? english : korean;
    }

    /// As HTML names it.
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
