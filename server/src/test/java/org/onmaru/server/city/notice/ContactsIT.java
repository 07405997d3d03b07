package org.onmaru.server.city.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who keeps an address, and who sees it.
@ServerTest
class ContactsIT {

    private static final String MINE = "/api/v1/me/contact";

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser as(String login) {
        return Browser.as(login, port, data);
    }

    private static Browser.Answer put(Browser browser, String email, String mobile, String ways) {
        return browser.send("PUT", MINE, """
                {"email":"%s","mobile":"%s","ways":[%s]}""".formatted(email, mobile, ways), true);
    }

    @Test
    void everybodyKeepsTheirOwn() {
        var ganam = as("ganam");
        var empty = ganam.get(MINE).body();
        assertThat(empty.path("email").asString()).isEmpty();
        assertThat(empty.path("ways")).isEmpty();
        assertThat(empty.path("available").toString())
                .as("there is no mail server here")
                .isEqualTo("[\"SMS\"]");

        var put = put(ganam, "haneul@yeoju.example", "+82 10-2345-6789", "\"SMS\",\"EMAIL\"");
        assertThat(put.status()).as(put.raw().body()).isEqualTo(200);
        var kept = ganam.get(MINE).body();
        assertThat(kept).isEqualTo(put.body());
        assertThat(kept.path("mobile").asString()).isEqualTo("010-2345-6789");
        assertThat(kept.path("ways").toString()).isEqualTo("[\"EMAIL\",\"SMS\"]");
        assertThat(as("ohak").get(MINE).body().path("mobile").asString()).isEmpty();

        assertThat(put(ganam, "", "", "").status()).isEqualTo(200);
        assertThat(ganam.get(MINE).body()).isEqualTo(empty);
    }

    @Test
    void aWrongAddressIsRefusedWithASentence() {
        var jeomdong = as("jeomdong");
        var email = put(jeomdong, "dodam@yeoju", "", "\"EMAIL\"");
        assertThat(email.status()).isEqualTo(400);
        assertThat(email.code()).isEqualTo("contact-email");
        assertThat(email.body().path("detail").asString()).isEqualTo("전자우편 주소가 아닙니다. name@example.kr처럼 적으십시오.");
        var mobile = put(jeomdong, "", "031-887-1234", "");
        assertThat(mobile.code()).isEqualTo("contact-mobile");
        assertThat(mobile.body().path("detailEn").asString()).contains("010-1234-5678");
        assertThat(put(jeomdong, "", "010-1234-5678", "\"EMAIL\"").code()).isEqualTo("contact-email-needed");
        assertThat(put(jeomdong, "", "010-1234-5678", "\"PIGEON\"").status()).isEqualTo(400);
        assertThat(jeomdong.get(MINE).body().path("mobile").asString()).isEmpty();
    }

    @Test
    void onlyAdministratorsSeeSomebodyElsesAndTheAuditKnowsThatTheyLooked() {
        var sejong = as("sejong");
        put(sejong, "hanul@yeoju.example", "010-7654-3210", "\"SMS\"");
        var id = sejong.get("/api/v1/me").body().path("id").asString();
        var theirs = "/api/v1/people/" + id + "/contact";

        assertThat(new Browser(port).get(MINE).status()).isEqualTo(401);
        assertThat(new Browser(port).get(theirs).status()).isEqualTo(401);
        for (var login : new String[] {"sejong", "staff", "clerk", "host", "mayor"}) {
            assertThat(as(login).get(theirs).status()).as(login).isEqualTo(403);
        }
        var admin = as("admin");
        var seen = admin.get(theirs);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().path("email").asString()).isEqualTo("hanul@yeoju.example");
        assertThat(admin.get("/api/v1/people/00000000-0000-0000-0000-000000000009/contact")
                        .code())
                .isEqualTo("person-missing");

        var actions = jdbc.sql("SELECT action FROM audit_entry WHERE subject_id = ? AND action LIKE 'contact.%'"
                        + " ORDER BY number")
                .param(id)
                .query(String.class)
                .list();
        assertThat(actions).containsExactly("contact.changed", "contact.seen");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE concat(before, after) ~ 'hanul|7654'")
                        .query(Integer.class)
                        .single())
                .as("the audit never forgets, so it is not told")
                .isZero();
    }

    @Test
    void administratorsCorrectAddressesAndNotWays() {
        var bungnae = as("bungnae");
        put(bungnae, "dasom@yeoju.example", "010-3333-4444", "\"EMAIL\",\"SMS\"");
        var id = bungnae.get("/api/v1/me").body().path("id").asString();
        var theirs = "/api/v1/people/" + id + "/contact";
        var wrong = "{\"email\":\"dasom@yeoju\",\"mobile\":\"\"}";
        var right = "{\"email\":\"\",\"mobile\":\"010 5555 6666\"}";

        for (var login : new String[] {"bungnae", "staff", "clerk", "mayor"}) {
            assertThat(as(login).send("PUT", theirs, right, true).status())
                    .as(login)
                    .isEqualTo(403);
        }
        var admin = as("admin");
        assertThat(admin.send("PUT", theirs, wrong, true).code()).isEqualTo("contact-email");
        assertThat(admin.send("PUT", theirs, right, true).status()).isEqualTo(200);
        var kept = bungnae.get(MINE).body();
        assertThat(kept.path("mobile").asString()).isEqualTo("010-5555-6666");
        assertThat(kept.path("ways").toString())
                .as("a way without its address is none")
                .isEqualTo("[\"SMS\"]");
        assertThat(admin.send("PUT", "/api/v1/people/00000000-0000-0000-0000-000000000009/contact", right, true)
                        .code())
                .isEqualTo("person-missing");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE subject_id = ? AND action = 'contact.changed'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE concat(before, after) ~ 'dasom|6666'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDeviceIsSwitchedOnWhereItIs() {
        assertThat(put(as("sanbuk"), "", "", "\"PUSH\"").code()).isEqualTo("contact-push");
    }

    @Test
    void aGuestHasNone() {
        var host = as("host");
        var meeting = host.get("/api/v1/meetings").body().get(0).path("id").asString();
        var url = host.post("/api/v1/meetings/" + meeting + "/invitations", """
                        {"label":"검역본부","role":"GUEST","unitId":null,"expiresAt":null}""")
                .body()
                .path("url")
                .asString();
        var guest = new Browser(port);
        guest.post("/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept", "{\"name\":\"홍길동\"}");
        assertThat(guest.get("/api/v1/me").body().path("kind").asString()).isEqualTo("guest");
        assertThat(guest.get(MINE).status()).isEqualTo(403);
        assertThat(put(guest, "", "", "").status()).isEqualTo(403);
    }

    @Test
    void nobodyElsesAnswersCarryAddresses() {
        put(as("daesin"), "narae@yeoju.example", "010-1111-2222", "\"SMS\"");
        var admin = as("admin");
        var people = admin.get("/api/v1/people").body();
        assertThat(StreamSupport.stream(people.spliterator(), false)).isNotEmpty();
        assertThat(people.toString()).doesNotContain("narae", "1111-2222");
    }
}
