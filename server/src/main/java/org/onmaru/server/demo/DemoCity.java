package org.onmaru.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.onmaru.server.city.directory.Unit;

/// Yeoju's real units (public administrative geography) and who sits there in the demonstration.
final class DemoCity {

    private static final LocalDate LONG_AGO = LocalDate.of(2013, 9, 23);

    private DemoCity() {}

    /// @param head the post of the unit's head; every person is invented
    /// @param login login name of the unit's head
    record Place(String name, String nameEn, Unit.Kind kind, String head, String login, String person) {}

    static LocalDate since() {
        return LONG_AGO;
    }

    /// Since when everybody is in their post.
    static LocalDate inOffice() {
        return LocalDate.of(2024, 1, 1);
    }

    static String postInEnglish(String post) {
        return POSTS_IN_ENGLISH.getOrDefault(post, "");
    }

    private static final Map<String, String> POSTS_IN_ENGLISH = Map.ofEntries(
            Map.entry("시장", "Mayor"),
            Map.entry("읍장", "Head of the Eup"),
            Map.entry("면장", "Head of the Myeon"),
            Map.entry("부면장", "Deputy Head of the Myeon"),
            Map.entry("동장", "Head of the Dong"),
            Map.entry("보건소장", "Director of the Public Health Centre"),
            Map.entry("본부 상황실장", "Chief of the Situation Room"),
            Map.entry("상황관리반장", "Chief of Situation Management"),
            Map.entry("비서실장", "Chief Secretary"),
            Map.entry("주무관", "Officer"),
            Map.entry("전산 담당", "IT Officer"));

    static final Place OFFICE = new Place("시장실", "Mayor's Office", Unit.Kind.DEPARTMENT, "시장", "mayor", "한가온");

    static final Place SECRETARIAT = new Place("비서실", "Secretariat", Unit.Kind.DEPARTMENT, "비서실장", "host", "윤다솜");

    static final Place SANBUK = new Place("산북면", "Sanbuk-myeon", Unit.Kind.TOWN, "면장", "sanbuk", "임솔찬");

    /// In seat order.
    static final List<Place> UNITS = List.of(
            new Place("가남읍", "Ganam-eup", Unit.Kind.TOWN, "읍장", "ganam", "김하늘"),
            new Place("점동면", "Jeomdong-myeon", Unit.Kind.TOWN, "면장", "jeomdong", "이도담"),
            new Place("흥천면", "Heungcheon-myeon", Unit.Kind.TOWN, "면장", "heungcheon", "박새봄"),
            new Place("금사면", "Geumsa-myeon", Unit.Kind.TOWN, "면장", "geumsa", "최누리"),
            new Place("세종대왕면", "Sejongdaewang-myeon", Unit.Kind.TOWN, "면장", "sejong", "정한울"),
            new Place("대신면", "Daesin-myeon", Unit.Kind.TOWN, "면장", "daesin", "강나래"),
            new Place("북내면", "Bungnae-myeon", Unit.Kind.TOWN, "면장", "bungnae", "조은별"),
            new Place("강천면", "Gangcheon-myeon", Unit.Kind.TOWN, "면장", "gangcheon", "장미르"),
            SANBUK,
            new Place("여흥동", "Yeoheung-dong", Unit.Kind.TOWN, "동장", "yeoheung", "오라온"),
            new Place("중앙동", "Jungang-dong", Unit.Kind.TOWN, "동장", "jungang", "서예솔"),
            new Place("오학동", "Ohak-dong", Unit.Kind.TOWN, "동장", "ohak", "신바다"),
            new Place("보건소", "Public Health Centre", Unit.Kind.CENTRE, "보건소장", "health", "권이슬"),
            new Place("재난안전대책본부", "Disaster and Safety HQ", Unit.Kind.HQ, "본부 상황실장", "disaster", "황보람"));
}
