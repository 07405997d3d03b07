package org.onmaru.bench.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.open.archive.index.Kind;
import org.onmaru.server.open.archive.index.Passage;
import org.onmaru.server.open.archive.index.Readers;

/// Ten years of invented meetings, one every morning: the same every time. Words are as unequal as in real minutes: a
/// few in every meeting, most in a few, and names that come once.
final class TenYears {

    static final int MEETINGS = 3650;
    static final int PARAGRAPHS = 400_000;
    static final UUID SERIES = id("series");
    static final List<String> UNITS = List.of(
            "가남읍", "점동면", "흥천면", "금사면", "세종대왕면", "대신면", "북내면", "강천면", "산북면", "여흥동", "중앙동", "오학동", "보건소", "재난안전대책본부");

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final ZoneId CITY = ZoneId.of("Asia/Seoul");
    private static final List<String> THINGS = List.of(
            "마스크", "제설차", "방역 소독", "선별진료소", "자가격리자", "조류인플루엔자", "거점소독시설", "무더위쉼터", "배수펌프장", "산불감시원", "경로당", "마을회관",
            "가로등", "하수관로", "상수도", "불법 주정차", "농기계 임대", "지역화폐", "재난지원금", "백신 접종", "어린이보호구역", "버스 정류장", "도로 포장", "쓰레기 수거",
            "공공일자리", "축제 준비", "도서관 휴관", "학교 급식", "요양시설", "축사 악취", "하천 정비", "산사태 취약지", "비상급수", "염화칼슘", "대설특보", "한파 쉼터",
            "온열질환자", "이동 제한", "가금 농가", "예찰 활동", "민원 접수", "현장 점검", "예산 집행", "주민 설명회", "이장 회의", "홍보 방송", "문자 발송", "역학조사",
            "방문 건강관리", "드론 방제");
    private static final List<String> PLACES = List.of(
            "시청 앞", "여주대교", "신륵사 입구", "오일장", "터미널", "종합운동장", "보건지소", "초등학교 앞", "남한강변", "고속도로 나들목", "산업단지", "농공단지");
    private static final List<String> ENDS = List.of(
            "를 오늘 안으로 마치겠습니다.",
            "에 대한 대책을 보고드립니다.",
            "가 부족하여 추가 지원을 건의합니다.",
            "를 점검하고 결과를 내일 회의에서 보고하십시오.",
            "는 어제와 같습니다.",
            "를 주민에게 안내하였습니다.",
            "와 관련한 민원이 늘고 있습니다.",
            "를 다음 주까지 확대하기로 하였습니다.");
    private static final List<String> SYLLABLES =
            List.of("가", "나", "다", "라", "마", "바", "사", "아", "자", "차", "하", "호", "수", "민", "영", "진", "현", "은", "솔", "별");

    private final Random random = new Random(20200225);

    /// One meeting with all that was said in it.
    ///
    /// @param number from 0
    List<Passage> meeting(int number) {
        var date = FIRST.plusDays(number);
        var sitting =
                new Passage.Sitting(id("meeting" + number), SERIES, name(date), "Daily Meeting", number + 1, date);
        var passages = new ArrayList<Passage>();
        int count = PARAGRAPHS / MEETINGS + (number < PARAGRAPHS % MEETINGS ? 1 : 0);
        passages.add(passage(sitting, Kind.MEETING, true, null, "", name(date) + " 제" + (number + 1) + "회", 0));
        while (passages.size() < count) {
            int place = passages.size();
            var kind = kind(place);
            boolean released = (kind == Kind.AGENDA || kind == Kind.MINUTES) && random.nextInt(5) > 0;
            int one = random.nextInt(UNITS.size());
            int other = random.nextInt(UNITS.size());
            var unit = UNITS.get(Math.min(one, other));
            passages.add(passage(sitting, kind, released, unit, unit + " 상황보고", text(kind, unit), place));
        }
        return passages;
    }

    private static String name(LocalDate date) {
        return date.getYear() < 2020 ? "시정운영전략 영상회의" : "통합재난 안전대책 영상회의";
    }

    private static Kind kind(int place) {
        return switch (place % 20) {
            case 0, 1, 2 -> Kind.AGENDA;
            case 3, 4 -> Kind.DIRECTIVE;
            case 5 -> Kind.NEED;
            case 6, 7, 8, 9 -> Kind.REPORT;
            default -> Kind.MINUTES;
        };
    }

    private Passage passage(
            Passage.Sitting sitting,
            Kind kind,
            boolean released,
            @Nullable String unit,
            String heading,
            String text,
            int place) {
        var owner = unit == null ? null : new Passage.Owner(unit(unit), unit);
        Instant at = sitting.date()
                .atTime(LocalTime.of(8, 30))
                .atZone(CITY)
                .toInstant()
                .plusSeconds(20L * place);
        return new Passage(
                sitting,
                kind,
                released ? Set.of(Readers.EVERYBODY) : Set.of(Readers.ofSeries(SERIES)),
                owner,
                kind == Kind.REPORT ? Set.of(place % 2 == 0 ? "hpai" : "infection") : Set.of(),
                heading,
                (unit == null ? "" : unit) + "\n" + sitting.title(),
                text,
                "item-" + place,
                at,
                place);
    }

    private String text(Kind kind, String unit) {
        if (kind == Kind.AGENDA) {
            return unit + " " + common(THINGS) + " " + (random.nextInt(3) == 0 ? "계획" : "상황보고");
        }
        var text = new StringBuilder();
        int sentences = kind == Kind.MINUTES ? 1 + random.nextInt(3) : 1;
        for (int i = 0; i < sentences; i++) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(unit)
                    .append(' ')
                    .append(common(PLACES))
                    .append("에서 ")
                    .append(common(THINGS))
                    .append(' ');
            if (random.nextInt(2) == 0) {
                text.append(1 + random.nextInt(random.nextInt(4) == 0 ? 9000 : 90))
                        .append(random.nextInt(2) == 0 ? "건, " : "명, ");
            }
            if (random.nextInt(12) == 0) {
                text.append(person()).append(" 주무관이 ");
            }
            text.append(common(THINGS)).append(ENDS.get(random.nextInt(ENDS.size())));
        }
        return text.toString();
    }

    /// The first ones far more often than the last.
    private String common(List<String> words) {
        double where = random.nextDouble();
        return words.get((int) (where * where * where * words.size()));
    }

    /// One of some thousands of names.
    String person() {
        return List.of("김", "이", "박", "최", "정", "강", "조", "윤").get(random.nextInt(8))
                + SYLLABLES.get(random.nextInt(SYLLABLES.size()))
                + SYLLABLES.get(random.nextInt(SYLLABLES.size()));
    }

    String thing() {
        return THINGS.get(random.nextInt(THINGS.size()));
    }

    static UUID unit(String name) {
        return id("unit" + name);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
