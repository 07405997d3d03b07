package org.onmaru.server.city.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.audit.AuditTrail;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A new password: one's own, and the way back for an administrator who forgot it.
@ServerTest
class PasswordIT {

    private static final String OLD = "correct horse battery 9";
    private static final String NEW = "another staple of 2026";
    private static final Pattern TOKEN = Pattern.compile("/reset\\?token=([\\w-]+)");

    @LocalServerPort
    private int port;

    @Autowired
    private DataDirectory data;

    @Autowired
    private People people;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private MovableClock.Hands clock;

    @Test
    void whoKnowsTheOldOneSetsANewOneAndTheOtherDevicesAreOut() {
        create("changer");
        var here = signedIn("changer", OLD);
        var elsewhere = signedIn("changer", OLD);
        assertThat(change(here, "not-the-old-one", NEW).code()).isEqualTo("password-wrong");
        assertThat(change(here, OLD, "short").code()).isEqualTo("password-length");
        assertThat(change(here, OLD, OLD).code()).isEqualTo("password-same");
        assertThat(knows(elsewhere)).isTrue();

        var changed = change(here, OLD, NEW);
        assertThat(changed.status()).isEqualTo(204);
        assertThat(changed.raw().headers().allValues("Set-Cookie"))
                .as("the session has a new id")
                .anySatisfy(cookie -> assertThat(cookie).startsWith("ONMARU="));
        assertThat(knows(here)).isTrue();
        assertThat(knows(elsewhere)).isFalse();
        assertThat(new Browser(port).signIn("changer", OLD).status()).isEqualTo(401);
        assertThat(new Browser(port).signIn("changer", NEW).status()).isEqualTo(200);
    }

    @Test
    void aStolenSessionCannotGuessTheOldOne() {
        create("guarded");
        var browser = signedIn("guarded", OLD);
        for (var i = 0; i < 5; i++) {
            assertThat(change(browser, "guess-number-" + i, NEW).code()).isEqualTo("password-wrong");
        }
        assertThat(change(browser, OLD, NEW).code()).isEqualTo("too-many-attempts");
    }

    @Test
    void nobodyAndGuestsHaveNoneToChange() {
        assertThat(change(new Browser(port), OLD, NEW).status()).isEqualTo(401);
        var host = Browser.as("host", port, data);
        var meeting = host.get("/api/v1/meetings").body().get(0).path("id").asString();
        var url = host.post(
                        "/api/v1/meetings/" + meeting + "/invitations",
                        "{\"label\":\"가\",\"role\":\"GUEST\",\"unitId\":null,\"expiresAt\":null}")
                .body()
                .path("url")
                .asString();
        var guest = new Browser(port);
        guest.post("/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept", "{\"name\":\"홍길동\"}");
        assertThat(change(guest, OLD, NEW).code()).isEqualTo("no-password");
    }

    /// The command itself, as the operator types it.
    @Test
    void theOperatorMakesALinkForAnAdministratorWhoForgotIt() throws Exception {
        create("director", Role.ADMINISTRATOR);
        var before = signedIn("director", OLD);
        for (var i = 0; i < 5; i++) {
            new Browser(port).signIn("director", "what-was-it-" + i);
        }
        var said = resetPassword(0, "director");
        assertThat(said).contains("사람", "http://localhost:" + port + "/reset?token=");
        var path = "/api/v1/password-links/" + token(said);

        var browser = new Browser(port);
        assertThat(browser.get(path).body().path("loginName").asString()).isEqualTo("director");
        assertThat(browser.post(path, "{\"password\":\"short\"}").code()).isEqualTo("password-length");
        var used = browser.post(path, "{\"password\":\"%s\"}".formatted(NEW));
        assertThat(used.body().path("kind").asString()).isEqualTo("person");
        assertThat(knows(browser)).isTrue();
        assertThat(knows(before)).isFalse();
        assertThat(new Browser(port).signIn("director", NEW).status())
                .as("what was guessed before is forgiven")
                .isEqualTo(200);
        assertThat(browser.post(path, "{\"password\":\"%s\"}".formatted(OLD)).code())
                .isEqualTo("password-link-missing");
        assertThat(trail.find(new AuditTrail.Wanted("person", null, null, "person.password"), Long.MAX_VALUE, 10))
                .extracting(entry -> entry.by().kind())
                .contains("operator");
    }

    @Test
    void aLinkEndsAfterAnHourAndWithTheNextOne() throws Exception {
        create("forgetful", Role.ADMINISTRATOR);
        var first = token(resetPassword(0, "forgetful"));
        var second = token(resetPassword(0, "forgetful"));
        assertThat(new Browser(port).get("/api/v1/password-links/" + first).code())
                .isEqualTo("password-link-missing");
        clock.advance(Duration.ofMinutes(61));
        assertThat(new Browser(port).get("/api/v1/password-links/" + second).code())
                .isEqualTo("password-link-expired");
    }

    @Test
    void onlyAdministratorsAreHelpedThisWay() throws Exception {
        create("plain");
        assertThat(resetPassword(2, "plain")).contains("그런 아이디의 관리자가 없습니다", "admin");
        assertThat(resetPassword(2, "a\"b\\c")).contains("그런 아이디의 관리자가 없습니다");
        assertThat(resetPassword(2)).contains("아이디를 적어 주세요");
        assertThat(resetPassword(2, "admin", "--port", "1")).contains(String.valueOf(port), "1");
    }

    @Test
    void onlyTheOperatorMakesLinks() {
        var body = "{\"loginName\":\"admin\"}";
        assertThat(new Browser(port)
                        .post("/api/v1/operator/password-links", body)
                        .status())
                .isEqualTo(401);
        assertThat(Browser.as("admin", port, data)
                        .post("/api/v1/operator/password-links", body)
                        .status())
                .isEqualTo(403);
        var forwarded = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/operator/password-links"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + operatorToken())
                .header("X-Forwarded-For", "203.0.113.7")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        assertThat(new Browser(port).exchange(forwarded.build()).status()).isEqualTo(401);
    }

    private String operatorToken() {
        return data.readSecret("operator.token").getFirst();
    }

    private String resetPassword(int status, String... arguments) throws IOException, InterruptedException {
        var command = new ProcessBuilder("bash", Path.of("..", "onmaru").toString(), "reset-password");
        command.command().addAll(List.of(arguments));
        command.command().addAll(List.of("--data", data.path().toString()));
        var output = Files.createTempFile(Path.of("target"), "reset", ".txt");
        var process = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isEqualTo(status);
        return said;
    }

    private static String token(String said) {
        var found = TOKEN.matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return found.group(1);
    }

    private void create(String login, Role... roles) {
        people.create(login, OLD, new People.Profile("사람", null, Set.of(roles)), true);
    }

    private Browser signedIn(String login, String password) {
        var browser = new Browser(port);
        assertThat(browser.signIn(login, password).status()).isEqualTo(200);
        return browser;
    }

    private static Browser.Answer change(Browser browser, String current, String next) {
        return browser.send(
                "PUT",
                "/api/v1/me/password",
                "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, next),
                true);
    }

    private static boolean knows(Browser browser) {
        return browser.get("/api/v1/me").body().path("signedIn").asBoolean();
    }
}
