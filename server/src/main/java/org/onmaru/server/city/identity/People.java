package org.onmaru.server.city.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.directory.PostId;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people with an account.
@Component
public class People {

    private static final String COLUMNS =
            "SELECT id, login_name, name, city_roles, disabled, synthetic FROM identity_person ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Holdings holdings;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    People(
            JdbcClient jdbc,
            Clock clock,
            Passwords passwords,
            Sessions sessions,
            Holdings holdings,
            Audit audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.passwords = passwords;
        this.sessions = sessions;
        this.holdings = holdings;
        this.audit = audit;
        this.events = events;
    }

    /// What an administrator may set about a person.
    ///
    /// @param post the person's own from today; null for none
    public record Profile(String name, @Nullable PostId post, Set<Role> cityRoles) {}

    public boolean none() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM identity_person)")
                .query(Boolean.class)
                .single();
    }

    /// Whether anybody here was made up for a demonstration.
    public boolean anyInvented() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity_person WHERE synthetic)")
                .query(Boolean.class)
                .single();
    }

    public List<Account> all() {
        var held = holdings.on(LocalDate.now(clock));
        return jdbc.sql(COLUMNS + "ORDER BY name COLLATE \"ko-x-icu\", login_name").query(People::row).list().stream()
                .map(row -> row.account(held.getOrDefault(row.id, List.of())))
                .toList();
    }

    /// What everybody is called.
    public Map<PersonId, String> names() {
        var names = new HashMap<PersonId, String>();
        jdbc.sql("SELECT id, name FROM identity_person").query(row -> {
            names.put(new PersonId(row.getObject("id", UUID.class)), row.getString("name"));
        });
        return names;
    }

    public Optional<Account> find(PersonId id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?")
                .param(id.value())
                .query(People::row)
                .optional()
                .map(this::account);
    }

    /// Who somebody is today, with the post on their name plate; empty for the unknown and the disabled.
    public Optional<Actor.Person> actor(PersonId id) {
        return find(id).filter(account -> !account.disabled()).map(Account::actor);
    }

    /// What somebody may be everywhere in the city; nothing for the unknown and the disabled.
    Set<Role> cityRoles(PersonId id) {
        return jdbc.sql(COLUMNS + "WHERE id = ? AND NOT disabled")
                .param(id.value())
                .query(People::row)
                .optional()
                .map(Row::cityRoles)
                .orElse(Set.of());
    }

    /// Those of these who are disabled, or not there at all.
    public Set<PersonId> withoutAccess(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var without = new HashSet<>(ids);
        jdbc.sql("SELECT id FROM identity_person WHERE NOT disabled AND id IN (:ids)")
                .param("ids", ids.stream().map(PersonId::value).toList())
                .query(UUID.class)
                .list()
                .forEach(id -> without.remove(new PersonId(id)));
        return without;
    }

    Optional<Account> byLoginName(String loginName) {
        return jdbc.sql(COLUMNS + "WHERE lower(login_name) = lower(?)")
                .param(loginName.strip())
                .query(People::row)
                .optional()
                .map(this::account);
    }

    @Transactional
    public PersonId create(String loginName, String password, Profile profile, boolean synthetic) {
        Passwords.requireStrong(password, loginName);
        var id = new PersonId(UUID.randomUUID());
        try {
            jdbc.sql("""
                    INSERT INTO identity_person
                        (id, login_name, name, password_hash, city_roles, synthetic, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""")
                    .param(id.value())
                    .param(loginName.strip())
                    .param(profile.name.strip())
                    .param(passwords.hash(password))
                    .param(names(profile.cityRoles))
                    .param(synthetic)
                    .param(Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("login-name-taken", "이미 쓰고 있는 아이디입니다.", "This login name is already taken.");
        }
        audit.changed("person.created", subject(id), null, kept(id));
        holdings.assign(id, profile.post);
        return id;
    }

    @Transactional
    public void update(PersonId id, Profile profile) {
        var before = kept(known(id));
        jdbc.sql("UPDATE identity_person SET name = ?, city_roles = ? WHERE id = ?")
                .param(profile.name.strip())
                .param(names(profile.cityRoles))
                .param(id.value())
                .update();
        changed(id, before);
        holdings.assign(id, profile.post);
        requireAnAdministrator();
        events.publishEvent(new PeopleChanged());
    }

    /// Ends the person's sessions at once, on every server, and their place in every room.
    @Transactional
    public void disable(PersonId id) {
        var before = kept(known(id));
        jdbc.sql("UPDATE identity_person SET disabled = true WHERE id = ?")
                .param(id.value())
                .update();
        changed(id, before);
        requireAnAdministrator();
        sessions.endAll(id);
        events.publishEvent(new PersonDisabled(id));
    }

    @Transactional
    public void enable(PersonId id) {
        var before = kept(known(id));
        jdbc.sql("UPDATE identity_person SET disabled = false WHERE id = ?")
                .param(id.value())
                .update();
        changed(id, before);
    }

    /// Sets a new password and ends the person's sessions.
    @Transactional
    public void resetPassword(PersonId id, String password) {
        var account = find(known(id)).orElseThrow();
        Passwords.requireStrong(password, account.loginName());
        jdbc.sql("UPDATE identity_person SET password_hash = ? WHERE id = ?")
                .params(passwords.hash(password), id.value())
                .update();
        sessions.endAll(id);
    }

    /// The account when the password is right; takes as long when there is no such account.
    Optional<Account> authenticate(String loginName, String password) {
        var account = byLoginName(loginName);
        if (account.isEmpty()) {
            passwords.matchNobody(password);
            return Optional.empty();
        }
        var hash = jdbc.sql("SELECT password_hash FROM identity_person WHERE id = ?")
                .param(account.get().id().value())
                .query(String.class)
                .single();
        return passwords.matches(password, hash) ? account : Optional.empty();
    }

    private void changed(PersonId id, Row before) {
        var after = kept(id);
        if (!after.equals(before)) {
            audit.changed("person.changed", subject(id), before, after);
        }
    }

    private Row kept(PersonId id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?")
                .param(id.value())
                .query(People::row)
                .single();
    }

    private static Subject subject(PersonId id) {
        return Subject.of("person", id.value());
    }

    private PersonId known(PersonId id) {
        // the lock makes changes to administrators queue, so that two cannot remove each other
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('identity_person'))").query(row -> {});
        return find(id).orElseThrow(() -> Problem.missing("person-missing", "그런 사람이 없습니다.", "There is no such person."))
                .id();
    }

    private void requireAnAdministrator() {
        var administrators = jdbc.sql(
                        "SELECT count(*) FROM identity_person WHERE NOT disabled AND 'ADMINISTRATOR' = ANY (city_roles)")
                .query(Integer.class)
                .single();
        if (administrators == 0) {
            throw Problem.conflict(
                    "last-administrator",
                    "마지막 관리자입니다. 먼저 다른 사람을 관리자로 정하십시오.",
                    "This is the last administrator; make somebody else administrator first.");
        }
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private Account account(Row row) {
        return row.account(holdings.of(row.id, LocalDate.now(clock)));
    }

    /// What is stored of a person; their posts are kept elsewhere.
    private record Row(
            PersonId id, String loginName, String name, Set<Role> cityRoles, boolean disabled, boolean synthetic) {
        Account account(List<HeldPost> held) {
            return new Account(id, loginName, name, held, cityRoles, disabled, synthetic);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("login_name"),
                row.getString("name"),
                roles(row.getArray("city_roles")),
                row.getBoolean("disabled"),
                row.getBoolean("synthetic"));
    }

    private static Set<Role> roles(Array array) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) array.getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
