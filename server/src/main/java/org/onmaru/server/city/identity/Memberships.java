package org.onmaru.server.city.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which role a person holds in a series.
@Component
public class Memberships {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Memberships(JdbcClient jdbc, Audit audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void put(UUID series, PersonId person, Role role) {
        var before = role(series, person).orElse(null);
        if (before == role) {
            return;
        }
        jdbc.sql("""
                INSERT INTO identity_membership (series_id, person_id, role) VALUES (?, ?, ?)
                ON CONFLICT (series_id, person_id) DO UPDATE SET role = excluded.role""").params(series, person.value(), role.name()).update();
        changed("member.put", series, person, before, role);
    }

    @Transactional
    public void remove(UUID series, PersonId person) {
        var before = role(series, person).orElse(null);
        if (before == null) {
            return;
        }
        jdbc.sql("DELETE FROM identity_membership WHERE series_id = ? AND person_id = ?")
                .params(series, person.value())
                .update();
        changed("member.removed", series, person, before, null);
    }

    private void changed(String action, UUID series, PersonId person, @Nullable Role before, @Nullable Role after) {
        audit.changed(action, Subject.of("series", series), member(person, before), member(person, after));
        events.publishEvent(new PeopleChanged());
    }

    private static @Nullable Map<String, Object> member(PersonId person, @Nullable Role role) {
        return role == null ? null : Map.of("person", person.value(), "role", role);
    }

    public Map<PersonId, Role> in(UUID series) {
        var roles = new LinkedHashMap<PersonId, Role>();
        jdbc.sql("SELECT person_id, role FROM identity_membership WHERE series_id = ?")
                .param(series)
                .query(row -> {
                    roles.put(
                            new PersonId(row.getObject("person_id", UUID.class)), Role.valueOf(row.getString("role")));
                });
        return roles;
    }

    Optional<Role> role(UUID series, PersonId person) {
        return jdbc.sql("SELECT role FROM identity_membership WHERE series_id = ? AND person_id = ?")
                .params(series, person.value())
                .query(String.class)
                .optional()
                .map(Role::valueOf);
    }
}
