package org.onmaru.server.open.figures;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.figures.PublicDay;
import org.onmaru.server.hall.figures.PublicFigures;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Lane;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The city's figures, for everybody.
@RestController
@RequestMapping("/api/v1/public")
class FiguresApi {

    private static final int MOST_DAYS = 400;

    /// A crowd that asks the same is answered once; a correction shows within the minute.
    private static final CacheControl SOON =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    private final PublicFigures figures;

    /// Figures are worked out anew, so a crowd does not slow down a meeting.
    private final Lane lane = new Lane(
            2,
            Duration.ofSeconds(2),
            () -> Problem.tooOften(
                    "figures-busy",
                    "지금 수치를 보는 사람이 너무 많습니다. 잠시 뒤 다시 시도해 주세요.",
                    "Too many people are looking at the figures right now. Please try again in a moment."));

    FiguresApi(PublicFigures figures) {
        this.figures = figures;
    }

    /// @param seriesId null, as the day is, when there are none of the last week
    record LatestFigures(@Nullable UUID seriesId, @Nullable PublicDay day) {}

    @GetMapping("/figures")
    ResponseEntity<LatestFigures> latestFigures() {
        return answer(lane.pass(figures::latest)
                .map(one -> new LatestFigures(one.series().value(), one.day()))
                .orElse(new LatestFigures(null, null)));
    }

    /// Days that have figures, from the first to the last.
    @GetMapping("/series/{id}/figures")
    ResponseEntity<List<PublicDay>> publicFigures(
            @PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Problem.bad(
                    "period",
                    "기간은 시작일부터 " + MOST_DAYS + "일까지 고를 수 있습니다.",
                    "The period starts before it ends and has at most " + MOST_DAYS + " days.");
        }
        return answer(lane.pass(() -> figures.between(new SeriesId(id), from, to)));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(SOON).body(body);
    }
}
