package org.onmaru.server.hall.directive;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which directives somebody looks for.
///
/// @param states none means any
/// @param text letters of the sentence or of the owner's name
/// @param today what urgency is judged by
public record Wanted(
        @Nullable UUID series,
        @Nullable UUID unit,
        Set<DirectiveState> states,
        Directive.@Nullable Urgency urgency,
        @Nullable String text,
        Order order,
        LocalDate today) {

    /// In which order they are told.
    public enum Order {
        /// Open ones by due date, then the closed ones, newest first.
        DUE("closed_at IS NOT NULL, CASE WHEN closed_at IS NULL THEN due END NULLS LAST, closed_at DESC"),
        /// By owner, the oldest first.
        UNIT("unit_name COLLATE \"ko-x-icu\", said_at"),
        /// The oldest first.
        AGE("said_at");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    String condition() {
        var sql = new StringBuilder();
        if (series != null) {
            sql.append(" AND series_id = :series");
        }
        if (unit != null) {
            sql.append(" AND unit_id = :unit");
        }
        if (!states.isEmpty()) {
            sql.append(" AND state IN (:states)");
        }
        if (urgency != null) {
            sql.append(" AND ").append(urgency(urgency));
        }
        if (text != null) {
            sql.append(
                    " AND (strpos(lower(sentence), lower(:text)) > 0 OR strpos(lower(unit_name), lower(:text)) > 0)");
        }
        return sql.toString();
    }

    private static String urgency(Directive.Urgency urgency) {
        var unfinished = "closed_at IS NULL AND state <> 'DONE'";
        return switch (urgency) {
            case OVERDUE -> unfinished + " AND due < :today";
            case DUE_TODAY -> unfinished + " AND due = :today";
            case LATER -> unfinished + " AND due > :today";
            case NO_DATE -> unfinished + " AND due IS NULL";
            case WAITING -> "state = 'DONE'";
            case CLOSED -> "closed_at IS NOT NULL";
        };
    }

    Map<String, Object> parameters() {
        var values = new HashMap<String, Object>();
        values.put("today", today);
        if (series != null) {
            values.put("series", series);
        }
        if (unit != null) {
            values.put("unit", unit);
        }
        if (!states.isEmpty()) {
            values.put("states", states.stream().map(DirectiveState::name).toList());
        }
        if (text != null) {
            values.put("text", text.strip());
        }
        return values;
    }
}
