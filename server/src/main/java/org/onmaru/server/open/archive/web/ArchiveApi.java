package org.onmaru.server.open.archive.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.open.archive.ArchiveSearch;
import org.onmaru.server.open.archive.index.Kind;
import org.onmaru.server.open.archive.index.Question;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Searches the archive for the city's people: each finds what they may see.
@RestController
class ArchiveApi {

    private final ArchiveSearch search;

    ArchiveApi(ArchiveSearch search) {
        this.search = search;
    }

    /// @param q words that must all be there; "in quotes" exactly so; a | b either; empty for everything
    /// @param hazard key of a hazard that a report is about
    /// @param page from 1
    @GetMapping("/api/v1/archive")
    ArchiveAnswer searchArchive(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID series,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String hazard,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "RELEVANCE") Question.Order order,
            @RequestParam(defaultValue = "1") int page) {
        var asked = Asked.of(q, search.readers(), series, unit, kind, hazard, from, to, order, page);
        var found = search.find(asked.question());
        return ArchiveAnswer.of(found, search.moments(found.hits()), asked.page(), Asked.pages(found));
    }
}
