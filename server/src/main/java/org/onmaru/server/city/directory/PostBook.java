package org.onmaru.server.city.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The posts of the units and their dated names, in the database.
///
/// Changes to the posts of one unit queue at the unit, so that what a change was checked against still holds when it
/// is written. Two posts of a unit may have the same name: a secretariat has more than one 주무관.
@Component
public class PostBook implements Posts {

    private static final String SELECT = """
            SELECT p.id, p.unit_id, p.seat, p.head, p.until_date, n.from_date, n.name, n.name_en
            FROM directory_post p
                JOIN directory_unit u ON u.id = p.unit_id
                JOIN directory_post_name n ON n.post_id = p.id
            """;
    private static final String IN_ORDER = " ORDER BY u.seat, p.seat, n.from_date";

    private final JdbcClient jdbc;
    private final UnitBook units;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    PostBook(JdbcClient jdbc, UnitBook units, ApplicationEventPublisher events, Audit audit) {
        this.jdbc = jdbc;
        this.units = units;
        this.events = events;
        this.audit = audit;
    }

    @Override
    public List<Post> postsOn(LocalDate day) {
        return all().stream()
                .filter(post -> post.existsOn(day))
                .map(post -> post.postOn(day))
                .toList();
    }

    @Override
    public Optional<Post> post(PostId id, LocalDate day) {
        return find(id).filter(post -> post.existsOn(day)).map(post -> post.postOn(day));
    }

    /// Adds a post at the unit's last seat.
    ///
    /// @param nameEn empty when there is none
    /// @throws Problem when the unit does not exist then, or has another head
    @Transactional
    public PostId create(UnitId unit, String name, String nameEn, boolean head, LocalDate from) {
        var days = new Span(from, null);
        var home = units.hold(unit);
        if (home.until() != null) {
            throw Problem.conflict(
                    "unit-ended",
                    Span.korean(home.until()) + "에 끝나는 부서·기관에는 직위를 더 만들 수 없습니다.",
                    "The unit ends on " + home.until() + "; it gets no more posts.");
        }
        home.requireThroughout(days);
        var id = new PostId(UUID.randomUUID());
        if (head) {
            requireNoOtherHead(id, unit, days);
        }
        jdbc.sql("""
                INSERT INTO directory_post (id, unit_id, seat, head)
                SELECT ?, ?, coalesce(max(seat), 0) + 1, ? FROM directory_post WHERE unit_id = ?""").params(id.value(), unit.value(), head, unit.value()).update();
        insertName(id, name, nameEn, from);
        audit.changed("post.created", subject(id), null, get(id));
        return id;
    }

    /// Gives the post another name from that day on.
    @Transactional
    public void rename(PostId id, String name, String nameEn, LocalDate from) {
        var post = hold(id);
        post.requireThroughout(new Span(from, from));
        try {
            insertName(id, name, nameEn, from);
        } catch (DuplicateKeyException sameDay) {
            throw Problem.conflict(
                    "post-name-same-day",
                    "그 날짜부터 쓰는 이름이 이미 있습니다. 다른 날짜를 고르십시오.",
                    "The post already has a name from that day; choose another day.");
        }
        audit.changed("post.renamed", subject(id), post, get(id));
        events.publishEvent(new NamesChanged());
    }

    /// Says whether the post heads its unit; a unit has one head at a time.
    @Transactional
    public void head(PostId id, boolean head) {
        var post = hold(id);
        if (head) {
            requireNoOtherHead(id, post.unit(), post.span());
        }
        jdbc.sql("UPDATE directory_post SET head = ? WHERE id = ?")
                .params(head, id.value())
                .update();
        audit.changed("post.head", subject(id), post, get(id));
    }

    /// Gives the post a last day; null takes the last day back.
    ///
    /// @throws Problem when that is before its first day or after the unit's last
    @Transactional
    public void end(PostId id, @Nullable LocalDate lastDay) {
        var post = hold(id);
        var days = post.span().endingOn(lastDay);
        units.hold(post.unit()).requireThroughout(days);
        if (post.head()) {
            requireNoOtherHead(id, post.unit(), days);
        }
        setLastDay(post, lastDay);
    }

    /// The posts end with their unit.
    @EventListener
    @Transactional
    void end(UnitEnded ended) {
        for (var post : where("WHERE p.unit_id = ?", ended.unit().value())) {
            var first = post.span().from();
            if (first.isAfter(ended.lastDay())) {
                var name = post.on(first).name();
                throw Problem.conflict(
                        "post-begins-later",
                        "그 뒤에 시작하는 직위가 있습니다: " + name + " (" + Span.korean(first) + "부터). 더 늦은 날을 고르십시오.",
                        "A post begins after that day: " + name + " (from " + first + "); choose a later day.");
            }
            if (!post.span().endsBefore(ended.lastDay())) {
                setLastDay(post, ended.lastDay());
            }
        }
    }

    /// Every post with all its names, by the seat of its unit and then its own.
    public List<PostNames> all() {
        return where("");
    }

    public Optional<PostNames> find(PostId id) {
        return where("WHERE p.id = ?", id.value()).stream().findFirst();
    }

    /// @throws Problem when there is no such post
    public PostNames get(PostId id) {
        return find(id).orElseThrow(() -> Problem.missing("post-missing", "그런 직위가 없습니다.", "There is no such post."));
    }

    private PostNames hold(PostId id) {
        units.hold(get(id).unit());
        return get(id); // as it is now that nobody else changes it
    }

    private void setLastDay(PostNames post, @Nullable LocalDate lastDay) {
        jdbc.sql("UPDATE directory_post SET until_date = ? WHERE id = ?")
                .param(lastDay)
                .param(post.id().value())
                .update();
        audit.changed("post.ended", subject(post.id()), post, get(post.id()));
        if (lastDay != null) {
            events.publishEvent(new PostEnded(post.id(), lastDay));
        }
    }

    private static Subject subject(PostId id) {
        return Subject.of("post", id.value());
    }

    private void requireNoOtherHead(PostId id, UnitId unit, Span days) {
        for (var post : where("WHERE p.unit_id = ? AND p.head", unit.value())) {
            if (!post.id().equals(id) && post.span().overlaps(days)) {
                var name = post.names().getLast().name();
                throw Problem.conflict(
                        "unit-has-head",
                        "그 부서·기관에는 이미 기관장 직위가 있습니다: " + name + ".",
                        "The unit already has a post that heads it: " + name + ".");
            }
        }
    }

    private void insertName(PostId id, String name, String nameEn, LocalDate from) {
        jdbc.sql("INSERT INTO directory_post_name (post_id, from_date, name, name_en) VALUES (?, ?, ?, ?)")
                .params(id.value(), from, name.strip(), nameEn.strip())
                .update();
    }

    private List<PostNames> where(String condition, Object... parameters) {
        var found = new LinkedHashMap<PostId, PostNames>();
        jdbc.sql(SELECT + condition + IN_ORDER).params(parameters).query((RowCallbackHandler) row -> {
            var id = new PostId(row.getObject("id", UUID.class));
            var name = new PostNames.Name(
                    row.getObject("from_date", LocalDate.class), row.getString("name"), row.getString("name_en"));
            var known = found.get(id);
            var names = new ArrayList<>(known == null ? List.<PostNames.Name>of() : known.names());
            names.add(name);
            found.put(
                    id,
                    new PostNames(
                            id,
                            new UnitId(row.getObject("unit_id", UUID.class)),
                            row.getInt("seat"),
                            row.getBoolean("head"),
                            row.getObject("until_date", LocalDate.class),
                            List.copyOf(names)));
        });
        return List.copyOf(found.values());
    }
}
