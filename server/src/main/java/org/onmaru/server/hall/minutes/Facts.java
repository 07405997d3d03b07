package org.onmaru.server.hall.minutes;

import java.util.List;
import java.util.Map;

/// What the system knows of a meeting by itself.
///
/// @param texts by field; a field that is not there knows nothing
/// @param items of its agenda, in their order
record Facts(Map<String, String> texts, List<MinutesDraft.Item> items) {

    String text(String field) {
        return texts.getOrDefault(field, "");
    }
}
