package org.onmaru.server.open.citizen;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.paper.OfficialDate;
import org.onmaru.server.page.FirstPage;
import org.onmaru.server.page.Head;
import org.onmaru.server.settings.OnmaruSettings;
import org.onmaru.server.settings.PublicAddress;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The citizens' pages that tell what they are before the application runs: the front page, and a meeting's own.
@Hidden
@Controller
class PublicPages {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /// Pages that are lists: what each is called, and what is in it.
    private static final Map<String, Words> LISTS = Map.of(
            "/meetings", new Words("지난 회의", "지난 회의를 다시 보고, 그날의 안건과 회의록을 읽을 수 있습니다. 가장 가까운 날부터 나옵니다."),
            "/series", new Words("회의 달력", "회의가 열린 날과 열릴 날을 달마다 봅니다. 이름이 바뀐 회의도 예전 이름으로 찾습니다."),
            "/search", new Words("다시보기 검색", "지난 회의와 회의록을 낱말로 찾아, 그 말이 나온 때부터 다시 볼 수 있습니다."),
            "/city-figures", new Words("기간별 수치", "읍면동과 부서가 보고한 수치를 날마다 모았습니다. 나중에 바로잡은 날에는 정정이라고 적습니다."));

    private final FirstPage page;
    private final LiveBoard board;
    private final CityCard city;
    private final KnownSeries series;
    private final PublicMeetings meetings;
    private final OnmaruSettings settings;
    private final PublicAddress address;

    PublicPages(
            FirstPage page,
            LiveBoard board,
            CityCard city,
            KnownSeries series,
            PublicMeetings meetings,
            OnmaruSettings settings,
            PublicAddress address) {
        this.page = page;
        this.board = board;
        this.city = city;
        this.series = series;
        this.meetings = meetings;
        this.settings = settings;
        this.address = address;
    }

    private record Words(String title, String description) {}

    @GetMapping("/")
    ResponseEntity<String> front(HttpServletRequest request) throws IOException {
        var base = address.of(request);
        var now = board.now();
        return answer(
                HttpStatus.OK,
                page.with(new Head(
                        "생중계",
                        settings.city().name() + "의 아침 회의를 시민에게 그대로 전합니다.",
                        base + "/",
                        data(base).of(now),
                        sight().front(now),
                        knownOnTheFront())));
    }

    @GetMapping({"/meetings", "/search", "/city-figures"})
    ResponseEntity<String> list(HttpServletRequest request) throws IOException {
        return list(request.getServletPath(), request);
    }

    /// A city with one series takes everybody straight to it.
    @GetMapping("/series")
    ResponseEntity<String> allSeries(HttpServletRequest request) throws IOException {
        var only = series.only().orElse(null);
        return only == null
                ? list("/series", request)
                : ResponseEntity.status(HttpStatus.FOUND)
                        .location(URI.create("/series/" + only))
                        .cacheControl(CacheControl.noCache())
                        .build();
    }

    /// The application asks for the series itself, and says when there is none.
    @GetMapping("/series/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    ResponseEntity<String> series(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        var name = series.name(id).orElse(null);
        return name == null
                ? list("/series", request)
                : list(new Words(name, words("/series").description), sight().page("/series", name), request);
    }

    private ResponseEntity<String> list(String path, HttpServletRequest request) throws IOException {
        var words = words(path);
        return list(words, sight().page(path, words.title, words.description), request);
    }

    private static Words words(String path) {
        return LISTS.getOrDefault(path, new Words("", ""));
    }

    private ResponseEntity<String> list(Words words, String first, HttpServletRequest request) throws IOException {
        var base = address.of(request);
        return answer(
                HttpStatus.OK,
                page.with(new Head(
                        words.title,
                        settings.city().name() + " 온마루: " + words.description,
                        base + request.getServletPath(),
                        data(base).ofCity(),
                        first,
                        city.known())));
    }

    @GetMapping("/meetings/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    ResponseEntity<String> meeting(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        @Nullable PublicMeeting meeting;
        try {
            meeting = meetings.find(id).orElse(null);
        } catch (DataAccessException | TransactionException e) {
            // The application tells it in its own words, and asks again.
            return answer(HttpStatus.OK, page.plain());
        }
        if (meeting == null) {
            return answer(HttpStatus.NOT_FOUND, page.plain());
        }
        var base = address.of(request);
        var name = meeting.ordinal() == null ? meeting.title() : meeting.title() + " 제" + meeting.ordinal() + "회";
        return answer(
                HttpStatus.OK,
                page.with(new Head(
                        name,
                        OfficialDate.of(meeting.date()) + " " + name + "의 다시보기와 회의록입니다.",
                        base + "/meetings/" + id,
                        data(base).of(meeting),
                        sight().meeting(meeting),
                        city.known())));
    }

    private Map<String, String> knownOnTheFront() {
        var known = new HashMap<>(city.known());
        known.put("live", new String(board.json(), StandardCharsets.UTF_8));
        return known;
    }

    private FirstSight sight() {
        return new FirstSight(city.city(), settings.zone());
    }

    private LinkedData data(String base) {
        return new LinkedData(settings.city().name(), settings.zone(), base);
    }

    private static ResponseEntity<String> answer(HttpStatus status, Optional<String> page) {
        return page.map(html -> ResponseEntity.status(status)
                        .contentType(HTML)
                        .cacheControl(CacheControl.noCache())
                        .body(html))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
