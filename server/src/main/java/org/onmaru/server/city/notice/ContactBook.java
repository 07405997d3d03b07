package org.onmaru.server.city.notice;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The city's address book: where each person is reached. The audit, which never forgets, knows only that there is an
/// address and never which.
@Component
class ContactBook {

    private final JdbcClient jdbc;
    private final Audit audit;

    ContactBook(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    Contact of(PersonId person) {
        return of(List.of(person)).getOrDefault(person, Contact.NONE);
    }

    /// Of those who gave anything.
    Map<PersonId, Contact> of(Collection<PersonId> people) {
        var found = new HashMap<PersonId, Contact>();
        if (people.isEmpty()) {
            return found;
        }
        jdbc.sql("SELECT * FROM notice_contact WHERE person_id IN (:people)")
                .param("people", people.stream().map(PersonId::value).toList())
                .query(row -> {
                    var ways = (String[]) row.getArray("ways").getArray();
                    found.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            new Contact(
                                    row.getString("email"),
                                    row.getString("mobile"),
                                    Arrays.stream(ways).map(Way::valueOf).collect(Collectors.toSet())));
                });
        return found;
    }

    @Transactional
    void put(PersonId person, Contact contact) {
        var before = of(person);
        if (contact.equals(before)) {
            return;
        }
        jdbc.sql("""
                INSERT INTO notice_contact VALUES (?, ?, ?, ?) ON CONFLICT (person_id)
                DO UPDATE SET email = excluded.email, mobile = excluded.mobile, ways = excluded.ways""")
                .param(person.value())
                .param(contact.email())
                .param(contact.mobile())
                .param(contact.ways().stream().map(Way::name).sorted().toArray(String[]::new))
                .update();
        audit.changed("contact.changed", subject(person), known(before), known(contact));
    }

    /// Somebody else looked at it.
    void seen(PersonId person) {
        audit.changed("contact.seen", subject(person), null, null);
    }

    private static Subject subject(PersonId person) {
        return Subject.of("person", person.value());
    }

    private static Map<String, Object> known(Contact contact) {
        var known = new LinkedHashMap<String, Object>();
        known.put("email", !contact.email().isEmpty());
        known.put("mobile", !contact.mobile().isEmpty());
        known.put("ways", contact.ways().stream().sorted().toList());
        return known;
    }
}
