package org.onmaru.server.onair.broadcast;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.agenda.Slides;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.problem.Problem;
import org.onmaru.wire.Gate;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Where studios fetch the slide that is on their meeting's stage: from this machine only, and only with the token of
/// a programme that is to be on air. What may not be broadcast is not there.
@RestController
class StudioSlides {

    private final Studios studios;
    private final Programmes programmes;
    private final Slides slides;

    StudioSlides(Studios studios, Programmes programmes, Slides slides) {
        this.studios = studios;
        this.programmes = programmes;
        this.slides = slides;
    }

    @GetMapping(Dressing.SLIDES + "{attachment}/{page}")
    ResponseEntity<byte[]> slideForStudio(
            @PathVariable UUID attachment,
            @PathVariable int page,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String word,
            HttpServletRequest request) {
        return answer(word, request, meeting -> slides.forStudio(meeting, attachment, page));
    }

    @GetMapping(Dressing.SLIDES + Dressing.CHART + "{print}")
    ResponseEntity<byte[]> chartForStudio(
            @PathVariable String print,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String word,
            HttpServletRequest request) {
        return answer(word, request, meeting -> slides.chartForStudio(meeting, print));
    }

    private ResponseEntity<byte[]> answer(
            @Nullable String word, HttpServletRequest request, Function<MeetingId, byte[]> picture) {
        if (!InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        var owner = studios.bearer(word);
        if (owner.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        if (programmes.of(owner.get()).wanted() != Gate.ON_AIR) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_PNG)
                    .cacheControl(CacheControl.noStore())
                    .body(picture.apply(owner.get()));
        } catch (Problem refused) {
            return ResponseEntity.status(refused.status()).build();
        }
    }
}
