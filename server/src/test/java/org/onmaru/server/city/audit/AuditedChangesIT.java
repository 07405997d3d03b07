package org.onmaru.server.city.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.onmaru.server.HeldMeeting.ok;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// That what people do with people, links and the gate is in the audit: by whom, from what, to what, and no secret.
@ServerTest
class AuditedChangesIT {

    private static final String PASSWORD = "sejong daewang 1443";

    @Autowired
    private AuditTrail trail;

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    @BeforeEach
    void morning() {
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
    }

    /// Of one thing, oldest first.
    private List<Entry> of(String kind, String id, String action) {
        return trail.find(new AuditTrail.Wanted(kind, id, null, action), Long.MAX_VALUE, 100)
                .reversed();
    }

    @Test
    void aPersonFromTheirFirstDayToTheirLast() {
        var admin = Browser.as("admin", port, data);
        var id = ok(admin.post("/api/v1/people", """
                        {"loginName":"saebom","name":"박새봄","password":"%s","postId":null,"cityRoles":[]}""".formatted(PASSWORD)))
                .path("id")
                .asString();
        var path = "/api/v1/people/" + id;
        var name = ok(admin.get("/api/v1/me")).path("name").asString();
        var same = "{\"name\":\"박새봄\",\"postId\":null,\"cityRoles\":[]}";
        ok(admin.send("PUT", path, same, true));
        ok(admin.send("PUT", path, "{\"name\":\"박새봄\",\"postId\":null,\"cityRoles\":[\"ADMINISTRATOR\"]}", true));
        assertThat(admin.post(path + "/disable", "{}").status()).isLessThan(300);
        assertThat(admin.post(path + "/enable", "{}").status()).isLessThan(300);
        ok(new Browser(port).signIn("saebom", PASSWORD));

        var kept = of("person", id, "person.");
        assertThat(kept)
                .as("what changed nothing is no change")
                .extracting(Entry::action)
                .containsExactly(
                        "person.created", "person.changed", "person.changed", "person.changed", "person.signed-in");
        assertThat(kept.subList(0, 4))
                .allSatisfy(entry -> assertThat(entry.by().name()).isEqualTo(name));
        assertThat(kept.getFirst().before()).isNull();
        assertThat(kept.get(1).before()).contains("\"cityRoles\":[]");
        assertThat(kept.get(1).after()).contains("\"cityRoles\":[\"ADMINISTRATOR\"]");
        assertThat(kept.get(2).after()).contains("\"disabled\":true");
        assertThat(kept.toString()).doesNotContain(PASSWORD, "argon", "hash");
    }

    @Test
    void aLinkThatWasMadeUsedAndWithdrawn() {
        var meeting = new Sitting();
        var made = ok(meeting.host.post(
                meeting.path("/invitations"),
                "{\"label\":\"검역본부\",\"role\":\"GUEST\",\"unitId\":null,\"expiresAt\":null}"));
        var id = made.at("/invitation/id").asString();
        var token = made.path("url").asString().replaceFirst(".*/i/", "");
        ok(meeting.anybody().post("/api/v1/invitations/" + token + "/accept", "{\"name\":\"손님\"}"));
        assertThat(meeting.host
                        .send("DELETE", meeting.path("/invitations/" + id), null, true)
                        .status())
                .isEqualTo(204);
        var kept = of("invitation", id, "invitation.");
        assertThat(kept)
                .extracting(Entry::action)
                .containsExactly("invitation.created", "invitation.used", "invitation.revoked");
        assertThat(kept.get(1).after()).contains("\"usedBy\":\"손님\"");
        assertThat(kept.toString()).doesNotContain(token);
    }

    @Test
    void theGateAndThePictureBehindIt() {
        var meeting = new Sitting();
        meeting.start();
        ok(meeting.host.send("PUT", meeting.path("/stage"), "{\"layout\":\"SPEAKER\"}", true));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> meeting.host.post(meeting.path("/on-air"), "{}").status() == 200);
        ok(meeting.host.post(meeting.path("/off-air"), "{}"));
        assertThat(of("meeting", meeting.meeting, "programme."))
                .extracting(Entry::action, Entry::before, Entry::after)
                .containsExactly(
                        tuple("programme.layout", json("GRID"), json("SPEAKER")),
                        tuple("programme.gate", json("OFF_AIR"), json("ON_AIR")),
                        tuple("programme.gate", json("ON_AIR"), json("OFF_AIR")));
        meeting.adjourn();
    }

    private static String json(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private final class Sitting extends HeldMeeting {

        private Sitting() {
            super(port, data, false);
        }
    }
}
