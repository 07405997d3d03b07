package org.onmaru.server.open.archive.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.open.archive.ArchiveSearch;
import org.onmaru.server.open.archive.index.Kind;
import org.onmaru.server.open.archive.index.Question;
import org.onmaru.server.problem.Lane;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Searches what was released, for everybody; whoever signed in finds no more here than anybody else.
@RestController
class PublicArchiveApi {

    /// Short: what is withdrawn must be gone, while a crowd that asks the same is answered once.
    private static final CacheControl A_MOMENT =
            CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();

    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final ArchiveSearch search;
    private final Directory directory;
    private final Clock clock;
    /// A crowd that searches does not slow down a meeting.
    private final Lane lane = new Lane(
            4,
            Duration.ofSeconds(2),
            () -> Problem.tooOften(
                    "archive-busy",
                    "지금 검색하는 사람이 너무 많습니다. 잠시 뒤 다시 시도해 주세요.",
                    "Too many people are searching right now. Please try again in a moment."));

    PublicArchiveApi(ArchiveSearch search, Directory directory, Clock clock) {
        this.search = search;
        this.directory = directory;
        this.clock = clock;
    }

    record PublicUnit(UUID id, String name, String nameEn) {}

    /// Units of today, to search by, in seat order.
    @GetMapping("/api/v1/public/units")
    ResponseEntity<List<PublicUnit>> publicUnits() {
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .body(directory.unitsOn(LocalDate.now(clock)).stream()
                        .map(unit -> new PublicUnit(unit.id().value(), unit.name(), unit.nameEn()))
                        .toList());
    }

    /// @param q words that must all be there; "in quotes" exactly so; a | b either; empty for everything
    /// @param page from 1
    @GetMapping("/api/v1/public/archive")
    ResponseEntity<ArchiveAnswer> searchPublicArchive(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID series,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "RELEVANCE") Question.Order order,
            @RequestParam(defaultValue = "1") int page) {
        var asked = Asked.of(q, ArchiveSearch.everybody(), series, unit, kind, null, from, to, order, page);
        var found = lane.pass(() -> search.find(asked.question()));
        return ResponseEntity.ok()
                .cacheControl(A_MOMENT)
                .body(ArchiveAnswer.of(found, search.moments(found.hits()), asked.page(), Asked.pages(found)));
    }
}
