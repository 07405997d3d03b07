package org.onmaru.server.city.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class SignInIT {

    @LocalServerPort
    private int port;

    @Autowired
    private DataDirectory data;

    @Autowired
    private MovableClock.Hands clock;

    @Test
    void guessingIsSlowedDownAndTheWaitIsSaid() {
        var browser = new Browser(port);
        for (var i = 0; i < 5; i++) {
            assertThat(browser.signIn("mayor", "wrong-password").status()).isEqualTo(401);
        }
        var refused = browser.signIn("mayor", Browser.demoPassword(data));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().path("detail").asString()).contains("초 뒤에 다시");
        assertThat(refused.body().path("detailEn").asString()).contains("seconds");
        assertThat(browser.signIn("host", Browser.demoPassword(data)).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(31));
        assertThat(browser.signIn("mayor", Browser.demoPassword(data)).status()).isEqualTo(200);
    }

    @Test
    void anUnknownNameGetsTheSameAnswerAsAWrongPassword() {
        var unknown = new Browser(port).signIn("nobody-of-that-name", "wrong-password");
        var wrong = new Browser(port).signIn("clerk", "wrong-password");
        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(unknown.body().path("detail")).isEqualTo(wrong.body().path("detail"));
    }

    @Test
    void failedSignInsAreInTheAuditAndNoNameThatMayBeAPassword() {
        new Browser(port).signIn("heungcheon", "wrong-password");
        new Browser(port).signIn("my-secret-password", "heungcheon");
        var admin = Browser.as("admin", port, data);
        var refused = admin.get("/api/v1/audit?action=refused").body();
        var person = Browser.as("heungcheon", port, data)
                .get("/api/v1/me")
                .body()
                .path("id")
                .asString();
        assertThat(refused.valueStream())
                .anySatisfy(entry -> {
                    assertThat(entry.path("subjectKind").asString()).isEqualTo("person");
                    assertThat(entry.path("subjectId").asString()).isEqualTo(person);
                    assertThat(entry.path("after").asString()).contains("SIGN_IN 127.0.0.1");
                })
                .anySatisfy(entry -> {
                    assertThat(entry.path("subjectKind").asString()).isEqualTo("address");
                    assertThat(entry.path("subjectId").asString()).isEqualTo("127.0.0.1");
                });
        assertThat(refused.toString()).doesNotContain("my-secret-password");
    }

    @Test
    void aDisabledPersonIsOutAtOnce() {
        var person = Browser.as("ohak", port, data);
        var id = person.get("/api/v1/me").body().path("id").asString();
        var admin = Browser.as("admin", port, data);
        assertThat(admin.post("/api/v1/people/" + id + "/disable", "{}").status())
                .isEqualTo(200);
        assertThat(person.get("/api/v1/me").body().path("signedIn").asBoolean()).isFalse();
        assertThat(person.get("/api/v1/meetings").status()).isEqualTo(401);
        assertThat(new Browser(port).signIn("ohak", Browser.demoPassword(data)).code())
                .isEqualTo("account-disabled");
    }

    @Test
    void theLastAdministratorStays() {
        var admin = Browser.as("admin", port, data);
        var id = admin.get("/api/v1/me").body().path("id").asString();
        assertThat(admin.post("/api/v1/people/" + id + "/disable", "{}").code()).isEqualTo("last-administrator");
        assertThat(admin.get("/api/v1/me").body().path("signedIn").asBoolean()).isTrue();
    }

    @Test
    void anInvitationIsClaimedOnceAndEndsWhenRevoked() {
        var host = Browser.as("host", port, data);
        var meeting = host.get("/api/v1/meetings").body().get(0).path("id").asString();
        var path = "/api/v1/meetings/" + meeting + "/invitations";
        var made = host.post(path, "{\"label\":\"검역본부\",\"role\":\"GUEST\",\"unitId\":null,\"expiresAt\":null}");
        var url = made.body().path("url").asString();
        var accept = "/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept";
        var guest = new Browser(port);
        assertThat(guest.post(accept, "{\"name\":\"홍길동\"}")
                        .body()
                        .path("meetingId")
                        .asString())
                .isEqualTo(meeting);
        assertThat(guest.post(accept, "{\"name\":\"홍길동\"}").status()).isEqualTo(200);
        assertThat(new Browser(port).post(accept, "{\"name\":\"다른 사람\"}").code())
                .isEqualTo("invitation-used");
        assertThat(guest.get("/api/v1/meetings/" + meeting).status()).isEqualTo(200);
        assertThat(guest.get("/api/v1/units").status()).isEqualTo(403);

        var id = made.body().at("/invitation/id").asString();
        assertThat(host.send("DELETE", path + "/" + id, null, true).status()).isEqualTo(204);
        assertThat(guest.get("/api/v1/meetings/" + meeting).status()).isEqualTo(401);
        assertThat(guest.post(accept, "{\"name\":\"홍길동\"}").code()).isEqualTo("invitation-revoked");

        var late = host.post(
                path,
                "{\"label\":\"늦은 손님\",\"role\":\"GUEST\",\"unitId\":null,\"expiresAt\":\""
                        + clock.instant().plusSeconds(60) + "\"}");
        var lateUrl = late.body().path("url").asString();
        clock.advance(Duration.ofSeconds(61));
        assertThat(new Browser(port)
                        .post(
                                "/api/v1/invitations/" + lateUrl.substring(lateUrl.lastIndexOf('/') + 1) + "/accept",
                                "{\"name\":\"홍길동\"}")
                        .code())
                .isEqualTo("invitation-expired");
        assertThat(new Browser(port).get("/api/v1/invitations/no-such-link").code())
                .isEqualTo("invitation-missing");
    }

    @Test
    void aLinkMakesNobodyHost() {
        var host = Browser.as("host", port, data);
        var meeting = host.get("/api/v1/meetings").body().get(0).path("id").asString();
        for (var role : List.of("HOST", "CHAIR", "ADMINISTRATOR", "CLERK")) {
            var body = "{\"label\":\"가\",\"role\":\"%s\",\"unitId\":null,\"expiresAt\":null}".formatted(role);
            var refused = host.post("/api/v1/meetings/" + meeting + "/invitations", body);
            assertThat(refused.code()).as(role).isEqualTo("invitation-role");
            assertThat(refused.body().path("detail").asString()).contains("손님, 참석자, 발언자");
        }
    }

    @Test
    void theOperatorRunsRehearsalsOnlyAndOnlyFromThisMachine() throws Exception {
        var token = Files.readString(data.path().resolve("run").resolve("operator.token"))
                .strip();
        var host = Browser.as("host", port, data);
        var meeting = host.get("/api/v1/meetings").body().get(0);
        var path = "/api/v1/meetings/" + meeting.path("id").asString() + "/open";
        assertThat(operator(path, token, null).code()).isEqualTo("not-allowed");
        var onAir = "/api/v1/meetings/" + meeting.path("id").asString() + "/on-air";
        assertThat(operator(onAir, token, null).code()).isEqualTo("not-allowed");

        var rehearsal = host.post(
                        "/api/v1/meetings",
                        "{\"seriesId\":\"%s\",\"date\":\"%s\",\"startsAt\":null,\"rehearsal\":true}"
                                .formatted(
                                        meeting.path("seriesId").asString(),
                                        meeting.path("date").asString()))
                .body()
                .path("id")
                .asString();
        var open = "/api/v1/meetings/" + rehearsal + "/open";
        assertThat(operator(open, token, "203.0.113.7").status()).isEqualTo(401);
        assertThat(operator(open, token + "x", null).status()).isEqualTo(401);
        assertThat(operator(open, token, null).body().path("state").asString()).isEqualTo("OPEN");
        assertThat(Files.getPosixFilePermissions(data.path().resolve("run").resolve("operator.token")))
                .hasSize(2);
    }

    private Browser.Answer operator(String path, String token, @Nullable String forwardedFor) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody());
        if (forwardedFor != null) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        return new Browser(port).exchange(request.build());
    }
}
