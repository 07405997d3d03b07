package org.onmaru.server.hall.agenda;

import java.util.UUID;
import org.onmaru.server.hall.figures.ChartChoice;
import org.onmaru.server.hall.figures.ChartFacts;

/// What was put on the stage for the item that is being talked about.
///
/// @param key of the item
/// @param open whether the item was public when it was put there: no other may ever be broadcast. When the item becomes
///     internal or public, the slide comes off
public record Slide(String key, boolean open, Content content) {

    public sealed interface Content {}

    /// A page of a file beside the item.
    ///
    /// @param name of the file
    /// @param page from 1
    /// @param pages of the file
    public record Page(UUID attachment, String name, int page, int pages) implements Content {}

    /// A chart of the city's figures.
    ///
    /// @param facts what it says now
    /// @param print names exactly these facts: others have another
    public record Chart(ChartChoice choice, ChartFacts facts, String print) implements Content {}
}
