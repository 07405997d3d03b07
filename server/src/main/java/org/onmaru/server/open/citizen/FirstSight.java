package org.onmaru.server.open.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.administration.WhoseCity;
import org.springframework.web.util.HtmlUtils;

/// The citizens' pages as they stand before the application runs: their frame and their first words, with the classes
/// and in the places of the application's own, which takes over without anything jumping. On a phone with a slow
/// network that is seconds earlier.
///
/// The words are those of `web/src/i18n/ko.ts`; a journey in a browser compares both.
///
/// @param city empty while it was never known
/// @param zone of the times
record FirstSight(Optional<WhoseCity.City> city, ZoneId zone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy. M. d.", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final Map<String, String> LINKS = new LinkedHashMap<>();

    static {
        LINKS.put("/", "생중계");
        LINKS.put("/meetings", "지난 회의");
        LINKS.put("/series", "회의 달력");
        LINKS.put("/search", "다시보기 검색");
    }

    /// A page with a heading and a sentence about what is in it.
    ///
    /// @param path of the page, which its own link among the others names
    String page(String path, String title, String lead) {
        return frame(path, """
                <div class="title-row"><h1 class="title">%s</h1></div>
                <p class="lead">%s</p>
                """.formatted(text(title), text(lead)));
    }

    /// A page with no more than a heading yet.
    String page(String path, String title) {
        return frame(path, """
                <div class="title-row"><h1 class="title">%s</h1></div>
                """.formatted(text(title)));
    }

    /// A meeting of its own.
    String meeting(PublicMeeting meeting) {
        var from = Optional.ofNullable(meeting.startedAt()).orElse(meeting.startsAt());
        var until = Optional.ofNullable(meeting.adjournedAt())
                .map(end -> "–" + TIME.format(at(end)))
                .orElse("");
        var ordinal = meeting.ordinal() == null ? "" : " · 제" + meeting.ordinal() + "회";
        return frame(
                "/meetings/" + meeting.id(), """
                <div class="title-row"><h1 class="title">%s</h1></div>
                <p class="when">%s</p>
                """.formatted(text(meeting.title()), text(time(from) + until + ordinal)));
    }

    /// The front page: what is on, or what comes next.
    String front(Live now) {
        return frame("/", now.title() != null ? onNow(now, now.title()) : between(now.next()));
    }

    private String onNow(Live now, String title) {
        var onAir = now.state() == Live.State.ON_AIR;
        var ordinal = now.ordinal() == null ? "" : "<span class=\"ordinal\"> 제" + now.ordinal() + "회</span>";
        var when = now.startedAt() == null ? "" : "<p class=\"when\">" + time(now.startedAt()) + "</p>";
        return """
                <section class="now">
                <div class="now-head"><span class="lamp %s">%s</span><h2>%s%s</h2>%s</div>
                <div class="now-stage"><div class="player player-waiting"></div></div>
                </section>
                """.formatted(onAir ? "lamp-live" : "lamp-off", onAir ? "생중계" : "비공개 진행 중", text(title), ordinal, when);
    }

    private String between(Live.@Nullable Next next) {
        var what = next == null
                ? "<h2>지금은 생중계가 없습니다</h2><p>다음 회의 일정이 아직 없습니다.</p>"
                : "<p class=\"next-label\">다음 회의</p><h2>%s</h2><p>%s</p>"
                        .formatted(text(next.title()), time(next.startsAt()));
        return """
                <section class="next"><span class="icon"></span><div class="next-what">%s</div></section>
                """.formatted(what);
    }

    private String frame(String path, String main) {
        var links = new StringBuilder();
        LINKS.forEach((to, word) -> links.append(
                "<a href=\"%s\"%s>%s</a>".formatted(to, to.equals(path) ? " aria-current=\"page\"" : "", word)));
        return """
                <div class="page">
                <header class="header">
                %s<div class="inner">
                <a class="brand" href="/"><span class="brand-mark"></span><span>%s온마루</span></a>
                <nav class="nav" aria-label="주 메뉴">%s</nav>
                <div class="header-tools"></div>
                </div>
                </header>
                <main class="inner main">
                %s</main>
                </div>
                """.formatted(masthead(), city.map(FirstSight::named).orElse(""), links, main);
    }

    private String masthead() {
        return city.filter(it -> it.demo() || it.official())
                .map(it -> "<div class=\"masthead\"><p class=\"inner\">%s</p></div>\n"
                        .formatted(it.demo() ? "시연용 화면입니다. 실제 회의가 아닙니다." : "이 누리집은 대한민국 공식 전자정부 누리집입니다."))
                .orElse("");
    }

    private static String named(WhoseCity.City city) {
        return "<span class=\"brand-city\">" + text(city.name()) + " </span>";
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone(zone);
    }

    private String time(Instant instant) {
        LocalDate day = at(instant).toLocalDate();
        return DAY.format(day) + " " + TIME.format(at(instant));
    }

    private static String text(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
