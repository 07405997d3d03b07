package org.onmaru.server.hall.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The histories of directives and needs in the database.
@Component
class StepStore {

    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param place the version of what it is the history of
    void append(UUID subject, int place, Step step) {
        jdbc.sql("""
                INSERT INTO directive_step (subject_id, place, move, from_state, to_state, at, by_id, by_name, by_post,
                    unit_name, reason, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(subject)
                .param(place)
                .param(step.move())
                .param(step.from())
                .param(step.to())
                .param(Timestamp.from(step.at()))
                .param(step.by())
                .param(step.byName())
                .param(step.byPost())
                .param(step.unitName())
                .param(step.reason())
                .param(step.note())
                .update();
    }

    /// The newest step of something that has a history.
    Step last(UUID subject) {
        return jdbc.sql("SELECT * FROM directive_step WHERE subject_id = ? ORDER BY place DESC LIMIT 1")
                .param(subject)
                .query((row, _) -> step(row))
                .single();
    }

    /// Oldest first; subjects without a history are missing.
    Map<UUID, List<Step>> of(Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        var found = new LinkedHashMap<UUID, List<Step>>();
        jdbc.sql("SELECT * FROM directive_step WHERE subject_id IN (:subjects) ORDER BY subject_id, place")
                .param("subjects", subjects)
                .query((RowCallbackHandler)
                        row -> found.computeIfAbsent(row.getObject("subject_id", UUID.class), _ -> new ArrayList<>())
                                .add(step(row)));
        return found;
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getString("move"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getTimestamp("at").toInstant(),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                row.getString("by_post"),
                row.getString("unit_name"),
                row.getString("reason"),
                row.getString("note"));
    }
}
