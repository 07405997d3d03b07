package org.onmaru.server.city.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditIT {

    private static final AuditTrail.Wanted EVERYTHING = new AuditTrail.Wanted(null, null, null, null);

    @Autowired
    private Audit audit;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditAnchor anchor;

    @Autowired
    private AuditLog log;

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private List<Entry> entries() {
        return trail.find(EVERYTHING, Long.MAX_VALUE, 1_000);
    }

    @Test
    @Order(1)
    void keepsWhatWasCommittedAndForgetsWhatWasNot() {
        var subject = Subject.of("unit", UUID.randomUUID());
        long before = trail.prove().entries();
        transaction.executeWithoutResult(_ -> {
            audit.changed("unit.renamed", subject, Map.of("name", "능서면"), Map.of("name", "세종대왕면"));
            audit.changed("unit.ended", subject, Map.of("name", "세종대왕면"), null);
        });
        transaction.executeWithoutResult(status -> {
            audit.changed("unit.created", subject, null, Map.of("name", "없던면"));
            status.setRollbackOnly();
        });
        var kept = trail.find(new AuditTrail.Wanted("unit", subject.id(), null, null), Long.MAX_VALUE, 10);
        assertThat(kept).extracting(Entry::action).containsExactly("unit.ended", "unit.renamed");
        assertThat(kept.getLast().before()).isEqualTo("{\"name\":\"능서면\"}");
        assertThat(kept.getFirst().after()).isNull();
        assertThat(kept.getFirst().by()).isEqualTo(Witness.Doer.SYSTEM);
        assertThat(trail.prove()).isEqualTo(new AuditTrail.Proof(before + 2, null));
    }

    @Test
    @Order(2)
    void numbersManyAtOnceWithoutGaps() throws Exception {
        long before = trail.prove().entries();
        List<Callable<Boolean>> writers = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    transaction.executeWithoutResult(_ -> audit.changed("x", Subject.city(), null, i));
                    return true;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var one : threads.invokeAll(writers)) {
                one.get();
            }
        }
        assertThat(trail.prove()).isEqualTo(new AuditTrail.Proof(before + 40, null));
    }

    @Test
    @Order(3)
    void keepsARefusedAttemptOnceAMinuteAndShowsItToAdministratorsOnly() {
        var head = Browser.as("gangcheon", port, data);
        for (int i = 0; i < 5; i++) {
            assertThat(head.get("/api/v1/audit").status()).isEqualTo(403);
        }
        assertThat(new Browser(port).get("/api/v1/audit").status()).isEqualTo(401);
        var admin = Browser.as("admin", port, data);
        var refused = admin.get("/api/v1/audit?action=refused").body();
        assertThat(refused.size()).isEqualTo(1);
        assertThat(refused.get(0).path("actorName").asString()).isEqualTo("장미르");
        assertThat(refused.get(0).path("subjectId").asString()).isEqualTo("GET /api/v1/audit");
        assertThat(refused.get(0).path("after").asString()).contains("ADMINISTER");
        clock.advance(Duration.ofMinutes(1));
        log.repeated();
        log.repeated();
        var counted = admin.get("/api/v1/audit?action=refused").body();
        assertThat(counted.size()).isEqualTo(2);
        assertThat(counted.get(0).path("actorName").asString()).isEqualTo("장미르");
        assertThat(counted.get(0).path("after").asString()).contains("\"repeated\":4");
        assertThat(admin.get("/api/v1/audit/proof").body().path("brokenAt").isNull())
                .isTrue();
    }

    @Test
    @Order(4)
    void cannotBeChangedThroughTheDatabaseAndShowsWhenSomebodyDidSoAnyway() {
        for (var statement :
                List.of("UPDATE audit_entry SET action = 'y'", "DELETE FROM audit_entry", "TRUNCATE audit_entry")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("the audit only grows");
        }
        long last = entries().getFirst().number();
        long chosen = last - 3;
        var action = entries().get(3).action();
        asOwner("UPDATE audit_entry SET action = 'innocent' WHERE number = " + chosen);
        assertThat(trail.prove().brokenAt()).isEqualTo(chosen);
        asOwner("UPDATE audit_entry SET action = '" + action + "' WHERE number = " + chosen);
        assertThat(trail.prove().brokenAt()).isNull();
        anchor.write();
        asOwner("DELETE FROM audit_entry WHERE number > " + (last - 2));
        assertThat(trail.prove()).as("an end that was cut off").isEqualTo(new AuditTrail.Proof(last - 2, last - 1));
    }

    /// Whoever owns the database can do anything to it.
    private void asOwner(String statement) {
        jdbc.sql("ALTER TABLE audit_entry DISABLE TRIGGER audit_only_grows").update();
        jdbc.sql(statement).update();
        jdbc.sql("ALTER TABLE audit_entry ENABLE TRIGGER audit_only_grows").update();
    }
}
