package org.onmaru.server.city.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Posts and who is in them, as days go by in the demonstration's city.
@ServerTest
class PostsIT {

    private static final Instant START = Instant.parse("2026-11-22T22:00:00Z"); // 07:00 on the 23rd in Yeoju
    private static final Map<String, Browser> SIGNED_IN = new HashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private DataDirectory data;

    @Autowired
    private MovableClock.Hands clock;

    @AfterEach
    void backToTheFirstDay() {
        clock.set(START);
    }

    @Test
    void aPostIsCalledWhatItIsCalledOnTheDay() {
        var admin = as("admin");
        var post = postOf(admin, "ganam");
        assertThat(admin.post("/api/v1/posts/" + post + "/names", """
                {"name":"총괄읍장","nameEn":"Chief Head","from":"2026-12-01"}""").status()).isEqualTo(200);
        clock.set(Instant.parse("2026-11-30T14:59:59Z")); // a second before midnight
        assertThat(me("ganam").path("post").asString()).isEqualTo("읍장");
        assertThat(post(admin, post).path("name").asString()).isEqualTo("읍장");
        clock.set(Instant.parse("2026-11-30T15:00:00Z"));
        assertThat(me("ganam").path("post").asString()).isEqualTo("총괄읍장");
        assertThat(post(admin, post).path("name").asString()).isEqualTo("총괄읍장");
        assertThat(post(admin, post).path("names")).hasSize(2);
        assertThat(admin.post("/api/v1/posts/" + post + "/names", """
                {"name":"읍장","nameEn":"Head","from":"2026-12-01"}""").code()).isEqualTo("post-name-same-day");
        assertThat(admin.post("/api/v1/posts/" + post + "/names", """
                {"name":"읍장","nameEn":"Head","from":"1999-12-31"}""").code()).isEqualTo("post-not-yet");
    }

    @Test
    void whoActsIsCalledSoInTheRoomUntilTheirLastDay() {
        var admin = as("admin");
        var head = postOf(admin, "sanbuk-head");
        var acting = holding(admin, head, "ACTING");
        var plate = plate("sanbuk", "2026-11-23");
        assertThat(plate.path("unit").asString()).isEqualTo("산북면");
        assertThat(plate.path("post").asString()).isEqualTo("면장 직무대리");
        assertThat(plate.path("role").asString()).isEqualTo("SPEAKER");
        assertThat(me("sanbuk-head").path("post").asString())
                .as("the post stays theirs")
                .isEqualTo("면장");
        assertThat(person(admin, "sanbuk")
                        .path("posts")
                        .valueStream()
                        .map(one -> one.path("label").asString()))
                .containsExactly("면장 직무대리", "부면장");

        assertThat(put(admin, "/api/v1/holdings/" + acting + "/until", "{\"until\":\"2026-11-25\"}")
                        .status())
                .isEqualTo(200);
        clock.set(Instant.parse("2026-11-25T14:00:00Z")); // 23:00 of the last day
        assertThat(me("sanbuk").path("post").asString()).isEqualTo("면장 직무대리");
        clock.set(Instant.parse("2026-11-25T22:00:00Z"));
        assertThat(plate("sanbuk", "2026-11-26").path("post").asString()).isEqualTo("부면장");
    }

    @Test
    void whatCannotBeIsRefusedInASentence() {
        var admin = as("admin");
        var post = postOf(admin, "daesin");
        var other = idOf(admin, "staff");
        refused(put(admin, post, other, "HOLDER", "2026-12-01", null), 409, "post-held");
        refused(put(admin, post, idOf(admin, "daesin"), "ACTING", "2026-12-01", null), 409, "already-in-post");
        refused(put(admin, post, other, "ACTING", "2026-12-02", "2026-12-01"), 400, "ends-before-start");
        refused(put(admin, post, other, "ACTING", "1999-12-01", "1999-12-02"), 409, "unit-not-yet");
        assertThat(put(admin, post, other, "ACTING", "2026-12-01", "2026-12-31").status())
                .isEqualTo(200);
        refused(put(admin, post, idOf(admin, "clerk"), "ACTING", "2026-12-31", null), 409, "post-acted-for");
        refused(put(admin, "/api/v1/posts/" + post + "/until", "{\"until\":\"2026-11-30\"}"), 409, "post-held-later");

        assertThat(put(admin, "/api/v1/posts/" + post + "/until", "{\"until\":\"2026-12-15\"}")
                        .body()
                        .path("holdings")
                        .valueStream()
                        .map(one -> one.path("until").asString()))
                .as("everybody leaves with the post")
                .containsExactly("2026-12-15", "2026-12-15");
        refused(put(admin, post, other, "HOLDER", "2026-12-16", null), 409, "post-ended");
        clock.set(Instant.parse("2026-12-15T15:00:00Z"));
        assertThat(me("daesin").path("post").asString()).isEmpty();
        assertThat(me("daesin").path("unit").isNull()).isTrue();
    }

    @Test
    void aUnitTakesItsPostsAlong() {
        var admin = as("admin");
        var post = postOf(admin, "ohak");
        var unit = post(admin, post).path("unitId").asString();
        refused(put(admin, "/api/v1/units/" + unit + "/until", "{\"until\":\"1999-12-31\"}"), 400, "ends-before-start");
        assertThat(admin.post("/api/v1/units/" + unit + "/posts", """
                {"name":"부동장","nameEn":"Head","head":false,"from":"2027-01-01"}""").status()).isEqualTo(200);
        refused(put(admin, "/api/v1/units/" + unit + "/until", "{\"until\":\"2026-12-31\"}"), 409, "post-begins-later");
        assertThat(put(admin, "/api/v1/units/" + unit + "/until", "{\"until\":\"2027-01-31\"}")
                        .body()
                        .path("until")
                        .asString())
                .isEqualTo("2027-01-31");
        assertThat(post(admin, post).path("until").asString()).isEqualTo("2027-01-31");
        assertThat(post(admin, post).at("/holdings/0/until").asString()).isEqualTo("2027-01-31");
        refused(put(admin, post, idOf(admin, "staff"), "HOLDER", "2027-02-01", null), 409, "unit-ended");
        refused(admin.post("/api/v1/units/" + unit + "/posts", """
                {"name":"과장","nameEn":"Head","head":false,"from":"2026-12-01"}"""), 409, "unit-ended");
        refused(put(admin, "/api/v1/posts/" + post + "/until", "{\"until\":null}"), 409, "unit-ended");
        clock.set(Instant.parse("2027-01-31T15:00:00Z"));
        assertThat(me("ohak").path("unit").isNull()).isTrue();
    }

    @Test
    void aUnitHasOneHeadAtATime() {
        var admin = as("admin");
        var post = postOf(admin, "jungang");
        var unit = post(admin, post).path("unitId").asString();
        var second = "{\"name\":\"총괄동장\",\"nameEn\":\"Head\",\"head\":true,\"from\":\"2026-12-01\"}";
        refused(admin.post("/api/v1/units/" + unit + "/posts", second), 409, "unit-has-head");
        put(admin, "/api/v1/posts/" + post + "/head", "{\"head\":false}");
        var made = admin.post("/api/v1/units/" + unit + "/posts", second);
        assertThat(made.body().path("seat").asInt()).isEqualTo(2);
        refused(put(admin, "/api/v1/posts/" + post + "/head", "{\"head\":true}"), 409, "unit-has-head");
    }

    @Test
    void aNewOwnPostEndsTheOldOneAndAHeldOneStays() {
        var admin = as("admin");
        var id = idOf(admin, "bungnae");
        var old = postOf(admin, "bungnae");
        var held = postOf(admin, "gangcheon");
        refused(own(admin, id, held), 409, "post-held");
        assertThat(person(admin, "bungnae").path("post").asString())
                .as("as before")
                .isEqualTo("면장");

        var unit = post(admin, old).path("unitId").asString();
        var next = admin.post("/api/v1/units/" + unit + "/posts", """
                {"name":"민원팀장","nameEn":"Head","head":false,"from":"2020-01-01"}""")
                .body()
                .path("id")
                .asString();
        assertThat(own(admin, id, next).body().path("post").asString()).isEqualTo("민원팀장");
        assertThat(post(admin, old).at("/holdings/0/until").asString()).isEqualTo("2026-11-22");
        assertThat(post(admin, next).at("/holdings/0/from").asString()).isEqualTo("2026-11-23");
        own(admin, id, next);
        assertThat(post(admin, next).path("holdings")).as("theirs already").hasSize(1);
        assertThat(own(admin, id, null).body().path("post").asString()).isEmpty();
        assertThat(post(admin, next).path("holdings")).as("of one day only").isEmpty();
    }

    @Test
    void aMistakeIsTakenBack() {
        var admin = as("admin");
        var post = postOf(admin, "heungcheon");
        put(admin, post, idOf(admin, "staff"), "ACTING", "2062-01-01", null);
        var mistake = holding(admin, post, "ACTING");
        assertThat(admin.send("DELETE", "/api/v1/holdings/" + mistake, null, true)
                        .status())
                .isEqualTo(204);
        assertThat(post(admin, post).path("holdings")).hasSize(1);
        assertThat(admin.send("DELETE", "/api/v1/holdings/" + mistake, null, true)
                        .code())
                .isEqualTo("holding-missing");
        var kept = admin.get("/api/v1/audit?subjectId=" + mistake).body();
        assertThat(kept.valueStream().map(entry -> entry.path("action").asString()))
                .as("only the audit remembers")
                .containsExactly("holding.removed", "holding.put");
        assertThat(kept.get(0).path("actorName").asString()).isEqualTo("관리자");
        assertThat(kept.get(0).path("before").asString()).contains("2062-01-01");
    }

    @Test
    void whoWasInWhichPostIsForAdministrators() {
        assertThat(as("staff").get("/api/v1/posts").status()).isEqualTo(403);
        assertThat(as("host").get("/api/v1/posts").status()).isEqualTo(403);
    }

    private Browser as(String login) {
        return SIGNED_IN.computeIfAbsent(login, name -> Browser.as(name, port, data));
    }

    private JsonNode me(String login) {
        return as(login).get("/api/v1/me").body();
    }

    /// What the room's token says of somebody on that day.
    private JsonNode plate(String login, String day) {
        var host = as("host");
        var series = host.get("/api/v1/series").body().get(0).path("id").asString();
        var rehearsal = host.post("/api/v1/meetings", """
                {"seriesId":"%s","date":"%s","startsAt":null,"rehearsal":true}""".formatted(series, day))
                .body()
                .path("id")
                .asString();
        assertThat(host.post("/api/v1/meetings/" + rehearsal + "/open", "{}").status())
                .isEqualTo(200);
        var ticket =
                as(login).post("/api/v1/meetings/" + rehearsal + "/join", "{}").body();
        var claims = ticket.path("token").asString().split("\\.", -1)[1];
        var attributes = JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(claims))
                .path("attributes");
        assertThat(attributes.path("post")).isEqualTo(ticket.path("post"));
        return attributes;
    }

    private static JsonNode person(Browser admin, String login) {
        return admin.get("/api/v1/people")
                .body()
                .valueStream()
                .filter(one -> one.path("loginName").asString().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private static String idOf(Browser admin, String login) {
        return person(admin, login).path("id").asString();
    }

    private static String postOf(Browser admin, String login) {
        return person(admin, login).at("/posts/0/postId").asString();
    }

    private static JsonNode post(Browser admin, String id) {
        return admin.get("/api/v1/posts")
                .body()
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String holding(Browser admin, String post, String kind) {
        return post(admin, post)
                .path("holdings")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals(kind))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Browser.Answer put(
            Browser admin, String post, String person, String kind, String from, @Nullable String until) {
        return admin.post("/api/v1/posts/" + post + "/holdings", """
                {"personId":"%s","kind":"%s","from":"%s","until":%s}""".formatted(person, kind, from, quoted(until)));
    }

    private static Browser.Answer own(Browser admin, String person, @Nullable String post) {
        return put(
                admin,
                "/api/v1/people/" + person,
                "{\"name\":\"조은별\",\"postId\":%s,\"cityRoles\":[]}".formatted(quoted(post)));
    }

    private static Browser.Answer put(Browser admin, String path, String body) {
        return admin.send("PUT", path, body, true);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static void refused(Browser.Answer answer, int status, String code) {
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("detail").asString()).isNotBlank();
        assertThat(answer.body().path("detailEn").asString()).isNotBlank();
    }
}
