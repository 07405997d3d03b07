package org.onmaru.server.hall.report.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.hall.report.CityFigures;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The submission board of a series, and its figures of any day.
@RestController
@RequestMapping("/api/v1/series/{id}")
class BoardApi {

    private static final int MOST_DAYS = 400;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ReportRights rights;
    private final BoardAnswers boards;
    private final RollUpAnswers rollUps;
    private final CityFigures city;
    private final SeriesBook series;

    BoardApi(ReportRights rights, BoardAnswers boards, RollUpAnswers rollUps, CityFigures city, SeriesBook series) {
        this.rights = rights;
        this.boards = boards;
        this.rollUps = rollUps;
        this.city = city;
        this.series = series;
    }

    record CityFigureRequest(
            @NotNull BigDecimal thisPeriod, @NotNull BigDecimal toDate) {}

    @GetMapping("/board")
    BoardAnswer getBoard(@PathVariable UUID id, @RequestParam LocalDate date) {
        rights.reader(id);
        return boards.of(new SeriesId(id), date);
    }

    /// The figures of every day from the first to the last.
    @GetMapping("/roll-up")
    List<RollUpAnswer> getRollUp(@PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        rights.reader(id);
        return days(id, from, to);
    }

    /// The same as a file of JSON.
    @GetMapping("/roll-up.json")
    ResponseEntity<List<RollUpAnswer>> downloadRollUp(
            @PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        rights.reader(id);
        return file(from, to, "json").body(days(id, from, to));
    }

    /// The same as a table.
    @GetMapping(path = "/roll-up.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> downloadRollUpTable(
            @PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        rights.reader(id);
        return file(from, to, "csv").contentType(CSV).body(Csv.of(days(id, from, to)));
    }

    /// Enters what the city as a whole says of a day.
    @PutMapping("/city-figures/{date}/{metric}")
    RollUpAnswer putCityFigure(
            @PathVariable UUID id,
            @PathVariable LocalDate date,
            @PathVariable String metric,
            @Valid @RequestBody CityFigureRequest body) {
        var clerk = rights.clerk(id);
        var of = series.get(new SeriesId(id));
        city.put(of.id(), date, metric, body.thisPeriod, body.toDate, clerk);
        return rollUps.between(of.id(), date, date).getFirst();
    }

    @DeleteMapping("/city-figures/{date}/{metric}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeCityFigure(@PathVariable UUID id, @PathVariable LocalDate date, @PathVariable String metric) {
        rights.clerk(id);
        city.remove(new SeriesId(id), date, metric);
    }

    private List<RollUpAnswer> days(UUID id, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Problem.bad(
                    "period",
                    "기간은 시작일부터 " + MOST_DAYS + "일까지 고를 수 있습니다.",
                    "The period starts before it ends and has at most " + MOST_DAYS + " days.");
        }
        return rollUps.between(new SeriesId(id), from, to);
    }

    private static ResponseEntity.BodyBuilder file(LocalDate from, LocalDate to, String ending) {
        var name = "roll-up-" + from + (from.equals(to) ? "" : "-" + to) + "." + ending;
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }
}
