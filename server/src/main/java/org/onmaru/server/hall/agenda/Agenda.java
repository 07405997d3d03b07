package org.onmaru.server.hall.agenda;

import java.util.List;
import java.util.Optional;

/// The agenda of one meeting.
///
/// @param fixed true once the meeting began: it assembles itself no more, only late reports come in as addenda
public record Agenda(List<Item> items, List<Run> runs, boolean fixed) {

    public Agenda {
        items = List.copyOf(items);
        runs = List.copyOf(runs);
    }

    public Optional<Item> item(String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    /// What is being talked about.
    public Optional<Running> running() {
        return runs.stream()
                .filter(run -> run.endedAt() == null)
                .findFirst()
                .flatMap(run -> item(run.key()).map(item -> new Running(item, run)));
    }

    /// Minutes allotted to all items together.
    public int minutes() {
        return items.stream().mapToInt(Item::minutes).sum();
    }

    /// An item and since when.
    public record Running(Item item, Run run) {}
}
