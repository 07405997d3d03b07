package org.onmaru.server.onair.broadcast.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.onmaru.wire.live.Edition;
import org.onmaru.wire.live.LiveRequest;
import org.onmaru.wire.live.LiveRequest.Blocking;
import org.onmaru.wire.live.Position;

/// What the relay must know of a media playlist.
///
/// @param first media sequence number of the first segment
/// @param parts parts listed, in order
/// @param segments complete segments listed, in order
/// @param inits epochs listed
record PlaylistText(
        Edition edition,
        long first,
        int targetSeconds,
        List<Position> parts,
        List<Long> segments,
        List<Integer> inits) {

    private static final String HINT = "#EXT-X-PRELOAD-HINT:";
    private static final String MSN = "#EXT-X-MEDIA-SEQUENCE:";
    private static final String TARGET = "#EXT-X-TARGETDURATION:";

    /// @throws IllegalArgumentException when it is not one of our origin's playlists
    static PlaylistText parse(String text) {
        long first = -1;
        int target = 2;
        Position hint = null;
        boolean ended = false;
        List<Position> parts = new ArrayList<>();
        List<Long> segments = new ArrayList<>();
        List<Integer> inits = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(MSN)) {
                first = Long.parseLong(line.substring(MSN.length()));
            } else if (line.startsWith(TARGET)) {
                target = Integer.parseInt(line.substring(TARGET.length()));
            } else if (line.startsWith(HINT)) {
                hint = named(line) instanceof LiveRequest.Part part ? part.position() : null;
            } else if (line.equals("#EXT-X-ENDLIST")) {
                ended = true;
            } else if (line.startsWith("#EXT-X-MAP:") && named(line) instanceof LiveRequest.Init init) {
                inits.add(init.epoch());
            } else if (line.startsWith("#EXT-X-PART:") && named(line) instanceof LiveRequest.Part part) {
                parts.add(part.position());
            } else if (LiveRequest.parse(line, null) instanceof LiveRequest.Segment segment) {
                segments.add(segment.msn());
            }
        }
        if (first < 0 || parts.isEmpty() || (hint == null && !ended)) {
            throw new IllegalArgumentException("not a live playlist");
        }
        Position last = parts.getLast();
        Position next = hint == null ? new Position(last.msn() + 1, 0) : hint;
        return new PlaylistText(new Edition(text, last, next, ended), first, target, parts, segments, inits);
    }

    /// Parts of each segment of which all parts are listed, so that it need not be fetched whole.
    TreeMap<Long, Integer> partCounts() {
        TreeMap<Long, Integer> counts = new TreeMap<>();
        parts.forEach(part -> counts.merge(part.msn(), 1, Integer::sum));
        counts.keySet().retainAll(segments);
        return counts;
    }

    /// The request that is answered as soon as there is more.
    Blocking following() {
        return new Blocking(edition.next().msn(), edition.next().part());
    }

    /// The same, but nothing comes any more.
    PlaylistText ended() {
        StringBuilder text = new StringBuilder();
        edition.text()
                .lines()
                .filter(line -> !line.startsWith(HINT))
                .forEach(line -> text.append(line).append('\n'));
        return parse(text.append("#EXT-X-ENDLIST\n").toString());
    }

    private static LiveRequest named(String line) {
        int from = line.indexOf("URI=\"");
        int to = from < 0 ? -1 : line.indexOf('"', from + 5);
        return to < 0 ? new LiveRequest.Unknown() : LiveRequest.parse(line.substring(from + 5, to), null);
    }
}
