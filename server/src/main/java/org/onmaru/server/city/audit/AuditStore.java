package org.onmaru.server.city.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The chain in the database.
@Component
class AuditStore {

    /// Held until the transaction ends, so that entries are numbered in the order in which they become visible.
    private static final long LOCK = 0x4f6e6d6172754175L;

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An entry with the hash that is kept for it.
    record Kept(Entry entry, byte[] hash) {}

    /// Appends as the last step of a transaction, or in one of its own.
    @Transactional(propagation = Propagation.REQUIRED)
    public void append(List<Entry> drafts) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(_ -> {});
        var last = newest();
        long number = last.map(kept -> kept.entry.number()).orElse(0L);
        var hash = last.map(Kept::hash).orElse(Chain.BEGINNING);
        for (var draft : drafts) {
            number++;
            var entry = new Entry(
                    number, draft.at(), draft.by(), draft.action(), draft.subject(), draft.before(), draft.after());
            hash = Chain.next(hash, entry);
            insert(entry, hash);
        }
    }

    /// Appends although the surrounding transaction fails.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void appendAlone(List<Entry> drafts) {
        append(drafts);
    }

    Optional<Kept> newest() {
        return jdbc.sql("SELECT * FROM audit_entry ORDER BY number DESC LIMIT 1")
                .query(AuditStore::kept)
                .optional();
    }

    private void insert(Entry entry, byte[] hash) {
        jdbc.sql("INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.number())
                .param(Timestamp.from(entry.at()))
                .param(entry.by().kind())
                .param(entry.by().id())
                .param(entry.by().name())
                .param(entry.action())
                .param(entry.subject().kind())
                .param(entry.subject().id())
                .param(entry.before())
                .param(entry.after())
                .param(hash)
                .update();
    }

    /// Entries with a number above this one, oldest first.
    List<Kept> after(long number, int limit) {
        return jdbc.sql("SELECT * FROM audit_entry WHERE number > ? ORDER BY number LIMIT ?")
                .params(number, limit)
                .query(AuditStore::kept)
                .list();
    }

    /// Entries that match, newest first.
    ///
    /// @param below only numbers below this one
    List<Entry> find(AuditTrail.Wanted wanted, long below, int limit) {
        return jdbc
                .sql("""
                SELECT * FROM audit_entry
                WHERE number < :below
                  AND (CAST(:kind AS text) IS NULL OR subject_kind = :kind)
                  AND (CAST(:subject AS text) IS NULL OR subject_id = :subject)
                  AND (CAST(:actor AS uuid) IS NULL OR actor_id = :actor)
                  AND (CAST(:action AS text) IS NULL OR action LIKE :action || '%')
                ORDER BY number DESC LIMIT :limit""")
                .param("below", below)
                .param("kind", wanted.subjectKind())
                .param("subject", wanted.subjectId())
                .param("actor", wanted.actor())
                .param("action", wanted.action())
                .param("limit", limit)
                .query(AuditStore::kept)
                .list()
                .stream()
                .map(Kept::entry)
                .toList();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new Entry(
                        row.getLong("number"),
                        Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                        new Witness.Doer(
                                row.getString("actor_kind"),
                                row.getObject("actor_id", UUID.class),
                                row.getString("actor_name")),
                        row.getString("action"),
                        new Subject(row.getString("subject_kind"), row.getString("subject_id")),
                        text(row, "before"),
                        text(row, "after")),
                row.getBytes("hash"));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
