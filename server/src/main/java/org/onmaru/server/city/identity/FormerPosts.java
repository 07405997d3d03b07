package org.onmaru.server.city.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.PostBook;
import org.onmaru.server.city.directory.Span;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.directory.UnitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes posts and holdings of what people were when a post was plain text, before the server takes its first request.
///
/// Posts belong to the directory, so this goes through its door and not through SQL of this module. It runs at every
/// start and does something once: what was moved is null afterwards, in the same transaction. Nobody's name plate
/// changes by it, except that a post without a unit gets one, because every post has one now.
@Component
class FormerPosts implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FormerPosts.class);

    /// For those who were in a unit without saying as what.
    private static final String SOME_POST = "직원";

    private static final Set<String> HEADS = Set.of("시장", "읍장", "면장", "동장", "보건소장");

    private final JdbcClient jdbc;
    private final UnitBook units;
    private final PostBook posts;
    private final Holdings holdings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FormerPosts(
            JdbcClient jdbc,
            UnitBook units,
            PostBook posts,
            Holdings holdings,
            Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.units = units;
        this.posts = posts;
        this.holdings = holdings;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ -> move());
    }

    private void move() {
        // several servers may start at once: the second waits here and finds nothing left
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('identity_former_post'))")
                .query(row -> {});
        var former = jdbc.sql("""
                SELECT id, name, former_unit_id, former_post, created_at FROM identity_person
                WHERE former_unit_id IS NOT NULL OR former_post <> ''
                ORDER BY disabled, created_at, id""").query(this::former).list();
        if (former.isEmpty()) {
            return;
        }
        var earliest = former.stream().map(Former::since).min(LocalDate::compareTo);
        var moving = new Moving(earliest.orElseThrow());
        former.forEach(moving::move);
        jdbc.sql("UPDATE identity_person SET former_unit_id = NULL, former_post = NULL")
                .update();
        log.info("{} people had a post as text; it has dates now", former.size());
    }

    private record Former(PersonId person, String name, Optional<UnitId> unit, String post, LocalDate since) {}

    private Former former(ResultSet row, int number) throws SQLException {
        var unit = row.getObject("former_unit_id", UUID.class);
        return new Former(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(unit)
                        .map(UnitId::new)
                        .filter(id -> units.find(id).isPresent()),
                Optional.ofNullable(row.getString("former_post")).orElse("").strip(),
                row.getObject("created_at", Timestamp.class)
                        .toInstant()
                        .atZone(clock.getZone())
                        .toLocalDate());
    }

    /// One run.
    private final class Moving {

        private final Set<UnitId> headed = new HashSet<>();
        private final LocalDate earliest;
        private @Nullable UnitId cityHall;

        private Moving(LocalDate earliest) {
            this.earliest = earliest;
        }

        private void move(Former former) {
            var unit = former.unit.orElseGet(this::cityHall);
            var name = former.post.isEmpty() ? SOME_POST : former.post;
            var first = units.find(unit).orElseThrow().span().from();
            var head = HEADS.contains(name) && headed.add(unit);
            // each their own, because a post has one holder at a time and several may have been called the same
            var post = posts.create(unit, name, "", head, first);
            var since = former.since.isBefore(first) ? first : former.since;
            holdings.put(former.person, post, Holding.Kind.HOLDER, new Span(since, null));
        }

        private UnitId cityHall() {
            if (cityHall == null) {
                cityHall = units.create("시청", "City Hall", Unit.Kind.DEPARTMENT, earliest, false);
                log.warn("some people had a post but no unit; their unit is called 시청 (City Hall) now");
            }
            return cityHall;
        }
    }
}
