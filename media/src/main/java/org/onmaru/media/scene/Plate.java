package org.onmaru.media.scene;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who somebody is, as the name plate says it. Missing parts are empty and left out.
public record Plate(String unit, String post, String name) {

    private static final String HEAD = "장";

    /// `강천면장 김여주`, `강천면 · 총무팀장 김여주`.
    public String text() {
        return headsUnit() ? joined(" ", office(), name) : joined(" · ", unit, joined(" ", post, name));
    }

    /// What stands above the name on a card: `강천면장`, `강천면 · 총무팀장`.
    public String office() {
        return headsUnit() ? unit.strip() + post.strip().substring(headless().length()) : joined(" · ", unit, post);
    }

    /// Whether the post is said in one word with the unit, as people say it: `강천면` and `면장`.
    private boolean headsUnit() {
        return !headless().isEmpty() && unit.strip().endsWith(headless());
    }

    /// `면` of `면장` and of `면장 직무대리`; empty of a post that heads nothing.
    private String headless() {
        String first = post.strip().split(" ", 2)[0];
        return first.endsWith(HEAD) ? first.substring(0, first.length() - 1) : "";
    }

    private static String joined(String between, String first, String second) {
        return Stream.of(first.strip(), second.strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }
}
