package org.onmaru.media.hls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.wire.live.Edition;
import org.onmaru.wire.live.Editions;
import org.onmaru.wire.live.LiveRequest.Names;
import org.onmaru.wire.live.Position;

/// The live window: which pieces exist, which are listed, what comes next. One writer, many readers. Every added part
/// is published as a new [Edition]; the piece is there before the edition is.
final class LivePlaylist {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// Editions that answer for a cached URL: more than a minute of parts.
    private static final int KEPT_EDITIONS = 200;

    private static final double SECOND = EncodedPacket.VIDEO_TICKS;

    private final LiveShape shape;
    private final Editions editions;
    private final Map<Integer, byte[]> inits = new HashMap<>();
    private final ArrayDeque<LiveSegment> listed = new ArrayDeque<>();
    private final ArrayDeque<LiveSegment> retired = new ArrayDeque<>();
    private long nextMsn;
    private long discontinuitySequence;
    private boolean ended;

    LivePlaylist(LiveShape shape, boolean fromTheStart) {
        this.shape = shape;
        Duration hold = Duration.ofSeconds(3L * shape.targetSeconds());
        this.editions = new Editions(hold, KEPT_EDITIONS, fromTheStart);
    }

    /// Takes up an earlier window; its open segment is closed with what it has.
    ///
    /// @param discontinuities number of discontinuities before the first of the segments
    /// @param next media sequence number that no player has seen
    /// @return segments that had left the window already
    synchronized List<LiveSegment> restore(
            Collection<LiveSegment> segments, Map<Integer, byte[]> inits, long discontinuities, long next) {
        this.inits.putAll(inits);
        discontinuitySequence = discontinuities;
        nextMsn = next;
        segments.forEach(LiveSegment::finish);
        listed.addAll(segments);
        List<LiveSegment> gone = slide();
        if (!listed.isEmpty()) {
            editions.publish(edition());
        }
        return gone;
    }

    /// An initialisation that later segments may name.
    synchronized void init(int epoch, byte[] bytes) {
        inits.put(epoch, bytes);
    }

    /// Media sequence number of the next segment to open.
    synchronized long nextMsn() {
        return nextMsn;
    }

    /// Opens the next segment. It is listed with its first part.
    synchronized void open(int epoch, boolean discontinuity, Instant start) {
        LiveSegment before = listed.peekLast();
        if (before != null && !before.done()) {
            throw new IllegalStateException("segment " + before.msn() + " is open");
        }
        listed.add(new LiveSegment(nextMsn++, epoch, discontinuity, start));
    }

    /// Adds a part to the open segment and publishes it.
    ///
    /// @param last true when it completes the segment
    /// @return segments that have left the window
    synchronized List<LiveSegment> add(LivePart part, boolean last) {
        LiveSegment segment = listed.getLast();
        segment.add(part);
        List<LiveSegment> gone = List.of();
        if (last) {
            segment.finish();
            gone = slide();
        }
        editions.publish(edition());
        return gone;
    }

    /// Nothing comes any more.
    synchronized void end() {
        ended = true;
        if (!listed.isEmpty()) {
            listed.getLast().finish();
            editions.publish(edition());
        }
    }

    synchronized boolean ended() {
        return ended;
    }

    Editions editions() {
        return editions;
    }

    synchronized Optional<byte[]> init(int epoch) {
        return Optional.ofNullable(inits.get(epoch));
    }

    /// The part, listed or just gone from the list.
    synchronized Optional<byte[]> part(Position position) {
        return segment(position.msn())
                .filter(segment -> position.part() < segment.parts().size())
                .map(segment -> segment.parts().get(position.part()).data());
    }

    /// The bodies that make up a complete segment, listed or just gone from the list.
    synchronized Optional<List<byte[]>> whole(long msn) {
        return segment(msn)
                .filter(LiveSegment::done)
                .map(segment -> segment.parts().stream().map(LivePart::data).toList());
    }

    private Optional<LiveSegment> segment(long msn) {
        for (ArrayDeque<LiveSegment> segments : List.of(listed, retired)) {
            for (Iterator<LiveSegment> newestFirst = segments.descendingIterator(); newestFirst.hasNext(); ) {
                LiveSegment segment = newestFirst.next();
                if (segment.msn() == msn) {
                    return Optional.of(segment);
                }
            }
        }
        return Optional.empty();
    }

    /// Drops the oldest segments; they stay readable for as long as the playlist that named them may be in use.
    private List<LiveSegment> slide() {
        List<LiveSegment> gone = new ArrayList<>();
        long left = ticks(listed);
        while (listed.size() > shape.window() && left - listed.getFirst().ticks() >= 2 * shape.threeTargets()) {
            LiveSegment oldest = listed.removeFirst();
            left -= oldest.ticks();
            if (oldest.discontinuity()) {
                discontinuitySequence++;
            }
            gone.add(oldest);
            retired.add(oldest);
        }
        long behind = ticks(retired);
        while (behind - (retired.isEmpty() ? behind : retired.getFirst().ticks()) > left) {
            behind -= retired.removeFirst().ticks();
        }
        return gone;
    }

    private static long ticks(Collection<LiveSegment> segments) {
        return segments.stream().mapToLong(LiveSegment::ticks).sum();
    }

    private Edition edition() {
        LiveSegment newest = listed.getLast();
        int parts = newest.parts().size();
        Position next = newest.done() ? new Position(nextMsn, 0) : new Position(newest.msn(), parts);
        return new Edition(render(next), new Position(newest.msn(), parts - 1), next, ended);
    }

    private String render(Position next) {
        StringBuilder text = new StringBuilder(4096).append(shape.header());
        text.append("#EXT-X-MEDIA-SEQUENCE:").append(listed.getFirst().msn()).append('\n');
        if (discontinuitySequence > 0) {
            text.append("#EXT-X-DISCONTINUITY-SEQUENCE:")
                    .append(discontinuitySequence)
                    .append('\n');
        }
        int epoch = -1;
        long toEnd = ticks(listed);
        for (LiveSegment segment : listed) {
            toEnd -= segment.ticks();
            if (segment.discontinuity()) {
                text.append("#EXT-X-DISCONTINUITY\n");
            }
            if (segment.epoch() != epoch) {
                epoch = segment.epoch();
                text.append("#EXT-X-MAP:URI=\"").append(Names.init(epoch)).append("\"\n");
            }
            render(text, segment, toEnd < shape.threeTargets());
        }
        if (ended) {
            text.append("#EXT-X-ENDLIST\n");
        } else {
            text.append("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"")
                    .append(Names.part(next))
                    .append("\"\n");
        }
        return text.toString();
    }

    private static void render(StringBuilder text, LiveSegment segment, boolean withParts) {
        text.append("#EXT-X-PROGRAM-DATE-TIME:")
                .append(DATE_TIME.format(segment.start()))
                .append('\n');
        for (int i = 0; withParts && i < segment.parts().size(); i++) {
            LivePart part = segment.parts().get(i);
            text.append("#EXT-X-PART:DURATION=").append(seconds(part.ticks())).append(",URI=\"");
            text.append(Names.part(new Position(segment.msn(), i))).append('"');
            text.append(part.independent() ? ",INDEPENDENT=YES\n" : "\n");
        }
        if (segment.done()) {
            text.append("#EXTINF:").append(seconds(segment.ticks())).append(",\n");
            text.append(Names.segment(segment.msn())).append('\n');
        }
    }

    private static String seconds(long ticks) {
        return String.format(Locale.ROOT, "%.5f", ticks / SECOND);
    }
}
