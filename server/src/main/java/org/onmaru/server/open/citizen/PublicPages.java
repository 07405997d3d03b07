package org.onmaru.server.open.citizen;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.page.FirstPage;
import org.onmaru.server.page.Head;
import org.onmaru.server.settings.OnmaruSettings;
import org.onmaru.server.settings.PublicAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The citizens' pages that tell what they are before the application runs: the front page, and a meeting's own.
@Hidden
@Controller
class PublicPages {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final FirstPage page;
    private final LiveBoard board;
    private final PublicMeetings meetings;
    private final OnmaruSettings settings;
    private final PublicAddress address;

    PublicPages(
            FirstPage page, LiveBoard board, PublicMeetings meetings, OnmaruSettings settings, PublicAddress address) {
        this.page = page;
        this.board = board;
        this.meetings = meetings;
        this.settings = settings;
        this.address = address;
    }

    @GetMapping("/")
    ResponseEntity<String> front(HttpServletRequest request) throws IOException {
        var base = address.of(request);
        return answer(
                HttpStatus.OK,
                page.with(new Head(
                        "생중계",
                        settings.city().name() + "의 아침 회의를 시민에게 그대로 전합니다.",
                        base + "/",
                        words(base).of(board.now()),
                        Map.of("live", new String(board.json(), StandardCharsets.UTF_8)))));
    }

    @GetMapping("/meetings/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    ResponseEntity<String> meeting(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        var meeting = meetings.find(id).orElse(null);
        if (meeting == null) {
            return answer(HttpStatus.NOT_FOUND, page.plain());
        }
        var base = address.of(request);
        var name = meeting.ordinal() == null ? meeting.title() : meeting.title() + " 제" + meeting.ordinal() + "회";
        return answer(
                HttpStatus.OK,
                page.with(new Head(
                        name,
                        meeting.date() + " " + name + "의 다시보기와 회의록입니다.",
                        base + "/meetings/" + id,
                        words(base).of(meeting),
                        Map.of())));
    }

    private LinkedData words(String base) {
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
