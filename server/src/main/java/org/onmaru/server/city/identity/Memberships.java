package org.onmaru.server.city.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which role a person holds in a series.
@Component
public class Memberships {

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void put(UUID series, PersonId person, Role role) {
        jdbc.sql("""
                INSERT INTO identity_membership (series_id, person_id, role) VALUES (?, ?, ?)
                ON CONFLICT (series_id, person_id) DO UPDATE SET role = excluded.role""").params(series, person.value(), role.name()).update();
    }

    public void remove(UUID series, PersonId person) {
        jdbc.sql("DELETE FROM identity_membership WHERE series_id = ? AND person_id = ?")
                .params(series, person.value())
                .update();
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
