package org.onmaru.server.hall.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.directory.UnitId;
import tools.jackson.databind.json.JsonMapper;

class AssemblyTest {

    private static final LocalDate DAY = LocalDate.of(2020, 12, 8);
    private static final UnitId GANAM = unit(1);
    private static final UnitId JEOMDONG = unit(2);
    private static final UnitId HEUNGCHEON = unit(3);
    private static final UnitId QUARANTINE = unit(9);
    private static final List<Inputs.Speaker> UNITS = List.of(
            new Inputs.Speaker(GANAM, "가남읍", "Ganam", false),
            new Inputs.Speaker(JEOMDONG, "점동면", "Jeomdong", false),
            new Inputs.Speaker(HEUNGCHEON, "흥천면", "Heungcheon", false),
            new Inputs.Speaker(QUARANTINE, "농림축산검역본부", "Quarantine Agency", true));

    private static UnitId unit(int number) {
        return new UnitId(new UUID(1, number));
    }

    private static UUID id(int number) {
        return new UUID(2, number);
    }

    private static Inputs inputs(List<Inputs.Directive> directives, List<Inputs.Report> reports) {
        return new Inputs(DAY, true, UNITS, directives, reports, List.of(), List.of(), false);
    }

    private static Inputs.Report report(
            int id, UnitId unit, boolean nil, boolean late, int weight, @Nullable String line) {
        return new Inputs.Report(id(id), unit, nil, late, weight, line);
    }

    private static List<String> titles(List<Item> items) {
        return items.stream().map(item -> item.kind() + " " + item.title()).toList();
    }

    @Test
    void goesInTheStatedOrder() {
        var inputs = new Inputs(
                DAY,
                true,
                UNITS,
                List.of(
                        new Inputs.Directive(id(1), "방역초소 점검", JEOMDONG, DAY, 0),
                        new Inputs.Directive(id(2), "마스크 3천 장", GANAM, DAY.minusDays(1), 1),
                        new Inputs.Directive(id(5), "우물 점검", JEOMDONG, null, 2),
                        new Inputs.Directive(id(3), "제설함 정비", GANAM, DAY.plusDays(1), 1),
                        new Inputs.Directive(id(4), "경로당 확인", HEUNGCHEON, DAY.minusDays(5), 4)),
                List.of(
                        report(11, GANAM, true, false, 0, null),
                        report(12, HEUNGCHEON, false, false, 12, "산란계 농장 의심 신고"),
                        report(13, QUARANTINE, false, false, 0, null)),
                List.of(new Inputs.Sentence(id(21), JEOMDONG, "제설 장비를 더 주십시오")),
                List.of(new Inputs.Sentence(id(31), GANAM, "드라이브스루 도서 대출")),
                true);
        var items = Assembly.of(inputs);
        assertThat(titles(items))
                .containsExactly(
                        "DIRECTIVE_OVERDUE 경로당 확인",
                        "DIRECTIVE_OVERDUE 마스크 3천 장",
                        "DIRECTIVE_DUE 방역초소 점검",
                        "DIRECTIVE_CARRIED 이월된 지시사항 2건",
                        "REPORT 흥천면 상황보고",
                        "REPORT 점동면 상황보고",
                        "NIL_REPORTS 특이사항 없음: 가남읍",
                        "AGENCY 농림축산검역본부 보고",
                        "NEED 제설 장비를 더 주십시오",
                        "TOPIC 오늘의 부서 주제",
                        "PRACTICE 드라이브스루 도서 대출",
                        "CLOSING 마무리");
        assertThat(items.get(0).why()).isEqualTo("기한(2020. 12. 3.)이 지났습니다. 이월 4회.");
        assertThat(items.get(1).whyEn()).isEqualTo("Due on 2020-12-07 and not done. Carried over once.");
        assertThat(items.get(2).why()).isEqualTo("오늘이 기한입니다.");
        assertThat(items.get(3).why())
                .isEqualTo("기한이 남았거나 없는 지시사항입니다. “제설함 정비”(가남읍, 2020. 12. 9.까지) 이월 1회." + " “우물 점검”(점동면) 이월 2회.");
        assertThat(items.get(4).why()).isEqualTo("심각하거나 급한 보고입니다. “산란계 농장 의심 신고”");
        assertThat(items.get(5).why()).contains("아직 제출하지 않았습니다");
        assertThat(items)
                .allMatch(item -> !item.why().isBlank() && !item.whyEn().isBlank() && item.open());
        assertThat(items.stream().map(Item::key)).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-z0-9-]+"));
    }

    @Test
    void lateReportsComeAfterTheOthersAsAddenda() {
        var items = Assembly.of(inputs(
                List.of(),
                List.of(report(1, GANAM, false, true, 12, "늦은 보고"), report(2, JEOMDONG, true, true, 0, null))));
        assertThat(titles(items))
                .containsExactly(
                        "REPORT 흥천면 상황보고",
                        "ADDENDUM 가남읍 추가 보고",
                        "ADDENDUM 점동면 추가 보고",
                        "AGENCY 농림축산검역본부 보고",
                        "CLOSING 마무리");
    }

    @Test
    void twoReportsOfOneUnitAreOneItem() {
        var items = Assembly.of(inputs(
                List.of(), List.of(report(1, GANAM, true, false, 0, null), report(2, GANAM, false, false, 4, "정전"))));
        assertThat(titles(items)).contains("REPORT 가남읍 상황보고").noneMatch(title -> title.startsWith("NIL"));
        assertThat(items.getFirst().why()).endsWith("“정전”");
    }

    /// A title goes on the picture; what a unit wrote may be nothing for citizens.
    @Test
    void whatAReportSaysIsInNoTitle() {
        var reports = new ArrayList<Inputs.Report>();
        for (var speaker : UNITS) {
            reports.add(report(reports.size(), speaker.unit(), false, reports.size() % 2 == 0, 1, "확진 2명"));
        }
        assertThat(Assembly.of(inputs(List.of(), reports)))
                .noneMatch(item -> item.title().contains("확진") || item.titleEn().contains("확진"))
                .filteredOn(
                        item -> item.why().contains("“확진 2명”") && item.whyEn().contains("“확진 2명”"))
                .hasSize(UNITS.size());
    }

    @Test
    void whatHoldsANumberOfOnePersonIsInternalAndSaysWhy() {
        var said = List.of(
                new Inputs.Sentence(id(1), GANAM, "이장 010-1234-5678로 연락해 주십시오"),
                new Inputs.Sentence(id(2), GANAM, "마스크 3,000장을 더 주십시오"));
        var directives = List.of(new Inputs.Directive(id(3), "901231-1234567 확인", GANAM, DAY, 0));
        var items = Assembly.of(new Inputs(DAY, true, UNITS, directives, List.of(), said, said, false));
        assertThat(items)
                .filteredOn(item -> !item.open())
                .extracting(Item::kind)
                .containsExactly(ItemKind.DIRECTIVE_DUE, ItemKind.NEED, ItemKind.PRACTICE);
        assertThat(items.getFirst().why()).isEqualTo("오늘이 기한입니다. 주민등록번호로 보이는 숫자가 있어 비공개입니다.");
        assertThat(items).filteredOn(item -> item.title().contains("3,000장")).allMatch(Item::open);
    }

    @Test
    void manyThatAreCarriedOverAreCounted() {
        var directives = new ArrayList<Inputs.Directive>();
        for (int i = 0; i < 8; i++) {
            directives.add(new Inputs.Directive(id(i), "지시 " + i, GANAM, DAY.plusDays(i + 1), 1));
        }
        var carried = Assembly.of(inputs(directives, List.of())).getFirst();
        assertThat(carried.title()).isEqualTo("이월된 지시사항 8건");
        assertThat(carried.why()).contains("지시 4").doesNotContain("지시 5").endsWith("외 3건.");
        assertThat(carried.whyEn()).endsWith("And 3 more.");
    }

    @Test
    void anInternalMeetingHasInternalItems() {
        var closed = new Inputs(DAY, false, UNITS, List.of(), List.of(), List.of(), List.of(), false);
        assertThat(Assembly.of(closed)).noneMatch(Item::open);
    }

    /// In whatever order the inputs come: the same letters.
    @Test
    void theSameInputsMakeTheSameBytes() {
        var random = new Random(20201208);
        var directives = new ArrayList<Inputs.Directive>();
        var reports = new ArrayList<Inputs.Report>();
        var needs = new ArrayList<Inputs.Sentence>();
        for (int i = 0; i < 40; i++) {
            var unit = UNITS.get(random.nextInt(UNITS.size())).unit();
            directives.add(new Inputs.Directive(
                    id(i),
                    "지시 " + random.nextInt(5),
                    unit,
                    i % 5 == 0 ? null : DAY.plusDays(random.nextInt(7) - 4),
                    random.nextInt(3)));
            reports.add(report(
                    100 + i, unit, random.nextBoolean(), random.nextInt(4) == 0, random.nextInt(3), "보고 " + i % 7));
            needs.add(new Inputs.Sentence(id(200 + i), unit, "건의 " + random.nextInt(4)));
        }
        byte[] first = bytes(directives, reports, needs);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(directives, random);
            Collections.shuffle(reports, random);
            Collections.shuffle(needs, random);
            assertThat(bytes(directives, reports, needs)).isEqualTo(first);
        }
    }

    private static byte[] bytes(
            List<Inputs.Directive> directives, List<Inputs.Report> reports, List<Inputs.Sentence> needs) {
        var items = Assembly.of(new Inputs(DAY, true, UNITS, directives, reports, needs, needs, true));
        return JsonMapper.shared().writeValueAsBytes(items);
    }
}
