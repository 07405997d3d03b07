package org.onmaru.server.onair.broadcast.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.onmaru.wire.live.Position;

/// Parts and segments in memory, bounded in bytes: the oldest go first. A segment is not kept twice: it is its parts.
/// Thread-safe.
final class PieceCache {

    private final long limit;
    private final TreeMap<Long, Pieces> segments = new TreeMap<>();
    private final Map<Integer, byte[]> inits = new HashMap<>();
    private long bytes;

    /// @param limit bytes of media kept at most, initialisations not counted
    PieceCache(long limit) {
        this.limit = limit;
    }

    synchronized void init(int epoch, byte[] body) {
        inits.putIfAbsent(epoch, body);
    }

    synchronized Optional<byte[]> init(int epoch) {
        return Optional.ofNullable(inits.get(epoch));
    }

    synchronized void part(Position position, byte[] body) {
        if (pieces(position.msn()).parts.putIfAbsent(position.part(), body) == null) {
            bytes += body.length;
            shrink();
        }
    }

    synchronized Optional<byte[]> part(Position position) {
        Pieces pieces = segments.get(position.msn());
        return pieces == null ? Optional.empty() : Optional.ofNullable(pieces.parts.get(position.part()));
    }

    /// The segment has so many parts and no more.
    synchronized void complete(long msn, int parts) {
        pieces(msn).count = parts;
    }

    /// A segment that came whole from the origin.
    synchronized void whole(long msn, byte[] body) {
        Pieces pieces = pieces(msn);
        if (pieces.whole.length == 0) {
            pieces.whole = body;
            bytes += body.length;
            shrink();
        }
    }

    /// The bodies that make up a complete segment.
    synchronized Optional<List<byte[]>> whole(long msn) {
        Pieces pieces = segments.get(msn);
        if (pieces == null) {
            return Optional.empty();
        }
        if (pieces.whole.length > 0) {
            return Optional.of(List.of(pieces.whole));
        }
        boolean all = pieces.count > 0 && pieces.parts.size() >= pieces.count;
        return all ? Optional.of(new ArrayList<>(pieces.parts.values())) : Optional.empty();
    }

    /// Forgets segments before `msn`.
    synchronized void forgetBefore(long msn) {
        while (!segments.isEmpty() && segments.firstKey() < msn) {
            forgetOldest();
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    private Pieces pieces(long msn) {
        return segments.computeIfAbsent(msn, _ -> new Pieces());
    }

    private void shrink() {
        while (bytes > limit && segments.size() > 1) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        bytes -= segments.pollFirstEntry().getValue().bytes();
    }

    private static final class Pieces {

        private final TreeMap<Integer, byte[]> parts = new TreeMap<>();
        private int count;
        private byte[] whole = new byte[0];

        long bytes() {
            return whole.length
                    + parts.values().stream().mapToLong(part -> part.length).sum();
        }
    }
}
