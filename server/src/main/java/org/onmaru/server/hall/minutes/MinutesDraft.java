package org.onmaru.server.hall.minutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.writing.TextMerge;

/// Minutes as they stand now: what clerks wrote, over what the system knows. While they grow, what it learns is merged
/// into what was written as one more writer's words, so that neither is lost.
///
/// @param fields by name: the facts' first, then paragraphs in the order in which they were begun
/// @param items of the agenda; then any that went off it after something had been written
public record MinutesDraft(Map<String, Field> fields, List<Item> items) {

    /// What stands in a field.
    ///
    /// @param by who wrote it last; empty for the system
    /// @param at null for the system
    public record Field(String value, String by, @Nullable Instant at) {}

    /// An item of the agenda.
    ///
    /// @param open whether everybody may know of it
    public record Item(String key, String title, boolean open) {}

    /// What somebody wrote.
    ///
    /// @param ground what the system knew then; null once nothing flows in
    /// @param byId null for the system
    record Written(
            String field,
            String value,
            @Nullable String ground,
            @Nullable UUID byId,
            String by,
            Instant at) {

        /// Together with what the system knows by now.
        String with(String fact, boolean grows) {
            if (!grows || ground == null) {
                return value;
            }
            // A place or an hour has one value: whoever wrote it before the system knew it knew better.
            boolean one = ground.isBlank() && MinutesField.isLine(field);
            return one && !value.isBlank() ? value : TextMerge.merge(ground, fact, value);
        }
    }

    static MinutesDraft of(Facts facts, List<Written> written, boolean grows) {
        var fields = new LinkedHashMap<String, Field>();
        if (grows) {
            facts.texts().forEach((field, text) -> fields.put(field, new Field(text, "", null)));
        }
        for (var one : written) {
            var value = one.with(facts.text(one.field), grows);
            fields.put(one.field, new Field(value, one.by, one.byId == null ? null : one.at));
        }
        return new MinutesDraft(fields, items(facts, fields));
    }

    /// Nothing that was written is lost when its item goes off the agenda, and nothing of it is public.
    private static List<Item> items(Facts facts, Map<String, Field> fields) {
        var items = new ArrayList<>(facts.items());
        Set<String> known = facts.items().stream().map(Item::key).collect(Collectors.toSet());
        known.add(MinutesField.WHOLE);
        var gone = new LinkedHashSet<String>();
        fields.forEach((field, now) -> {
            var parts = field.split("/", -1);
            if (parts.length > 1 && !now.value.isBlank() && !known.contains(parts[1])) {
                gone.add(parts[1]);
            }
        });
        gone.forEach(key -> items.add(new Item(key, "의사일정에서 뺀 안건", false)));
        return List.copyOf(items);
    }

    public String value(String field) {
        var there = fields.get(field);
        return there == null ? "" : there.value;
    }

    /// What would be signed of it.
    public MinutesContent content() {
        return new MinutesContent(
                value(MinutesField.NAME).strip(),
                value(MinutesField.BODY).strip(),
                value(MinutesField.STARTED).strip(),
                value(MinutesField.ENDED).strip(),
                value(MinutesField.PLACE).strip(),
                lines(MinutesField.ATTENDEES),
                lines(MinutesField.OBSERVERS),
                lines(MinutesField.COURSE),
                part(MinutesField.WHOLE, "", true),
                items.stream().map(this::part).toList());
    }

    private MinutesContent.Part part(Item item) {
        var title = value(MinutesField.title(item.key())).strip();
        return part(item.key(), title.isEmpty() ? item.title() : title, item.open());
    }

    private MinutesContent.Part part(String key, String title, boolean open) {
        return new MinutesContent.Part(
                key,
                title,
                open,
                value(MinutesField.times(key)).strip(),
                lines(MinutesField.turns(key)),
                fields.entrySet().stream()
                        .filter(field -> field.getKey().startsWith(MinutesField.SPEECH + key + "/"))
                        .map(field -> field.getValue().value.strip())
                        .filter(text -> !text.isEmpty())
                        .toList(),
                lines(MinutesField.decisions(key)),
                lines(MinutesField.votes(key)));
    }

    private List<String> lines(String field) {
        return value(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
