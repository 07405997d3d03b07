package org.onmaru.media.scene;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who somebody is, as the name plate says it. Missing parts are empty and left out.
public record Plate(String unit, String post, String name) {

    /// `강천면 · 면장 김여주`.
    public String text() {
        String person = joined(" ", post, name);
        return joined(" · ", unit, person);
    }

    /// What stands above the name on a card: `강천면 · 면장`.
    public String office() {
        return joined(" · ", unit, post);
    }

    private static String joined(String between, String first, String second) {
        return Stream.of(first.strip(), second.strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }
}
