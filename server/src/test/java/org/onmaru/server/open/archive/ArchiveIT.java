package org.onmaru.server.open.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.open.archive.ArchiveHall.count;
import static org.onmaru.server.open.archive.ArchiveHall.eventually;
import static org.onmaru.server.open.archive.ArchiveHall.finds;
import static org.onmaru.server.open.archive.ArchiveHall.found;
import static org.onmaru.server.open.archive.ArchiveHall.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.open.archive.index.Found;
import org.onmaru.server.open.archive.index.Question;
import org.onmaru.server.open.archive.index.Readers;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What is found by whom while a meeting goes from the agenda to its published and corrected minutes. Every test has a
/// sitting of its own and words of its own.
@ServerTest
class ArchiveIT {

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DayReader reader;

    @Autowired
    private Meetings meetings;

    @Autowired
    private ChangeLog changes;

    @Autowired
    private ArchiveKeeper keeper;

    @LocalServerPort
    private int port;

    @BeforeEach
    void morning() {
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
    }

    private ArchiveHall hall() {
        return new ArchiveHall(port, data, false);
    }

    private static int total(Browser citizen, String words) {
        return found(citizen, words, "").path("total").asInt();
    }

    @Test
    void aMeetingIsFoundByItsNameOnceItBegan() {
        var hall = hall();
        eventually(() -> assertThat(meetingsOf(hall, finds(hall.host, "통합재난", "&kind=MEETING")))
                .isTrue());
        assertThat(meetingsOf(hall, found(hall.citizen, "통합재난", "&kind=MEETING")))
                .isFalse();
        hall.start();
        eventually(() -> assertThat(meetingsOf(hall, found(hall.citizen, "통합재난", "&kind=MEETING")))
                .isTrue());
    }

    private static boolean meetingsOf(ArchiveHall hall, JsonNode answer) {
        return answer.path("hits")
                .valueStream()
                .anyMatch(hit -> hit.path("meetingId").asString().equals(hall.meeting));
    }

    @Test
    void everybodyMayNarrowASearchToAUnit() {
        var units = ArchiveHall.ok(new Browser(port).get("/api/v1/public/units"));
        assertThat(units.valueStream().map(unit -> unit.path("name").asString()))
                .contains("가남읍", "강천면", "보건소");
        assertThat(units.path(0).propertyNames()).containsExactlyInAnyOrder("id", "name", "nameEn");
    }

    /// Also one that was corrected: as it stands now.
    @Test
    void aReportIsFoundByItsHazardAndByThoseOfTheSeriesOnly() {
        var hall = hall();
        hall.start();
        var report = hall.report("강천면", "hpai", "왜가리 폐사체 두 마리를 거두었습니다.");
        hall.file(report, "");
        eventually(() -> assertThat(count(finds(hall.clerk, "왜가리", "&hazard=hpai"), "REPORT"))
                .isOne());
        var hit = finds(hall.clerk, "왜가리", "&kind=REPORT").path("hits").path(0);
        assertThat(text(hit.path("text"))).contains("[왜가리]");
        assertThat(hit.path("unit").asString()).isEqualTo("강천면");
        for (var none : List.of("&hazard=snow", "&hazard=none", "&hazard=hpai&kind=MINUTES")) {
            assertThat(finds(hall.clerk, "왜가리", none).path("hits")).as(none).isEmpty();
        }
        var outsider = hall.outsider();
        for (var more : List.of("", "&kind=REPORT")) {
            assertThat(found(hall.citizen, "왜가리", more).path("total").asInt()).isZero();
            assertThat(finds(outsider, "왜가리", more).path("total").asInt()).isZero();
        }
        hall.type(report, "situation", "왜가리 폐사체 두 마리를 거두었습니다.", "황조롱이 폐사체 한 마리를 거두었습니다.");
        hall.file(report, "잘못 보았습니다.");
        eventually(() -> assertThat(
                        finds(hall.clerk, "황조롱이", "&hazard=hpai").path("total").asInt())
                .isOne());
        assertThat(finds(hall.clerk, "왜가리", "").path("total").asInt())
                .as("what was corrected is not found any more")
                .isZero();
    }

    /// Every way in which what is internal could show.
    @Test
    void whatIsInternalIsNotThereForOthers() {
        var hall = hall();
        hall.start();
        var open = hall.item("느티나무 이식 계획", true);
        var internal = hall.item("은행나무 인사 이동", false);
        hall.begin(open);
        hall.begin(internal);
        hall.directive("@강천면 은행나무 제설차를 점검할 것");
        hall.write("speech/" + internal + "/" + UUID.randomUUID(), "", "은행나무 과장을 전보합니다.");
        eventually(() -> {
            var mine = finds(hall.clerk, "은행나무", "");
            assertThat(count(mine, "AGENDA")).isOne();
            assertThat(count(mine, "DIRECTIVE")).isOne();
            assertThat(count(mine, "MINUTES")).isPositive();
        });
        eventually(() -> assertThat(total(hall.citizen, "느티나무")).isOne());
        var unit = jdbc.sql("SELECT unit_id FROM directive_directive WHERE meeting_id = ?")
                .param(UUID.fromString(hall.meeting))
                .query(UUID.class)
                .single();
        var outsider = hall.outsider();
        for (var words : List.of("은행나무", "은행", "\"은행나무 인사\"", "전보 | 은행나무", "제설차를")) {
            for (var more : List.of(
                    "",
                    "&kind=AGENDA",
                    "&kind=MINUTES",
                    "&kind=DIRECTIVE",
                    "&unit=" + unit,
                    "&page=2",
                    "&order=DATE",
                    "&from=2026-11-23&to=2026-11-23")) {
                for (var answer : List.of(
                        found(hall.citizen, words, more),
                        found(hall.clerk, words, more),
                        finds(outsider, words, more))) {
                    assertThat(answer.path("total").asInt()).as(words + more).isZero();
                    assertThat(answer.path("pages").asInt()).as(words + more).isZero();
                    assertThat(answer.path("hits")).as(words + more).isEmpty();
                    assertThat(answer.path("counts")
                                    .valueStream()
                                    .mapToInt(one -> one.path("count").asInt())
                                    .sum())
                            .as(words + more)
                            .isZero();
                }
            }
        }
        var everything = found(hall.citizen, "", "&unit=" + unit).toString();
        assertThat(everything).doesNotContain("은행나무");
        var guest = new Browser(port);
        assertThat(guest.get("/api/v1/archive?q=a").status()).isEqualTo(401);
    }

    @Test
    void aRehearsalNeverEnters() {
        var hall = new ArchiveHall(port, data, true);
        hall.start();
        hall.begin(hall.item("소나무 연습", true));
        hall.directive("@강천면 소나무를 점검할 것");
        var other = hall();
        other.start();
        other.begin(other.item("단풍나무 안건", true));
        eventually(() -> assertThat(total(other.citizen, "단풍나무")).isOne());
        assertThat(finds(hall.host, "소나무", "").path("total").asInt()).isZero();
    }

    @Test
    void anItemThatBecomesInternalIsGoneAtOnce() {
        var hall = hall();
        hall.start();
        var item = hall.item("벚나무 축제", true);
        eventually(() ->
                assertThat(finds(hall.host, "벚나무", "").path("total").asInt()).isOne());
        assertThat(total(hall.citizen, "벚나무")).as("nobody has talked about it").isZero();
        hall.begin(item);
        eventually(() -> assertThat(total(hall.citizen, "벚나무")).isOne());
        ArchiveHall.ok(hall.host.send("PUT", hall.path("/agenda/items/" + item), """
                {"title":"벚나무 축제","titleEn":null,"unitId":null,"minutes":5,"open":false}""", true));
        eventually(() -> assertThat(total(hall.citizen, "벚나무")).isZero());
        assertThat(finds(hall.host, "벚나무", "").path("total").asInt()).isOne();
    }

    @Test
    void minutesAreEverybodysOncePublishedAndAsTheyWereCorrected() {
        var hall = hall();
        hall.start();
        var open = hall.item("가로수 정비", true);
        var internal = hall.item("내부 검토", false);
        hall.begin(open);
        hall.begin(internal);
        var speech = "speech/" + open + "/" + UUID.randomUUID();
        hall.write(speech, "", "버드나무 3천 그루를 심습니다.");
        hall.write("speech/" + internal + "/" + UUID.randomUUID(), "", "버드나무 예산이 모자랍니다.");
        hall.adjourn();
        hall.writeTheRest();
        eventually(() ->
                assertThat(finds(hall.clerk, "버드나무", "").path("total").asInt()).isEqualTo(2));
        assertThat(total(hall.citizen, "버드나무")).isZero();
        assertThat(audited("minutes.found")).isPositive();
        hall.publish();
        eventually(() -> assertThat(total(hall.citizen, "버드나무")).isOne());
        var hit = found(hall.citizen, "버드나무 3천", "").path("hits").get(0);
        assertThat(text(hit.path("text"))).isEqualTo("[버드나무 3천] 그루를 심습니다.");
        assertThat(text(hit.path("heading"))).isEqualTo("가로수 정비");
        assertThat(hit.path("kind").asString()).isEqualTo("MINUTES");
        assertThat(hit.path("released").asBoolean()).isTrue();
        assertThat(finds(hall.clerk, "버드나무", "").path("total").asInt())
                .as("published and kept once")
                .isEqualTo(2);
        ArchiveHall.ok(hall.clerk.post(hall.path("/minutes/correct"), "{\"reason\":\"수를 바로잡음\"}"));
        hall.write(speech, "버드나무 3천 그루를 심습니다.", "오동나무 2천 그루를 심습니다.");
        eventually(() ->
                assertThat(finds(hall.clerk, "오동나무", "").path("total").asInt()).isOne());
        assertThat(total(hall.citizen, "오동나무")).isZero();
        hall.publish();
        eventually(() -> assertThat(total(hall.citizen, "오동나무")).isOne());
        assertThat(total(hall.citizen, "버드나무")).isZero();

        ArchiveHall.ok(hall.clerk.post(hall.path("/minutes/withdraw"), "{\"reason\":\"수가 또 틀림\"}"));
        eventually(() -> assertThat(total(hall.citizen, "오동나무")).as("withdrawn").isZero());
        assertThat(finds(hall.clerk, "오동나무", "").path("total").asInt())
                .as("kept for those who work on it")
                .isOne();
    }

    private int audited(String action) {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }

    @Test
    void aSeriesIsFoundByTheNameItHadBefore() {
        var hall = hall();
        hall.start();
        ArchiveHall.ok(hall.as("admin").post("/api/v1/series/" + hall.series() + "/phases", """
                {"from":"2026-12-24","name":"살구나무 점검회의","nameEn":"Apricot","theme":"","audience":"ALL_STAFF",
                 "channel":"ONMARU","broadcast":true,"agendaTemplate":"DAILY","unitIds":[],"cutOffs":[]}"""));
        eventually(() ->
                assertThat(meetingsOf(hall, found(hall.citizen, "살구나무", ""))).isTrue());
    }

    @Test
    void whatCannotBeAskedIsRefusedInASentence() {
        var citizen = new Browser(port);
        var path = "/api/v1/public/archive?q=";
        for (var refused : List.of(
                citizen.get(path + "a".repeat(201)),
                citizen.get(path + "a&page=0"),
                citizen.get(path + "a&page=51"),
                citizen.get(path + "a&from=2026-11-24&to=2026-11-23"))) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).startsWith("archive-");
            assertThat(refused.body().path("detail").asString()).isNotBlank();
        }
        for (var words : List.of("\"", "*", "ㄱ", "(((", "reader:series", "\u0000", "...")) {
            assertThat(citizen.get(path + ArchiveHall.encoded(words)).status())
                    .as(words)
                    .isEqualTo(200);
        }
        assertThat(citizen.get(path + "a&kind=NOTHING").status()).isEqualTo(400);
        assertThat(citizen.get(path + "a")
                        .raw()
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("max-age=5");
    }

    /// An index that is made anew is what the one that followed every change is; a broken one is made anew.
    @Test
    void anIndexIsWhatTheDatabaseHolds(@TempDir Path directory) throws Exception {
        var hall = hall();
        hall.start();
        hall.begin(hall.item("자작나무 안건", true));
        hall.directive("@강천면 자작나무를 점검할 것");
        eventually(() ->
                assertThat(finds(hall.clerk, "자작나무", "").path("total").asInt()).isGreaterThanOrEqualTo(2));
        var first = new ArchiveKeeper(reader, meetings, changes, directory);
        first.readOn();
        eventually(() ->
                assertThat(everything(first)).isEqualTo(everything(keeper)).isNotEmpty());
        first.look();
        first.stop();
        hall.directive("@강천면 자작나무 둘레를 치울 것");
        eventually(() -> assertThat(everything(keeper).toString()).contains("둘레"));
        var second = new ArchiveKeeper(reader, meetings, changes, directory);
        second.readOn();
        eventually(() -> assertThat(everything(second)).isEqualTo(everything(keeper)));
        second.stop();
        try (var files = Files.list(directory.resolve("released"))) {
            for (var file : files.toList()) {
                Files.writeString(file, "broken");
            }
        }
        var third = new ArchiveKeeper(reader, meetings, changes, directory);
        third.readOn();
        eventually(() -> assertThat(everything(third)).isEqualTo(everything(keeper)));
        third.stop();
    }

    /// Every passage, however it came there.
    private Set<Found.Hit> everything(ArchiveKeeper of) {
        var readers = new HashSet<>(Set.of(Readers.EVERYBODY));
        jdbc.sql("SELECT id FROM series_series").query(UUID.class).list().stream()
                .map(Readers::ofSeries)
                .forEach(readers::add);
        try {
            return new HashSet<>(of.index()
                    .search(new Question(
                            "", readers, null, null, null, null, null, null, Question.Order.DATE, 0, 10_000))
                    .hits());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Problem _) {
            return Set.of();
        }
    }
}
