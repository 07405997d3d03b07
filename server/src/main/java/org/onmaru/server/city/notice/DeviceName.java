package org.onmaru.server.city.notice;

import java.util.List;
import java.util.Map;

/// What people call a browser by, of what it says of itself; product names alone, the same in every language.
final class DeviceName {

    /// Longest that is looked at.
    private static final int MOST = 500;

    /// The first that is in it: later ones are said by everybody.
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Whale/", "Whale"),
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "Mac"),
            Map.entry("CrOS", "Chromebook"),
            Map.entry("Linux", "Linux"));

    private DeviceName() {}

    /// E.g. Chrome · Android.
    static String of(String userAgent) {
        var said = userAgent.substring(0, Math.min(MOST, userAgent.length()));
        return first(BROWSERS, said, "Browser") + " · " + first(SYSTEMS, said, "?");
    }

    private static String first(List<Map.Entry<String, String>> known, String said, String otherwise) {
        return known.stream()
                .filter(each -> said.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
