package org.onmaru.media.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onmaru.wire.live.Edition;

/// Reads playlists as a strict player would and remembers what earlier ones promised.
final class PlaylistRules {

    record Part(double seconds, String uri, boolean independent) {}

    static final class Segment {
        final List<Part> parts = new ArrayList<>();
        boolean discontinuity;
        String map = "";
        Instant start = Instant.EPOCH;
        double seconds = -1;
        String uri = "";
    }

    private static final Pattern PART =
            Pattern.compile("#EXT-X-PART:DURATION=([0-9.]+),URI=\"([^\"]+)\"(,INDEPENDENT=YES)?");

    private final Map<String, String> lines = new HashMap<>();
    private long lastFirst;

    /// Checks one playlist and gives its segments, the last one perhaps open.
    List<Segment> check(Edition edition) {
        String text = edition.text();
        double target = number(text, "#EXT-X-TARGETDURATION:([0-9]+)");
        double partTarget = number(text, "PART-TARGET=([0-9.]+)");
        assertThat(text).startsWith("#EXTM3U\n").contains("#EXT-X-VERSION:").contains("CAN-BLOCK-RELOAD=YES");
        assertThat(number(text, "PART-HOLD-BACK=([0-9.]+)")).isBetween(3 * partTarget, 1.4);
        assertThat(number(text, "[,:]HOLD-BACK=([0-9.]+)")).isGreaterThanOrEqualTo(3 * target);
        List<Segment> segments = read(text);
        long first = (long) number(text, "#EXT-X-MEDIA-SEQUENCE:([0-9]+)");
        assertThat(first).isGreaterThanOrEqualTo(lastFirst);
        lastFirst = first;
        checkNumbers(text, first, segments);
        checkLengths(segments, target, partTarget);
        checkPartsListed(segments, target);
        checkHint(edition, text);
        return segments;
    }

    private void checkNumbers(String text, long first, List<Segment> segments) {
        Matcher tag = Pattern.compile("#EXT-X-DISCONTINUITY-SEQUENCE:([0-9]+)").matcher(text);
        long discontinuity = tag.find() ? Long.parseLong(tag.group(1)) : 0;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            long msn = first + i;
            discontinuity += segment.discontinuity ? 1 : 0;
            same("discontinuities up to " + msn, String.valueOf(discontinuity));
            assertThat(segment.map).isNotEmpty();
            if (!segment.uri.isEmpty()) {
                assertThat(segment.uri).isEqualTo("seg-" + msn + ".m4s");
                same("extinf " + msn, String.valueOf(segment.seconds));
            }
            same("start " + msn, segment.start.toString());
            for (int part = 0; part < segment.parts.size(); part++) {
                assertThat(segment.parts.get(part).uri()).isEqualTo("part-" + msn + "." + part + ".m4s");
                same(segment.parts.get(part).uri(), segment.parts.get(part).toString());
            }
            if (i > 0 && !segment.map.equals(segments.get(i - 1).map)) {
                assertThat(segment.discontinuity)
                        .as("a new map is a discontinuity")
                        .isTrue();
            }
            if (i > 0 && !segment.discontinuity) {
                double gap = (segment.start.toEpochMilli()
                                - segments.get(i - 1).start.toEpochMilli())
                        / 1000.0;
                assertThat(gap).as("program date time").isCloseTo(segments.get(i - 1).seconds, within(0.002));
            }
        }
    }

    private void same(String what, String value) {
        assertThat(lines.computeIfAbsent(what, _ -> value)).as(what).isEqualTo(value);
    }

    private static void checkLengths(List<Segment> segments, double target, double partTarget) {
        for (Segment segment : segments) {
            if (segment.seconds >= 0) {
                assertThat(Math.round(segment.seconds)).isLessThanOrEqualTo((long) target);
                if (!segment.parts.isEmpty()) {
                    double sum =
                            segment.parts.stream().mapToDouble(Part::seconds).sum();
                    assertThat(segment.seconds).isCloseTo(sum, within(0.0001));
                }
            }
            for (int i = 0; i < segment.parts.size(); i++) {
                double seconds = segment.parts.get(i).seconds();
                assertThat(seconds).isPositive().isLessThanOrEqualTo(partTarget);
                boolean last = i == segment.parts.size() - 1;
                if (!last) {
                    assertThat(seconds).isGreaterThanOrEqualTo(0.85 * partTarget);
                }
            }
        }
    }

    private static void checkPartsListed(List<Segment> segments, double target) {
        double toEnd = 0;
        for (Segment segment : segments.reversed()) {
            boolean recent = toEnd < 3 * target - 0.001;
            boolean open = segment.seconds < 0;
            assertThat(segment.parts.isEmpty())
                    .as("parts %.3f s from the end", toEnd)
                    .isEqualTo(!recent && !open);
            toEnd += open ? segment.parts.stream().mapToDouble(Part::seconds).sum() : segment.seconds;
        }
    }

    private static void checkHint(Edition edition, String text) {
        if (edition.ended()) {
            assertThat(text).endsWith("#EXT-X-ENDLIST\n").doesNotContain("PRELOAD-HINT");
        } else {
            assertThat(text)
                    .endsWith("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"part-"
                            + edition.next().msn() + "." + edition.next().part() + ".m4s\"\n");
        }
    }

    private static List<Segment> read(String text) {
        List<Segment> segments = new ArrayList<>();
        Segment segment = new Segment();
        String map = "";
        boolean any = false;
        for (String line : text.lines().toList()) {
            Matcher part = PART.matcher(line);
            if (line.equals("#EXT-X-DISCONTINUITY")) {
                segment.discontinuity = true;
            } else if (line.startsWith("#EXT-X-MAP:")) {
                map = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
            } else if (line.startsWith("#EXT-X-PROGRAM-DATE-TIME:")) {
                segment.start = OffsetDateTime.parse(line.substring(25)).toInstant();
                segment.map = map;
                any = true;
            } else if (part.matches()) {
                segment.parts.add(new Part(Double.parseDouble(part.group(1)), part.group(2), part.group(3) != null));
            } else if (line.startsWith("#EXTINF:")) {
                segment.seconds = Double.parseDouble(line.substring(8, line.length() - 1));
            } else if (!line.startsWith("#")) {
                segment.uri = line;
                segments.add(segment);
                segment = new Segment();
                any = false;
            }
        }
        if (any) {
            segments.add(segment);
        }
        return segments;
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
