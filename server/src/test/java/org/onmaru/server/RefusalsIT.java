package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every way to change something, found in the server itself: nobody may without signing in, without the role, or
/// from a foreign page.
@ServerTest
class RefusalsIT {

    /// Whoever is nobody yet must be able to knock here.
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "POST /api/v1/setup",
            "POST /api/v1/session",
            "POST /api/v1/invitations/{token}/accept",
            "POST /api/v1/password-links/{token}",
            "POST /api/v1/public/subscriptions",
            "POST /api/v1/public/subscriptions/end");

    /// Signing out, one's own password, addresses and devices are everybody's right; attendees join their meetings,
    /// raise their hands there, and ask for corrections of their minutes.
    private static final Set<String> OPEN_TO_THE_SIGNED_IN = Set.of(
            "DELETE /api/v1/session",
            "POST /api/v1/meetings/{id}/join",
            "POST /api/v1/meetings/{id}/floor/hand",
            "DELETE /api/v1/meetings/{id}/floor/hand",
            "POST /api/v1/meetings/{id}/minutes/requests",
            "PUT /api/v1/me/password",
            "PUT /api/v1/me/contact",
            "POST /api/v1/me/devices",
            "DELETE /api/v1/me/devices/{id}");

    private static final String METRIC = """
            {"ko":"가","en":"a","measure":"건","measureEn":"cases","decimals":0,"mayFall":false,"estimable":false,
             "combines":"SUM","disclosure":"INTERNAL","unitDisclosure":"INTERNAL","citation":""}""";

    @LocalServerPort
    private int port;

    @Autowired
    private DataDirectory data;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Set<String> changing() {
        var found = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternValues().forEach(path -> {
                            if (!method.name().equals("GET") && path.startsWith("/api/")) {
                                found.add(method.name() + " " + path);
                            }
                        })));
        return found;
    }

    private static Browser.Answer call(Browser browser, String endpoint, boolean csrf) {
        var parts = endpoint.split(" ", 2);
        return browser.send(parts[0], concrete(parts[1]), body(endpoint), csrf);
    }

    private static String concrete(String path) {
        return path.replace("{date}", "2099-01-01")
                .replace("{number}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    /// Bodies that would be accepted, so that a refusal can only come from who asks.
    private static String body(String endpoint) {
        return switch (endpoint) {
            case "POST /api/v1/units" -> """
                {"name":"새 부서","nameEn":"New","kind":"DEPARTMENT","from":"2026-01-01"}""";
            case "POST /api/v1/units/{id}/names" -> """
                {"name":"새 이름","nameEn":"New","from":"2026-01-01"}""";
            case "POST /api/v1/units/{id}/posts" -> """
                {"name":"과장","nameEn":"New","head":false,"from":"2026-01-01"}""";
            case "POST /api/v1/posts/{id}/names" -> """
                {"name":"새 이름","nameEn":"New","from":"2026-01-01"}""";
            case "PUT /api/v1/posts/{id}/head" -> """
                {"head":false}""";
            case "POST /api/v1/posts/{id}/holdings" -> """
                {"personId":"00000000-0000-0000-0000-000000000001","kind":"ACTING","from":"2026-01-01","until":null}""";
            case "PUT /api/v1/units/{id}/until", "PUT /api/v1/posts/{id}/until", "PUT /api/v1/holdings/{id}/until" ->
                """
                {"until":null}""";
            case "POST /api/v1/people" -> """
                {"loginName":"x","name":"가","password":"abcdefghijk1","postId":null,"cityRoles":["ADMINISTRATOR"]}""";
            case "PUT /api/v1/people/{id}" -> """
                {"name":"가","postId":null,"cityRoles":["ADMINISTRATOR"]}""";
            case "POST /api/v1/people/{id}/password" -> """
                {"password":"abcdefghijk1"}""";
            case "POST /api/v1/series", "PUT /api/v1/series/{id}" -> """
                {"name":"가","nameEn":"a","startsAt":"08:30","opensMinutesBefore":30,"minutes":60,
                 "recurrence":"DAILY","onHolidays":"MEET","from":"2026-01-01"}""";
            case "POST /api/v1/series/{id}/phases", "PUT /api/v1/series/{id}/phases/{phaseId}" -> """
                {"from":"2026-01-01","name":"가","nameEn":"a","theme":"","audience":"ALL_STAFF","channel":"ONMARU",
                 "broadcast":true,"agendaTemplate":"DAILY","unitIds":[],"cutOffs":[]}""";
            case "PUT /api/v1/series/{id}/next-ordinal" -> "{\"nextOrdinal\":288}";
            case "PUT /api/v1/series/{id}/days/{date}" -> """
                {"kind":"CANCELLED","startsAt":null,"reason":"가"}""";
            case "POST /api/v1/meetings/{id}/agenda/items" -> """
                {"kind":"OTHER","title":"가","titleEn":null,"unitId":null,"minutes":1,"open":true}""";
            case "PUT /api/v1/meetings/{id}/agenda/items/{key}" -> """
                {"title":"가","titleEn":null,"unitId":null,"minutes":1,"open":true}""";
            case "POST /api/v1/meetings/{id}/agenda/items/{key}/move" -> """
                {"before":null}""";
            case "POST /api/v1/meetings/{id}/agenda/items/{key}/drop" -> """
                {"reason":"가"}""";
            case "PUT /api/v1/holidays/{date}" -> """
                {"name":"임시공휴일","nameEn":"Temporary holiday","citation":"규정 §2"}""";
            case "PUT /api/v1/series/{id}/members/{personId}" -> """
                {"role":"CHAIR"}""";
            case "POST /api/v1/series/{id}/reports" -> """
                {"date":"2026-11-23","cutOff":"07:30","unitId":"00000000-0000-0000-0000-000000000001"}""";
            case "PATCH /api/v1/series/{id}/reports/{reportId}" -> """
                {"changeId":"00000000-0000-0000-0000-000000000001",
                 "edits":[{"field":"situation","base":"","value":"가"}]}""";
            case "POST /api/v1/series/{id}/reports/{reportId}/file" -> """
                {"nil":true,"last":false,"reason":""}""";
            case "POST /api/v1/series/{id}/reminders" -> """
                {"date":"2026-11-23","cutOff":"07:30","unitId":"00000000-0000-0000-0000-000000000001"}""";
            case "PUT /api/v1/me/contact" -> """
                {"email":"","mobile":"","ways":[]}""";
            case "PUT /api/v1/people/{id}/contact" -> """
                {"email":"name@example.kr","mobile":"010-1234-5678"}""";
            case "POST /api/v1/me/devices", "POST /api/v1/public/subscriptions" -> """
                {"endpoint":"https://fcm.googleapis.com/fcm/send/a",
                 "p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                 "auth":"BTBZMqHH6r4Tts7J_aSIgg","language":"KO","seriesId":null}""";
            case "POST /api/v1/public/subscriptions/end" -> """
                {"endpoint":"https://fcm.googleapis.com/fcm/send/a","seriesId":null}""";
            case "PUT /api/v1/series/{id}/city-figures/{date}/{metric}" -> """
                {"thisPeriod":1,"toDate":1}""";
            case "POST /api/v1/report-templates" -> """
                {"ko":"가","en":"a","metrics":["snow.depth"]}""";
            case "PUT /api/v1/report-templates/{key}" -> """
                {"template":{"ko":"가","en":"a","metrics":["snow.depth"]},"version":1}""";
            case "POST /api/v1/report-metrics" -> METRIC;
            case "PUT /api/v1/report-metrics/{key}" -> """
                {"metric":%s,"version":1}""".formatted(METRIC);
            case "PUT /api/v1/report-templates/{key}/retired", "PUT /api/v1/report-metrics/{key}/retired" -> """
                {"retired":true,"version":1}""";
            case "PUT /api/v1/meetings/{id}/broadcast" -> """
                {"broadcast":false}""";
            case "POST /api/v1/meetings" -> """
                {"seriesId":"00000000-0000-0000-0000-000000000001","date":"2026-11-24","startsAt":null,"rehearsal":false}""";
            case "POST /api/v1/meetings/{id}/invitations" -> """
                {"label":"가","role":"GUEST","unitId":null,"expiresAt":null}""";
            case "POST /api/v1/meetings/{id}/participants/{identity}/mute" -> """
                {"kind":"MICROPHONE"}""";
            case "POST /api/v1/meetings/{id}/floor/next" -> """
                {"seen":null,"minutes":null}""";
            case "POST /api/v1/meetings/{id}/floor/turns" -> """
                {"identity":"p-1","seen":null,"minutes":null}""";
            case "POST /api/v1/meetings/{id}/floor/questions" -> """
                {"identity":"p-1","seen":null}""";
            case "PUT /api/v1/meetings/{id}/slide" -> """
                {"attachmentId":"00000000-0000-0000-0000-000000000009","page":1}""";
            case "PUT /api/v1/meetings/{id}/slide/chart" -> """
                {"kind":"TABLE","metric":null}""";
            case "PUT /api/v1/meetings/{id}/stage" -> """
                {"layout":"GRID"}""";
            case "PATCH /api/v1/meetings/{id}/minutes" -> """
                {"changeId":"00000000-0000-0000-0000-000000000001",
                 "edits":[{"field":"course","base":"","value":"가"}]}""";
            case "POST /api/v1/meetings/{id}/minutes/requests" -> """
                {"id":"00000000-0000-0000-0000-000000000001","about":"course","words":"가"}""";
            case "POST /api/v1/meetings/{id}/minutes/requests/{requestId}/answer" -> """
                {"accepted":true,"words":""}""";
            case "POST /api/v1/meetings/{id}/minutes/finalise" -> """
                {"signers":["00000000-0000-0000-0000-000000000009"]}""";
            case "POST /api/v1/meetings/{id}/minutes/sign" -> """
                {"sha256":"%s"}""".formatted("0".repeat(64));
            case "POST /api/v1/meetings/{id}/minutes/reopen",
                    "POST /api/v1/meetings/{id}/minutes/correct",
                    "POST /api/v1/meetings/{id}/minutes/withdraw" -> """
                {"reason":"가"}""";
            case "POST /api/v1/directives/preview" -> """
                {"meetingId":"00000000-0000-0000-0000-000000000002","line":"@강천면 점검"}""";
            case "POST /api/v1/directives" -> """
                {"captureId":"00000000-0000-0000-0000-000000000009","line":"@강천면 점검","correction":null,
                 "meetingId":"00000000-0000-0000-0000-000000000002","askedByUnitId":null,"givenBy":"","saidAgoMs":0}""";
            case "POST /api/v1/directives/{id}/moves" -> """
                {"move":"ACKNOWLEDGE","version":1,"reason":"","note":"","intoId":null,"unitId":null}""";
            case "POST /api/v1/needs" -> """
                {"id":"00000000-0000-0000-0000-000000000009","sentence":"제설차",
                 "meetingId":"00000000-0000-0000-0000-000000000002","unitId":"00000000-0000-0000-0000-000000000009"}""";
            case "POST /api/v1/needs/{id}/answer" -> """
                {"meetingId":"00000000-0000-0000-0000-000000000002","answer":"REFUSED","date":null,"words":"없습니다",
                 "unitId":"00000000-0000-0000-0000-000000000009","version":1}""";
            case "POST /api/v1/operator/rehearsal" -> """
                {"attendees":1,"real":false}""";
            case "POST /api/v1/operator/password-links" -> """
                {"loginName":"admin"}""";
            default -> "{}";
        };
    }

    @Test
    void nobodyChangesAnything() {
        var endpoints = changing();
        assertThat(endpoints).hasSizeGreaterThan(15).containsAll(OPEN_TO_ALL);
        for (var endpoint : endpoints) {
            if (!OPEN_TO_ALL.contains(endpoint)) {
                assertThat(call(new Browser(port), endpoint, true).status())
                        .as(endpoint)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aForeignPageChangesNothing() {
        var admin = Browser.as("admin", port, data);
        for (var endpoint : changing()) {
            var answer = call(admin, endpoint, false);
            assertThat(answer.status()).as(endpoint).isEqualTo(403);
            assertThat(answer.code()).as(endpoint).isEqualTo("csrf");
        }
    }

    @Test
    void anAttendeeChangesNothing() {
        var meeting =
                Browser.as("host", port, data).get("/api/v1/meetings").body().get(0);
        var staff = Browser.as("staff", port, data);
        var directive = directive(meeting.path("id").asString());
        for (var endpoint : changing()) {
            if (OPEN_TO_ALL.contains(endpoint) || OPEN_TO_THE_SIGNED_IN.contains(endpoint)) {
                continue;
            }
            var parts = endpoint.split(" ", 2);
            var path = concrete(parts[1].replace(
                            "/meetings/{id}", "/meetings/" + meeting.path("id").asString())
                    .replace("/directives/{id}", "/directives/" + directive)
                    .replace(
                            "/series/{id}",
                            "/series/" + meeting.path("seriesId").asString()));
            var body = body(endpoint)
                    .replace(
                            "00000000-0000-0000-0000-000000000002",
                            meeting.path("id").asString())
                    .replace(
                            "00000000-0000-0000-0000-000000000001",
                            meeting.path("seriesId").asString());
            var answer = staff.send(parts[0], path, body, true);
            assertThat(answer.status()).as(endpoint).isEqualTo(403);
            assertThat(answer.code()).as(endpoint).isEqualTo("not-allowed");
        }
    }

    /// One of a unit in which the attendee has no post.
    private String directive(String meeting) {
        var host = Browser.as("host", port, data);
        host.post("/api/v1/meetings/" + meeting + "/open", "{}");
        var issued = host.post("/api/v1/directives", """
                {"captureId":"%s","meetingId":"%s","line":"@강천면 점검","correction":null,"askedByUnitId":null,
                 "givenBy":"","saidAgoMs":0}""".formatted(UUID.randomUUID(), meeting));
        return issued.body().get(0).path("id").asString();
    }

    @Test
    void staffDoNotReadAccounts() {
        assertThat(Browser.as("staff", port, data).get("/api/v1/people").status())
                .isEqualTo(403);
    }

    @Test
    void everyAnswerCarriesTheFence() {
        var headers = new Browser(port).get("/api/v1/me").raw().headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        for (var header : List.of("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy")) {
            assertThat(headers.firstValue(header)).as(header).isPresent();
        }
    }

    @Test
    void metricsAreForThisMachineAndAdministrators() {
        var path = "/actuator/prometheus";
        assertThat(new Browser(port).get(path).status()).isEqualTo(200);
        assertThat(new Browser(port).from("203.0.113.7", path).status()).isEqualTo(401);
        assertThat(Browser.as("staff", port, data).from("203.0.113.7", path).status())
                .isEqualTo(403);
        assertThat(Browser.as("admin", port, data).from("203.0.113.7", path).status())
                .isEqualTo(200);
        assertThat(new Browser(port).from("203.0.113.7", "/actuator/health").status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownAddressOfTheApiIsAProblemNotAPage() {
        var answer = Browser.as("staff", port, data).get("/api/v1/nothing-here");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
    }

    @Test
    void nonsenseIsRefusedInOneSentence() {
        var answer = new Browser(port).post("/api/v1/session", "{nonsense");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asString()).isEqualTo("요청을 이해하지 못했습니다.");
    }
}
