package org.onmaru.server.hall.directive.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.directory.UnitNames;

/// What people write, and how it is understood. 8 March 2020 was a Sunday.
class CaptureLineTest {

    private static final LocalDate LONG_AGO = LocalDate.of(1950, 1, 1);
    private static final LocalDate CITY = LocalDate.of(2013, 9, 23);
    private static final LocalDate DAY = LocalDate.of(2020, 3, 8);

    private static final List<UnitNames> UNITS = units();

    private static List<UnitNames> units() {
        var units = new ArrayList<UnitNames>();
        units.add(unit(1, Unit.Kind.TOWN, null, name(LONG_AGO, "강천면")));
        units.add(unit(2, Unit.Kind.TOWN, null, name(LONG_AGO, "북내면")));
        units.add(unit(3, Unit.Kind.TOWN, null, name(LONG_AGO, "능서면"), name(LocalDate.of(2022, 1, 1), "세종대왕면")));
        units.add(unit(4, Unit.Kind.TOWN, LocalDate.of(2013, 9, 22), name(LONG_AGO, "여주읍")));
        units.add(unit(5, Unit.Kind.TOWN, null, name(CITY, "여흥동")));
        units.add(unit(6, Unit.Kind.TOWN, null, name(CITY, "중앙동")));
        units.add(unit(7, Unit.Kind.CENTRE, null, name(LONG_AGO, "중앙")));
        units.add(unit(8, Unit.Kind.CENTRE, null, name(LONG_AGO, "보건소")));
        units.add(unit(9, Unit.Kind.AGENCY, null, name(LONG_AGO, "농림축산검역본부")));
        units.add(unit(10, Unit.Kind.DEPARTMENT, null, name(LONG_AGO, "환경과"), name(CITY, "환경정책과")));
        units.add(unit(11, Unit.Kind.DEPARTMENT, null, name(LONG_AGO, "환경과"), name(CITY, "자원순환과")));
        units.add(unit(12, Unit.Kind.TOWN, null, name(LocalDate.of(2030, 1, 1), "여강동")));
        return units;
    }

    private static UnitNames unit(int seat, Unit.Kind kind, @Nullable LocalDate until, UnitNames.Name... names) {
        return new UnitNames(new UnitId(new UUID(0, seat)), kind, seat, false, until, List.of(names));
    }

    private static UnitNames.Name name(LocalDate from, String name) {
        return new UnitNames.Name(from, name, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            2020-03-08 | @강천면 마스크 3천 장 3/10까지             | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 3월 10일까지         | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 3. 10.까지           | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 3.10.까지            | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 3.10까지             | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 2020. 3. 10.         | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 2020. 3. 10.까지     | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 2020-03-10까지       | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 2020년 3월 10일까지  | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 20. 3. 10.까지       | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 3/10                 | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 3/10(화)까지         | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장(~3/10)               | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 ~ 3. 10.             | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 오늘까지             | 강천면 | 마스크 3천 장 | 2020-03-08
            2020-03-08 | @강천면 마스크 3천 장 금일 중으로          | 강천면 | 마스크 3천 장 | 2020-03-08
            2020-03-08 | @강천면 마스크 3천 장 내일까지             | 강천면 | 마스크 3천 장 | 2020-03-09
            2020-03-08 | @강천면 마스크 3천 장 모레까지             | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | @강천면 마스크 3천 장 금요일까지           | 강천면 | 마스크 3천 장 | 2020-03-13
            2020-03-08 | @강천면 마스크 3천 장 일요일까지           | 강천면 | 마스크 3천 장 | 2020-03-08
            2020-03-08 | @강천면 마스크 3천 장 다음 주 월요일까지   | 강천면 | 마스크 3천 장 | 2020-03-09
            2020-03-08 | @강천면 마스크 3천 장 다음주 금요일까지    | 강천면 | 마스크 3천 장 | 2020-03-13
            2020-03-08 | @강천면 마스크 3천 장 다다음 주 화요일까지 | 강천면 | 마스크 3천 장 | 2020-03-17
            2020-03-08 | @강천면 마스크 3천 장 이번 주까지          | 강천면 | 마스크 3천 장 | 2020-03-08
            2020-03-08 | @강천면 마스크 3천 장 이번 주말까지        | 강천면 | 마스크 3천 장 | 2020-03-08
            2020-03-08 | @강천면 마스크 3천 장 다음 주까지          | 강천면 | 마스크 3천 장 | 2020-03-15
            2020-03-08 | @강천면 마스크 3천 장 월말까지             | 강천면 | 마스크 3천 장 | 2020-03-31
            2020-03-08 | @강천면 마스크 3천 장 이달 말까지          | 강천면 | 마스크 3천 장 | 2020-03-31
            2020-03-08 | @강천면 마스크 3천 장 4월 말까지           | 강천면 | 마스크 3천 장 | 2020-04-30
            2020-03-08 | @강천면 마스크 3천 장 다음 달 10일까지     | 강천면 | 마스크 3천 장 | 2020-04-10
            2020-03-08 | @강천면 마스크 3천 장 31일까지             | 강천면 | 마스크 3천 장 | 2020-03-31
            2020-04-05 | @강천면 마스크 3천 장 31일까지             | 강천면 | 마스크 3천 장 | 2020-05-31
            2020-03-08 | @강천면 마스크 3천 장 3일 이내             | 강천면 | 마스크 3천 장 | 2020-03-11
            2020-03-08 | @강천면 마스크 3천 장 일주일 안에          | 강천면 | 마스크 3천 장 | 2020-03-15
            2020-03-08 | @강천면 마스크 3천 장 2주 안에             | 강천면 | 마스크 3천 장 | 2020-03-22
            2020-03-08 | @강천면 마스크 3천 장 연말까지             | 강천면 | 마스크 3천 장 | 2020-12-31
            2020-03-08 | @강천면 마스크 3천 장 3/8까지              | 강천면 | 마스크 3천 장 | 2020-03-08
            2020-03-08 | @강천면 마스크 3천 장 3/7까지              | 강천면 | 마스크 3천 장 | 2021-03-07
            2020-12-30 | @강천면 마스크 3천 장 1/5까지              | 강천면 | 마스크 3천 장 | 2021-01-05
            2020-12-30 | @강천면 마스크 3천 장 12/31까지            | 강천면 | 마스크 3천 장 | 2020-12-31
            2020-12-30 | @강천면 마스크 3천 장 모레까지             | 강천면 | 마스크 3천 장 | 2021-01-01
            2020-12-30 | @강천면 마스크 3천 장 이번 주까지          | 강천면 | 마스크 3천 장 | 2021-01-03
            2020-12-30 | @강천면 마스크 3천 장 다음 달 말까지       | 강천면 | 마스크 3천 장 | 2021-01-31
            2020-12-30 | @강천면 마스크 3천 장 5일까지              | 강천면 | 마스크 3천 장 | 2021-01-05
            2020-02-28 | @강천면 마스크 3천 장 내일까지             | 강천면 | 마스크 3천 장 | 2020-02-29
            2020-02-28 | @강천면 마스크 3천 장 2/29까지             | 강천면 | 마스크 3천 장 | 2020-02-29
            2020-02-28 | @강천면 마스크 3천 장 월말까지             | 강천면 | 마스크 3천 장 | 2020-02-29
            2019-12-01 | @강천면 마스크 3천 장 2/29까지             | 강천면 | 마스크 3천 장 | 2020-02-29
            2020-03-08 | @강천면 3/10까지 마스크 3천 장 배부        | 강천면 | 마스크 3천 장 배부 | 2020-03-10
            2020-03-08 | @강천면 마스크를 3/10까지, 방역복은 따로   | 강천면 | 마스크를, 방역복은 따로 | 2020-03-10
            2020-03-08 | @강천면 3/9 회의 자료를 3/10까지 낼 것     | 강천면 | 3/9 회의 자료를 낼 것 | 2020-03-10
            2020-03-08 | @강천면 3/9까지 살피고 3/10까지 보고       | 강천면 | 3/9까지 살피고 보고 | 2020-03-10
            2020-03-08 | @강천면 마스크 3/10 18시까지               | 강천면 | 마스크 3/10 18시까지 | 2020-03-10
            2020-03-08 | @강천면 3/8~3/10까지 점검                  | 강천면 | 3/8~3/10까지 점검 | 2020-03-10
            2020-03-08 | @강천면 마스크 배부                        | 강천면 | 마스크 배부 |
            2020-03-08 | @강천면 3/1 기념식 준비                    | 강천면 | 3/1 기념식 준비 |
            2020-03-08 | @강천면 농도를 2.5 이하로                  | 강천면 | 농도를 2.5 이하로 |
            2020-03-08 | @강천면 농도를 0.5까지                     | 강천면 | 농도를 0.5까지 |
            2020-03-08 | @강천면 답은 admin@city.kr 로              | 강천면 | 답은 admin@city.kr 로 |
            2020-03-08 | @강천면 @북내면 제설 내일까지              | 강천면,북내면 | 제설 | 2020-03-09
            2020-03-08 | @강천면, @북내면 제설                      | 강천면,북내면 | 제설 |
            2020-03-08 | @강천면과 @북내면은 제설                   | 강천면,북내면 | 제설 |
            2020-03-08 | @강천면 및 @북내면 @강천면 제설            | 강천면,북내면 | 제설 |
            2020-03-08 | @강천면장 제설                             | 강천면 | 제설 |
            2020-03-08 | @강천면장님께서는 제설                     | 강천면 | 제설 |
            2020-03-08 | @강천면: 제설                              | 강천면 | 제설 |
            2020-03-08 | @ 강천면 제설                              | 강천면 | 제설 |
            2020-03-08 | ＠강천면 제설                              | 강천면 | 제설 |
            2020-03-08 | 마스크 3천 장 @강천면 3/10까지             | 강천면 | 마스크 3천 장 | 2020-03-10
            2020-03-08 | 마스크를 @강천면에 배부                    | 강천면 | 마스크를 배부 |
            2020-03-08 | @강천면 물품을 @북내면에 보낼 것           | 강천면 | 물품을 @북내면에 보낼 것 |
            2020-03-08 | @중앙동 소독                               | 중앙동 | 소독 |
            2020-03-08 | @중앙 소독                                 | 중앙 | 소독 |
            2020-03-08 | @중앙동장 소독                             | 중앙동 | 소독 |
            2020-03-08 | @전 읍면동 소독 오늘까지                   | 강천면,북내면,능서면,여흥동,중앙동 | 소독 | 2020-03-08
            2020-03-08 | @전읍면동은 소독                           | 강천면,북내면,능서면,여흥동,중앙동 | 소독 |
            2020-03-08 | @전체 점검                                 | 강천면,북내면,능서면,여흥동,중앙동,중앙,보건소,환경정책과,자원순환과 | 점검 |
            2020-03-08 | @능서면 소독                               | 능서면 | 소독 |
            2022-03-08 | @능서면 소독                               | 세종대왕면(능서면) | 소독 |
            2022-03-08 | @세종대왕면 소독                           | 세종대왕면 | 소독 |
            """)
    void isUnderstood(LocalDate day, String line, String owners, String sentence, @Nullable LocalDate due) {
        var read = CaptureLine.read(line, day, UNITS);
        assertThat(read.obstacle()).isEmpty();
        assertThat(read.owners().stream()
                        .map(owner -> owner.name() + (owner.formerName() == null ? "" : "(" + owner.formerName() + ")"))
                        .collect(Collectors.joining(",")))
                .isEqualTo(owners);
        assertThat(read.sentence()).isEqualTo(sentence);
        assertThat(read.due()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-03-08 | 마스크 3천 장                      | NO_OWNER       | -
            2020-03-08 | @                                  | NO_OWNER       | -
            2020-03-08 | @강쳔면 마스크                     | UNKNOWN_UNIT   | 강천면
            2020-03-08 | @강천 마스크                       | UNKNOWN_UNIT   | 강천면
            2020-03-08 | @강천면사무소 마스크               | UNKNOWN_UNIT   | 강천면
            2020-03-08 | @여강동 소독                       | UNKNOWN_UNIT   | 여흥동
            2020-03-08 | @세종대왕면 소독                   | UNKNOWN_UNIT   | -
            2020-03-08 | @환경과 점검                       | AMBIGUOUS_UNIT | 환경정책과,자원순환과
            2020-03-08 | @여주읍 소독                       | ENDED_UNIT     | 여흥동,중앙동
            2020-03-08 | @강천면                            | NO_SENTENCE    | -
            2020-03-08 | @강천면 3/10까지                   | NO_SENTENCE    | -
            2020-03-08 | @강천면 배부 2/30까지              | NOT_A_DATE     | -
            2020-03-08 | @강천면 배부 13/1까지              | NOT_A_DATE     | -
            2021-01-01 | @강천면 배부 2/29까지              | NOT_A_DATE     | -
            2020-03-08 | @강천면 배부 이달 32일까지         | NOT_A_DATE     | -
            2020-03-08 | @강천면 배부 2020. 3. 7.까지       | PAST_DUE       | -
            2020-03-08 | @강천면 배부 이번 주 월요일까지    | PAST_DUE       | -
            2020-03-08 | @강천면 배부 3/7까지               | FAR_DUE        | -
            2020-03-08 | @강천면 배부 연말까지              | FAR_DUE        | -
            """)
    void isDoubted(LocalDate day, String line, Doubt.Kind kind, String near) {
        var read = CaptureLine.read(line, day, UNITS);
        assertThat(read.doubts()).extracting(Doubt::kind).contains(kind);
        var doubt = read.doubts().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
        assertThat(doubt.near()).isEqualTo(near.equals("-") ? List.of() : List.of(near.split(",", -1)));
        assertThat(doubt.ko()).isNotBlank();
        assertThat(doubt.en()).isNotBlank();
        assertThat(read.obstacle().isPresent()).isEqualTo(kind != Doubt.Kind.FAR_DUE);
    }

    @Test
    void anEndedUnitIsToldWithItsLastDayAndWhatCameAfter() {
        var doubt = CaptureLine.read("@여주읍 소독", DAY, UNITS).obstacle().orElseThrow();
        assertThat(doubt.ko()).contains("여주읍").contains("2013. 9. 22.").contains("여흥동");
        assertThat(doubt.kind().code()).isEqualTo("directive-ended-unit");
    }

    @Test
    void aTypedSentenceComesBackWordForWord() {
        var random = new Random(20200308);
        var words = List.of("마스크", "3천", "장", "배부", "(긴급)", "1.5배", "50%", "방역", "“현장”", "등", "A형", "2020년도", "10개소");
        var untils = List.of("", " 3/10까지", " 내일까지", " 2020. 3. 10.까지", " 다음 주 월요일까지", " 월말까지", " 3일 이내");
        for (int i = 0; i < 5_000; i++) {
            var sentence = random.ints(1 + random.nextInt(8), 0, words.size())
                    .mapToObj(words::get)
                    .collect(Collectors.joining(" "));
            var until = untils.get(random.nextInt(untils.size()));
            var read = CaptureLine.read("@북내면 " + sentence + until, DAY, UNITS);
            assertThat(read.sentence()).isEqualTo(sentence);
            assertThat(read.due() == null).as(until).isEqualTo(until.isEmpty());
            assertThat(read.obstacle()).isEmpty();
        }
    }

    @Test
    void whateverIsWrittenGetsAnAnswer() {
        var random = new Random(310);
        var pieces = List.of(
                "@",
                "＠",
                "강천면",
                "중앙동",
                "여주읍",
                "환경과",
                "전 읍면동",
                "전체",
                " ",
                "  ",
                "까지",
                "3/10",
                "2/30",
                "99",
                "/",
                ".",
                "-",
                "~",
                "(",
                ")",
                "월",
                "일",
                "말",
                "다음 주",
                "금요일",
                "이내",
                "이번 달",
                "0",
                "12",
                "시",
                "오전",
                ",",
                "은",
                "\u1100\u1161",
                "é",
                "\uD83D\uDE37",
                "\uD83D",
                "2020. 3. 10.",
                "가나다",
                "\t");
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 20_000; i++) {
                var line = random.ints(random.nextInt(24), 0, pieces.size())
                        .mapToObj(pieces::get)
                        .collect(Collectors.joining());
                judge(line, CaptureLine.read(line, DAY, UNITS));
            }
        });
    }

    /// Nothing is in the sentence that was not written, in the order in which it was.
    private static void judge(String line, Understood read) {
        var written = Normalizer.normalize(line, Normalizer.Form.NFC);
        int at = 0;
        for (int i = 0; i < read.sentence().length(); i++) {
            char letter = read.sentence().charAt(i);
            if (!Character.isWhitespace(letter)) {
                at = written.indexOf(letter, at) + 1;
                assertThat(at).as(line).isPositive();
            }
        }
        assertThat(read.owners().stream().map(Owner::unit).distinct()).hasSameSizeAs(read.owners());
        assertThat(read.obstacle().isPresent() || !read.owners().isEmpty())
                .as(line)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"@", "3/", "20. ", "~3/10 ", "@강천 ", "다음 주 ", "까지", "' '"})
    void longLinesTakeTimeInProportion(String piece) {
        var line = "@강천면 " + piece.repeat(4_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> CaptureLine.read(line, DAY, UNITS));
    }
}
