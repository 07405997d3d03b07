package org.onmaru.server.hall.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onmaru.server.hall.minutes.MinutesHall.await;
import static org.onmaru.server.hall.minutes.MinutesHall.edit;
import static org.onmaru.server.hall.minutes.MinutesHall.missing;
import static org.onmaru.server.hall.minutes.MinutesHall.ok;
import static org.onmaru.server.hall.minutes.MinutesHall.refused;
import static org.onmaru.server.hall.minutes.MinutesHall.value;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Minutes from the first line to the published correction; the clock stands at 08:30 on Monday, 23 November 2026.
/// Every test has a sitting of its own.
@ServerTest
class MinutesIT {

    private static final Instant HALF_PAST_EIGHT = Instant.parse("2026-11-22T23:30:00Z");

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @BeforeEach
    void morning() {
        clock.set(HALF_PAST_EIGHT);
    }

    private MinutesHall hall() {
        return new MinutesHall(port, data, false);
    }

    private void later(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    /// Somebody who was in the room from the beginning.
    private void stayed(MinutesHall hall, String identity, String name, String unit, String post, boolean simulated) {
        jdbc.sql("INSERT INTO attendance_stay VALUES (?, ?, ?, NULL, ?, ?, ?, ?)")
                .params(
                        UUID.fromString(hall.meeting),
                        identity,
                        Timestamp.from(HALF_PAST_EIGHT),
                        name,
                        unit,
                        post,
                        simulated)
                .update();
    }

    /// A sitting with one open item, adjourned and written down.
    private MinutesHall written() {
        var hall = hall();
        var item = hall.begin("강천면 제설", true);
        later(5);
        hall.adjourn();
        hall.writeTheRest(item);
        return hall;
    }

    /// The same while corrections are asked for.
    private MinutesHall reviewed() {
        var hall = written();
        ok(hall.step(hall.clerk, "review", "{}"));
        return hall;
    }

    @Test
    void growsByItselfFromWhatTheMeetingDoes() {
        var hall = hall();
        var first = hall.read();
        assertThat(value(first, "name")).startsWith("통합재난 안전대책 영상회의 제").endsWith("회");
        assertThat(value(first, "body")).isEqualTo("여주시");
        assertThat(value(first, "started")).isEqualTo("2026. 11. 23. 08:30");
        assertThat(value(first, "place")).isEqualTo("영상회의(온마루)");
        assertThat(missing(first))
                .containsExactly("WHEN_AND_WHERE", "PEOPLE", "COURSE", "SPEECHES", "DECISIONS", "VOTES");

        var mayor = ok(hall.as("mayor").get("/api/v1/me")).path("id").asString();
        stayed(hall, "p-" + UUID.randomUUID(), "김강천", "강천면", "면장", false);
        stayed(hall, "g-" + UUID.randomUUID(), "홍길동", "", "", false);
        stayed(hall, "s-1", "모의", "", "", true);
        stayed(hall, "p-" + mayor, "한가온", "시장실", "시장", false);
        later(1);
        var item = hall.begin("강천면 제설", true);
        later(2);
        hall.directive("@강천면 염화칼슘 20톤 확보 11/25까지");
        later(1);
        var second = hall.begin("소독", true);
        later(2);
        hall.adjourn();

        var grown = hall.read();
        assertThat(value(grown, "attendees")).isEqualTo("시장실 시장 한가온\n강천면 면장 김강천");
        assertThat(value(grown, "observers")).isEqualTo("홍길동");
        assertThat(value(grown, "times/" + item)).isEqualTo("08:31~08:34");
        assertThat(value(grown, "times/" + second)).isEqualTo("08:34~08:36");
        assertThat(value(grown, "ended")).isEqualTo("2026. 11. 23. 08:36");
        assertThat(value(grown, "decisions/" + item))
                .startsWith("강천면: 염화칼슘 20톤 확보 (제2026-")
                .endsWith(", 2026. 11. 25.까지, 시장 한가온 지시)");
        assertThat(missing(grown)).containsExactly("SPEECHES", "VOTES");
    }

    @Test
    void whatTheMeetingAddsAndWhatAClerkWritesBothStand() {
        var hall = hall();
        var item = hall.begin("강천면 제설", true);
        hall.directive("@강천면 염화칼슘 확보");
        var field = "decisions/" + item;
        var seen = value(hall.read(), field);
        hall.type(hall.clerk, edit(field, seen, seen + "\n다음 회의에 결과를 보고한다."));
        hall.directive("@북내면 제설차 점검");
        assertThat(value(hall.read(), field)).contains("강천면: 염화칼슘 확보", "다음 회의에 결과를 보고한다.", "북내면: 제설차 점검");
    }

    @Test
    void twoClerksLoseNothingAndSeeEachOther() throws InterruptedException {
        var hall = hall();
        var item = hall.begin("강천면 제설", true);
        var paragraph = "speech/" + item + "/" + UUID.randomUUID();
        var seen = hall.host.events(hall.path() + "/events");
        hall.type(hall.clerk, edit(paragraph, "", "면장: 눈 3cm"));
        await(seen, minutes -> value(minutes, paragraph).equals("면장: 눈 3cm"));

        hall.type(hall.host, edit(paragraph, "면장: 눈 3cm", "강천면장: 눈 3cm"));
        hall.type(hall.clerk, edit(paragraph, "면장: 눈 3cm", "면장: 눈 3cm, 도로 결빙"));
        var merged = await(seen, minutes -> value(minutes, paragraph).contains("결빙"));
        assertThat(value(merged, paragraph)).isEqualTo("강천면장: 눈 3cm, 도로 결빙");

        var threads = IntStream.range(0, 10)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    var by = i % 2 == 0 ? hall.clerk : hall.host;
                    hall.type(by, edit("course", "", "줄" + i));
                    hall.type(by, edit("speech/meeting/" + UUID.randomUUID(), "", "말" + i));
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        var now = hall.read();
        for (int i = 0; i < 10; i++) {
            assertThat(value(now, "course")).contains("줄" + i);
        }
        assertThat(now.path("fields")
                        .valueStream()
                        .filter(field -> field.path("field").asString().startsWith("speech/meeting/")))
                .hasSize(10);
    }

    @Test
    void theSameChangeCountsOnce() {
        var hall = hall();
        var change = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            ok(hall.change(hall.clerk, change, edit("course", "", "개회 선언")));
        }
        assertThat(value(hall.read(), "course")).isEqualTo("개회 선언");
        refused(hall.change(hall.clerk, UUID.randomUUID(), edit("nothing", "", "가")), 400, "minutes-field");
        refused(
                hall.change(hall.clerk, UUID.randomUUID(), edit("place", "", "가".repeat(201))),
                400,
                "minutes-field-long");
    }

    @Test
    void isNotFinalisedWithoutTheNineAndSaysWhichAreMissing() {
        var hall = hall();
        hall.begin("강천면 제설", true);
        refused(hall.step(hall.clerk, "review", "{}"), 409, "minutes-not-over");
        later(5);
        hall.adjourn();
        refused(hall.finalise(), 409, "minutes-phase");
        ok(hall.step(hall.clerk, "review", "{}"));
        var answer = hall.finalise();
        refused(answer, 400, "minutes-incomplete");
        assertThat(answer.body()
                        .path("missing")
                        .valueStream()
                        .map(one -> one.path("element").asString()))
                .containsExactly("PEOPLE", "SPEECHES", "DECISIONS", "VOTES");
        assertThat(answer.body().path("detail").asString())
                .contains("'발언 요지'를 한 문단 이상 적어야 합니다.", "'표결 내용'을 적거나 '해당 없음'을 골라야 합니다.", "시행령 §18②");
        assertThat(answer.body().path("detailEn").asString()).contains("There is no list of those attending");
    }

    @Test
    void attendeesAskForCorrectionsAndAreAnswered() {
        var hall = written();
        var staff = hall.as("staff");
        var id = UUID.randomUUID();
        var wish = """
                {"id":"%s","about":"%s","words":"면장은 김강천입니다."}""";
        refused(hall.step(staff, "requests", wish.formatted(id, "attendees")), 409, "minutes-phase");
        ok(hall.step(hall.clerk, "review", "{}"));
        ok(hall.step(staff, "requests", wish.formatted(id, "attendees")));
        ok(hall.step(staff, "requests", wish.formatted(id, "attendees")));
        ok(hall.step(staff, "requests", wish.formatted(UUID.randomUUID(), "element/VOTES")));
        refused(hall.step(staff, "requests", wish.formatted(UUID.randomUUID(), "element/NONE")), 400, "minutes-field");
        var requests = hall.read().path("requests");
        assertThat(requests).as("the same request twice is one").hasSize(2);
        refused(hall.finalise(), 409, "minutes-requests-open");

        refused(
                hall.step(staff, "requests/" + id + "/answer", "{\"accepted\":true,\"words\":\"\"}"),
                403,
                "not-allowed");
        ok(hall.step(hall.clerk, "requests/" + id + "/answer", "{\"accepted\":true,\"words\":\"고쳤습니다.\"}"));
        refused(
                hall.step(hall.clerk, "requests/" + id + "/answer", "{\"accepted\":true,\"words\":\"\"}"),
                409,
                "minutes-request-answered");
        var other = requests.path(1).path("id").asString();
        refused(
                hall.step(hall.clerk, "requests/" + other + "/answer", "{\"accepted\":false,\"words\":\" \"}"),
                400,
                "minutes-reply-words");
        var after =
                ok(hall.step(hall.clerk, "requests/" + other + "/answer", "{\"accepted\":false,\"words\":\"맞습니다.\"}"));
        assertThat(after.path("requests").path(1).path("reply").asString()).isEqualTo("맞습니다.");
        ok(hall.finalise());
    }

    @Test
    void aSignatureIsOfExactlyWhatWasRead() {
        var hall = reviewed();
        var first = ok(hall.finalise()).path("sha256").asString();
        assertThat(first).matches("[0-9a-f]{64}");
        refused(hall.change(hall.clerk, UUID.randomUUID(), edit("course", "", "가")), 409, "minutes-phase");
        refused(hall.sign("staff", first), 403, "not-allowed");
        refused(hall.sign("mayor", "0".repeat(64)), 409, "minutes-changed");
        ok(hall.sign("clerk", first));

        refused(hall.step(hall.clerk, "reopen", "{\"reason\":\"\"}"), 400, "invalid");
        ok(hall.step(hall.clerk, "reopen", "{\"reason\":\"시장이 고쳐 달라고 함\"}"));
        hall.type(hall.clerk, edit("course", "", "개회 선언"));
        var again = ok(hall.finalise());
        var second = again.path("sha256").asString();
        assertThat(second).isNotEqualTo(first);
        assertThat(again.path("signers")
                        .valueStream()
                        .map(one -> one.path("signedAt").isNull()))
                .as("signatures on what is no more are void")
                .containsExactly(true, true);
        refused(hall.sign("mayor", first), 409, "minutes-changed");
        ok(hall.sign("mayor", second));
        assertThat(hall.read().path("phase").asString()).isEqualTo("SIGNING");
        assertThat(ok(hall.sign("clerk", second)).path("phase").asString()).isEqualTo("FINAL");

        var version = ok(hall.clerk.get(hall.path() + "/versions/1"));
        assertThat(CanonicalForm.sha256(version.path("canonical").asString())).isEqualTo(second);
        assertThat(version.path("signed").path("signedBy").toString()).isEqualTo("[\"시장 한가온\",\"주무관 문초롱\"]");
    }

    @Test
    void whatIsSignedNeverChanges() {
        var hall = reviewed();
        var sha256 = hall.signed().path("sha256").asString();
        for (var step : List.of("review", "finalise")) {
            assertThat(hall.step(hall.clerk, step, "{\"signers\":[\"" + UUID.randomUUID() + "\"]}")
                            .status())
                    .as(step)
                    .isEqualTo(409);
        }
        refused(hall.change(hall.clerk, UUID.randomUUID(), edit("course", "", "가")), 409, "minutes-phase");
        refused(hall.step(hall.clerk, "reopen", "{\"reason\":\"가\"}"), 409, "minutes-phase");
        refused(hall.sign("mayor", "1".repeat(64)), 409, "minutes-phase");
        ok(hall.sign("mayor", sha256));
        for (var statement : List.of(
                "UPDATE minutes_version SET content = content",
                "DELETE FROM minutes_version",
                "TRUNCATE minutes_version CASCADE")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .as(statement)
                    .hasMessageContaining("signed minutes are never changed");
        }
    }

    @Test
    void aCorrectionIsAnotherVersionAndTheOneBeforeStays() {
        var hall = reviewed();
        hall.signed();
        refused(hall.open(), 404, "no-minutes");
        ok(hall.step(hall.clerk, "publish", "{}"));
        assertThat(ok(hall.open()).path("version").asInt()).isEqualTo(1);

        ok(hall.step(hall.clerk, "correct", "{\"reason\":\"면장 이름 오기\"}"));
        hall.type(hall.clerk, edit("attendees", "시장 한가온\n강천면 면장 김강천", "시장 한가온\n강천면 면장 김천강"));
        assertThat(ok(hall.open()).path("lines").toString())
                .as("until the correction is published")
                .contains("김강천");
        hall.signed();
        ok(hall.step(hall.clerk, "publish", "{}"));
        var corrected = ok(hall.open());
        assertThat(corrected.path("version").asInt()).isEqualTo(2);
        assertThat(corrected.path("reason").asString()).isEqualTo("면장 이름 오기");
        assertThat(corrected.path("lines").toString()).contains("김천강").doesNotContain("김강천");

        var versions = hall.read().path("versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.path(0).path("sha256").asString())
                .isNotEqualTo(versions.path(1).path("sha256").asString());
        assertThat(ok(hall.clerk.get(hall.path() + "/versions/1"))
                        .path("outline")
                        .toString())
                .contains("김강천")
                .doesNotContain("김천강");
        refused(hall.clerk.get(hall.path() + "/versions/3"), 404, "minutes-version-missing");
    }

    @Test
    void anInternalItemIsNeverPublic() {
        var hall = hall();
        var open = hall.begin("강천면 제설", true);
        later(5);
        var internal = hall.begin("인사 협의", false);
        later(1);
        hall.directive("@강천면 감사 자료 제출");
        ok(hall.host.post("/api/v1/meetings/" + hall.meeting + "/agenda/finish", "{}"));
        later(1);
        hall.directive("@북내면 징계 자료 제출");
        later(1);
        hall.adjourn();
        hall.writeTheRest(open);
        hall.type(
                hall.clerk,
                edit("speech/" + internal + "/" + UUID.randomUUID(), "", "국장: 비밀 이야기"),
                edit("votes/" + internal, "", "찬성 7, 반대 2"));
        ok(hall.step(hall.clerk, "review", "{}"));
        hall.signed();
        ok(hall.step(hall.clerk, "publish", "{}"));

        var full =
                ok(hall.clerk.get(hall.path() + "/versions/1")).path("outline").toString();
        assertThat(full).contains("인사 협의", "감사 자료", "징계 자료", "비밀 이야기", "찬성 7");
        var shown = hall.open().raw().body();
        assertThat(shown).contains("강천면 제설", "밤새 눈이 3cm").doesNotContain("인사", "감사", "징계", "비밀", "찬성", "비공개", internal);
        var marks = ok(hall.open())
                .path("lines")
                .valueStream()
                .filter(line -> line.path("text").asString().contains("강천면 제설"))
                .map(line -> line.path("mark").asString())
                .toList();
        assertThat(marks).as("no gap in the numbers tells of it").startsWith("가.");
    }

    @Test
    void onlyThoseOfTheSeriesReadAndOnlyThoseWhoPrepareWrite() {
        var hall = written();
        refused(new Browser(port).get(hall.path()), 401, "sign-in-needed");
        var invited = ok(hall.host.post("/api/v1/meetings/" + hall().meeting + "/invitations", """
                {"label":"검역본부","role":"SPEAKER","unitId":null,"expiresAt":null}"""));
        var url = invited.path("url").asString();
        var guest = new Browser(port);
        ok(guest.post(
                "/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept", "{\"name\":\"홍길동\"}"));
        refused(guest.get(hall.path()), 403, "not-allowed");

        var staff = hall.as("staff");
        assertThat(ok(staff.get(hall.path())).path("mayKeep").asBoolean()).isFalse();
        refused(hall.change(staff, UUID.randomUUID(), edit("course", "", "가")), 403, "not-allowed");
        for (var step : List.of("review", "publish")) {
            refused(hall.step(staff, step, "{}"), 403, "not-allowed");
        }
        refused(staff.get(hall.path() + "/signers"), 403, "not-allowed");
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM audit_entry
                        WHERE action = 'minutes.read' AND subject_id = ? AND actor_name = '배단비'""").param(hall.meeting).query(Integer.class).single())
                .as("who read what is not public is known")
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'refused' AND subject_id LIKE ?")
                        .param("PATCH " + hall.path())
                        .query(Integer.class)
                        .single())
                .as("and who tried")
                .isEqualTo(1);
    }

    @Test
    void aRehearsalLeavesNoMinutes() {
        var hall = new MinutesHall(port, data, true);
        refused(hall.clerk.get(hall.path()), 409, "minutes-rehearsal");
        refused(hall.change(hall.clerk, UUID.randomUUID(), edit("course", "", "가")), 409, "minutes-rehearsal");
        refused(hall.open(), 404, "no-minutes");
    }

    @Test
    void aMeetingThatIsNotForCitizensPublishesNone() {
        var hall = reviewed();
        hall.signed();
        forCitizens(hall, false);
        refused(hall.step(hall.clerk, "publish", "{}"), 409, "minutes-not-for-citizens");
        forCitizens(hall, true);
        ok(hall.step(hall.clerk, "publish", "{}"));
        ok(hall.open());
        forCitizens(hall, false);
        refused(hall.open(), 404, "no-minutes");
    }

    private void forCitizens(MinutesHall hall, boolean whether) {
        jdbc.sql("UPDATE meeting_meeting SET broadcast = ? WHERE id = ?")
                .params(whether, UUID.fromString(hall.meeting))
                .update();
    }

    @Test
    void whatLooksLikeAPersonalNumberIsPublicOnlyAfterASecondPersonReleasedIt() {
        var hall = hall();
        var item = hall.begin("지원금 지급", true);
        clock.advance(Duration.ofMinutes(5));
        hall.adjourn();
        hall.writeTheRest(item);
        hall.type(hall.clerk, edit("speech/" + item + "/" + UUID.randomUUID(), "", "과장: 김강천(810203-1234567)에게 지급"));
        ok(hall.step(hall.clerk, "review", "{}"));
        hall.signed();

        var asked = ok(hall.step(hall.clerk, "publish", "{}"));
        assertThat(asked.path("phase").asString()).isEqualTo("FINAL");
        assertThat(asked.path("release").path("mine").asBoolean()).isTrue();
        assertThat(asked.path("release").path("found").path(0).path("kind").asString())
                .isEqualTo("RESIDENT");
        assertThat(asked.path("release").path("found").path(0).path("where").asString())
                .contains("810•••-•••••••")
                .doesNotContain("1234567");
        assertThat(hall.open().status()).as("not public").isEqualTo(404);
        refused(hall.step(hall.clerk, "publish", "{}"), 409, "minutes-release-second");
        assertThat(hall.open().status()).as("still not public").isEqualTo(404);
        assertThat(ok(hall.as("gangcheon").get(hall.path())).path("release").isNull())
                .as("told to whoever publishes")
                .isTrue();

        var seen = ok(hall.host.get(hall.path()));
        assertThat(seen.path("release").path("mine").asBoolean()).isFalse();
        assertThat(seen.path("release").path("by").asString()).isEqualTo("문초롱");
        assertThat(ok(hall.step(hall.host, "publish", "{}")).path("phase").asString())
                .isEqualTo("PUBLISHED");
        assertThat(ok(hall.open()).toString()).contains("810203-1234567");
        var audited = jdbc.sql("""
                        SELECT after FROM audit_entry
                        WHERE subject_id = ? AND action IN ('minutes.release-asked', 'minutes.released')""").param(hall.meeting).query(String.class).list();
        assertThat(audited)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry).contains("주민등록번호").doesNotContain("810203"));
    }

    @Test
    void whatMustNotBePublicIsWithdrawnAndOnlyACorrectionIsPublishedAfterwards() {
        var hall = reviewed();
        hall.signed();
        refused(hall.step(hall.clerk, "withdraw", "{\"reason\":\"아직 공개 전\"}"), 409, "minutes-not-public");
        ok(hall.step(hall.clerk, "publish", "{}"));
        assertThat(hall.open().status()).isEqualTo(200);

        var withdrawn = ok(hall.step(hall.clerk, "withdraw", "{\"reason\":\"번지가 들어 있음\"}"));
        assertThat(withdrawn.path("phase").asString()).isEqualTo("FINAL");
        assertThat(withdrawn.path("versions").path(0).path("withdrawn").asString())
                .isEqualTo("번지가 들어 있음");
        assertThat(hall.open().status()).as("nobody reads it any more").isEqualTo(404);
        refused(hall.step(hall.clerk, "publish", "{}"), 409, "minutes-withdrawn");

        ok(hall.step(hall.clerk, "correct", "{\"reason\":\"번지를 뺌\"}"));
        hall.signed();
        assertThat(ok(hall.step(hall.clerk, "publish", "{}")).path("phase").asString())
                .isEqualTo("PUBLISHED");
        assertThat(ok(hall.open()).path("version").asInt()).isEqualTo(2);

        // Also while the next correction is being written.
        ok(hall.step(hall.clerk, "correct", "{\"reason\":\"이름 오기\"}"));
        assertThat(ok(hall.open()).path("version").asInt()).isEqualTo(2);
        var writing = ok(hall.step(hall.clerk, "withdraw", "{\"reason\":\"이름이 틀림\"}"));
        assertThat(writing.path("phase").asString()).isEqualTo("REVIEW");
        assertThat(hall.open().status())
                .as("and nobody is led back to the first")
                .isEqualTo(404);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM minutes_withdrawal").update())
                .hasMessageContaining("never changed");
    }

    @Test
    void signersAreOfTheSeriesAndTheChairIsAmongThem() {
        var hall = reviewed();
        var candidates = ok(hall.clerk.get(hall.path() + "/signers"));
        assertThat(candidates.path(0).path("kind").asString()).isEqualTo("CHAIR");
        var clerk = candidates
                .valueStream()
                .filter(one -> one.path("name").asString().equals("문초롱"))
                .findFirst()
                .orElseThrow();
        assertThat(clerk.path("suggested").asBoolean()).isTrue();
        refused(
                hall.step(
                        hall.clerk,
                        "finalise",
                        "{\"signers\":[\"" + clerk.path("personId").asString() + "\"]}"),
                400,
                "minutes-signers");
        refused(
                hall.step(hall.clerk, "finalise", "{\"signers\":[\"" + UUID.randomUUID() + "\"]}"),
                400,
                "minutes-signer-unknown");
    }
}
