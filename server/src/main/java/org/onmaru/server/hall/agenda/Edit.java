package org.onmaru.server.hall.agenda;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that somebody changed by hand about what assembled itself. Edits are kept in the order they were made and
/// applied to every assembly anew; one whose item is not there any more changes nothing.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "edit")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Edit.Add.class, name = "add"),
    @JsonSubTypes.Type(value = Edit.Change.class, name = "change"),
    @JsonSubTypes.Type(value = Edit.Move.class, name = "move"),
    @JsonSubTypes.Type(value = Edit.Drop.class, name = "drop")
})
sealed interface Edit {

    /// The item it is about.
    String key();

    /// The agenda after it.
    List<Item> applyTo(List<Item> agenda);

    /// Puts an item that was not there after the last of its kind, or after what comes before its kind.
    record Add(Item item) implements Edit {
        @Override
        public String key() {
            return item.key();
        }

        @Override
        public List<Item> applyTo(List<Item> agenda) {
            var items = new ArrayList<>(agenda);
            int at = 0;
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).kind().compareTo(item.kind()) <= 0) {
                    at = i + 1;
                }
            }
            items.add(at, item);
            return List.copyOf(items);
        }
    }

    /// Says it differently.
    record Change(String key, Item.Content content) implements Edit {
        @Override
        public List<Item> applyTo(List<Item> agenda) {
            return agenda.stream()
                    .map(item -> item.key().equals(key) ? item.with(content) : item)
                    .toList();
        }
    }

    /// Puts it before another.
    ///
    /// @param before null for the end
    record Move(String key, @Nullable String before) implements Edit {
        @Override
        public List<Item> applyTo(List<Item> agenda) {
            var moved = agenda.stream().filter(item -> item.key().equals(key)).findFirst();
            if (moved.isEmpty() || key.equals(before)) {
                return agenda;
            }
            var items = new ArrayList<>(agenda);
            items.remove(moved.get());
            int at = before == null
                    ? items.size()
                    : items.stream().map(Item::key).toList().indexOf(before);
            if (at < 0) {
                return agenda;
            }
            items.add(at, moved.get());
            return List.copyOf(items);
        }
    }

    /// Takes it off this meeting's agenda.
    record Drop(String key, String reason) implements Edit {
        @Override
        public List<Item> applyTo(List<Item> agenda) {
            return agenda.stream().filter(item -> !item.key().equals(key)).toList();
        }
    }
}
