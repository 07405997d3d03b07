package org.onmaru.server.city.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.directory.Post;
import org.onmaru.server.city.directory.PostBook;
import org.onmaru.server.city.directory.PostEnded;
import org.onmaru.server.city.directory.PostId;
import org.onmaru.server.city.directory.Span;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is in which post on which days. Changes queue, so that two cannot take one post at once.
@Component
public class Holdings {

    private static final String SELECT =
            "SELECT id, person_id, post_id, kind, from_date, until_date FROM identity_holding ";

    private final JdbcClient jdbc;
    private final UnitBook units;
    private final PostBook posts;
    private final Clock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Holdings(
            JdbcClient jdbc,
            UnitBook units,
            PostBook posts,
            Clock clock,
            Audit audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.units = units;
        this.posts = posts;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /// Puts somebody in a post.
    ///
    /// @throws Problem when the post does not exist on each of those days or is taken; see [Occupancy]
    @Transactional
    public HoldingId put(PersonId person, PostId post, Holding.Kind kind, Span days) {
        queue();
        requireKnown(person);
        var wanted = new Holding(new HoldingId(UUID.randomUUID()), person, post, kind, days);
        occupancy(post).admit(wanted);
        jdbc.sql("""
                INSERT INTO identity_holding (id, person_id, post_id, kind, from_date, until_date)
                VALUES (?, ?, ?, ?, ?, ?)""")
                .param(wanted.id().value())
                .param(person.value())
                .param(post.value())
                .param(kind.name())
                .param(days.from())
                .param(days.until())
                .update();
        changed("holding.put", wanted, null, wanted);
        return wanted.id();
    }

    /// Gives a holding a last day; null lets it go on. Answers with its post.
    ///
    /// @throws Problem when that is before its first day, or it would overlap another
    @Transactional
    public PostId end(HoldingId id, @Nullable LocalDate lastDay) {
        queue();
        var held = get(id);
        occupancy(held.post()).admit(held.endingOn(lastDay));
        setLastDay(held, lastDay);
        return held.post();
    }

    /// Takes back what was entered by mistake, as if it had never been; only the audit remembers.
    @Transactional
    public void remove(HoldingId id) {
        queue();
        var held = get(id);
        jdbc.sql("DELETE FROM identity_holding WHERE id = ?").param(id.value()).update();
        changed("holding.removed", held, held, null);
    }

    /// Makes this the person's own post from today; null takes the one they have. What they hold that only began
    /// today is forgotten, everything older ended yesterday. Nothing changes when the post is theirs already.
    ///
    /// @throws Problem when the post is somebody else's
    @Transactional
    public void assign(PersonId person, @Nullable PostId wanted) {
        queue();
        var today = LocalDate.now(clock);
        var held = of(person, today);
        if (held.stream().anyMatch(one -> one.own() && one.post().id().equals(wanted))) {
            return;
        }
        held.stream().filter(HeldPost::own).findFirst().ifPresent(own -> leave(own.holding(), today));
        if (wanted != null) {
            held.stream()
                    .filter(one -> one.post().id().equals(wanted))
                    .forEach(acting -> leave(acting.holding(), today)); // whoever acted for it now has it
            put(person, wanted, Holding.Kind.HOLDER, new Span(today, null));
        }
    }

    /// Nobody is in a post after its last day.
    @EventListener
    @Transactional
    void end(PostEnded ended) {
        queue();
        for (var held : of(ended.post())) {
            var first = held.days().from();
            if (first.isAfter(ended.lastDay())) {
                throw Problem.conflict(
                        "post-held-later",
                        "그 뒤에 이 직위에 앉기로 한 사람이 있습니다(" + Span.korean(first) + "부터). 먼저 그 기록을 지우거나 더 늦은 날을 고르십시오.",
                        "Somebody comes into the post after that day (" + first
                                + "); remove that first, or choose a later day.");
            }
            if (!held.days().endsBefore(ended.lastDay())) {
                setLastDay(held, ended.lastDay());
            }
        }
    }

    /// Every holding there is, oldest first.
    public List<Holding> all() {
        return jdbc.sql(SELECT + "ORDER BY from_date, id")
                .query(Holdings::holding)
                .list();
    }

    /// What one person holds on that day, the strongest first: the first is on the name plate.
    List<HeldPost> of(PersonId person, LocalDate day) {
        return jdbc
                .sql(SELECT + "WHERE person_id = ? AND from_date <= ? AND (until_date IS NULL OR until_date >= ?)")
                .params(person.value(), day, day)
                .query(Holdings::holding)
                .list()
                .stream()
                .flatMap(held -> posts.post(held.post(), day).stream().map(post -> new HeldPost(held, post)))
                .sorted(HeldPost.STRONGEST_FIRST)
                .toList();
    }

    /// What everybody holds on that day, the strongest first.
    Map<PersonId, List<HeldPost>> on(LocalDate day) {
        var called = posts.postsOn(day).stream().collect(Collectors.toMap(Post::id, post -> post));
        return all().stream()
                .filter(held -> held.on(day))
                .flatMap(held -> Stream.ofNullable(called.get(held.post())).map(post -> new HeldPost(held, post)))
                .sorted(HeldPost.STRONGEST_FIRST)
                .collect(Collectors.groupingBy(one -> one.holding().person()));
    }

    /// Everybody who was, is or will be in the post, oldest first.
    public List<Holding> of(PostId post) {
        return jdbc.sql(SELECT + "WHERE post_id = ? ORDER BY from_date, id")
                .param(post.value())
                .query(Holdings::holding)
                .list();
    }

    private Occupancy occupancy(PostId id) {
        var post = posts.get(id);
        return new Occupancy(units.find(post.unit()).orElseThrow(), post, of(id));
    }

    private Holding get(HoldingId id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id.value())
                .query(Holdings::holding)
                .optional()
                .orElseThrow(() -> Problem.missing("holding-missing", "그런 기록이 없습니다.", "There is no such record."));
    }

    private void leave(Holding held, LocalDate today) {
        if (held.days().from().equals(today)) {
            remove(held.id());
        } else {
            setLastDay(held, today.minusDays(1));
        }
    }

    private void setLastDay(Holding held, @Nullable LocalDate lastDay) {
        jdbc.sql("UPDATE identity_holding SET until_date = ? WHERE id = ?")
                .param(lastDay)
                .param(held.id().value())
                .update();
        changed("holding.ended", held, held, held.endingOn(lastDay));
    }

    private void changed(String action, Holding which, @Nullable Holding before, @Nullable Holding after) {
        audit.changed(action, Subject.of("holding", which.id().value()), before, after);
        events.publishEvent(new PeopleChanged());
    }

    private void requireKnown(PersonId person) {
        var known = jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity_person WHERE id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
        if (!known) {
            throw Problem.missing("person-missing", "그런 사람이 없습니다.", "There is no such person.");
        }
    }

    private void queue() {
        jdbc.sql("LOCK TABLE identity_holding IN EXCLUSIVE MODE").update();
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(
                new HoldingId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new PostId(row.getObject("post_id", UUID.class)),
                Holding.Kind.valueOf(row.getString("kind")),
                new Span(row.getObject("from_date", LocalDate.class), row.getObject("until_date", LocalDate.class)));
    }
}
