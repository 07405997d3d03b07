package org.onmaru.server.open.archive.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.open.archive.index.Found;
import org.onmaru.server.open.archive.index.Kind;

/// A page of what was found.
///
/// @param page from 1
/// @param pages that can be asked for; 0 when nothing was found
/// @param total hits of the question
/// @param counts hits of each kind, as if no kind had been asked for
public record ArchiveAnswer(int page, int pages, int total, List<KindCount> counts, List<ArchiveHit> hits) {

    public record KindCount(Kind kind, int count) {}

    /// @param released whether everybody finds it
    /// @param unitId null when it is nobody's in particular, as its name
    /// @param heading what it stands under; empty when nothing
    /// @param text around the first place where it was found
    /// @param subject the agenda item's key, or the id of the directive, need or report; empty when none
    /// @param second of the meeting's recording at which it was said; null when that is not known
    public record ArchiveHit(
            UUID meetingId,
            String title,
            String titleEn,
            @Nullable Integer ordinal,
            LocalDate date,
            Kind kind,
            boolean released,
            @Nullable UUID unitId,
            @Nullable String unit,
            List<Segment> heading,
            List<Segment> text,
            String subject,
            @Nullable Long second) {}

    /// A stretch of text.
    ///
    /// @param marked whether it is what was looked for
    public record Segment(String text, boolean marked) {}

    /// @param moments milliseconds within the recordings
    static ArchiveAnswer of(Found found, Map<Found.Hit, Long> moments, int page, int pages) {
        return new ArchiveAnswer(
                page,
                pages,
                found.total(),
                Arrays.stream(Kind.values())
                        .map(kind -> new KindCount(kind, found.counts().getOrDefault(kind, 0)))
                        .toList(),
                found.hits().stream().map(hit -> hit(hit, moments.get(hit))).toList());
    }

    private static ArchiveHit hit(Found.Hit hit, @Nullable Long millis) {
        var sitting = hit.sitting();
        var unit = hit.unit();
        return new ArchiveHit(
                sitting.meeting(),
                sitting.title(),
                sitting.titleEn(),
                sitting.ordinal(),
                sitting.date(),
                hit.kind(),
                hit.released(),
                unit == null ? null : unit.id(),
                unit == null ? null : unit.name(),
                segments(hit.heading()),
                segments(hit.text()),
                hit.subject(),
                millis == null ? null : millis / 1000);
    }

    private static List<Segment> segments(List<Found.Segment> segments) {
        return segments.stream()
                .map(one -> new Segment(one.text(), one.marked()))
                .toList();
    }
}
