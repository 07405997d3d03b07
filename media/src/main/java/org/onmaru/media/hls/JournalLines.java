package org.onmaru.media.hls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The journal's language: a line is written after its piece is on disk and before anybody can see the piece. Each
/// line carries its own checksum. A torn last line was never seen by anybody; damage anywhere else means that the
/// names in use are not known, so the instance must not go on.
final class JournalLines {

    /// What a journal says, pieces not read yet.
    ///
    /// @param boot the machine's boot it was written in
    /// @param nextMsn first number nobody has seen a part of
    /// @param discontinuities discontinuities before the first segment of the list
    /// @param used true when anything has been published
    /// @param segments those with parts, oldest first
    record Told(
            String instance,
            String boot,
            int lastEpoch,
            long nextMsn,
            long discontinuities,
            boolean used,
            boolean ended,
            List<ToldSegment> segments) {}

    record ToldSegment(long msn, int epoch, boolean discontinuity, long startMillis, List<ToldPart> parts) {}

    record ToldPart(long ticks, boolean independent, int length, long checksum) {}

    private JournalLines() {}

    static String instance(String instance, String boot) {
        return line("instance", instance, boot);
    }

    /// What was before the lines that follow.
    static String base(int lastEpoch, long nextMsn, long discontinuities, boolean used) {
        return line("base", lastEpoch, nextMsn, discontinuities, used);
    }

    static String epoch(int epoch) {
        return line("epoch", epoch);
    }

    static String segment(long msn, int epoch, boolean discontinuity, long startMillis) {
        return line("segment", msn, epoch, discontinuity, startMillis);
    }

    static String part(long msn, ToldPart part) {
        return line("part", msn, part.ticks(), part.independent(), part.length(), part.checksum());
    }

    static String ended() {
        return line("ended");
    }

    static long checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    /// Reads a journal; empty when the instance must not go on.
    static Optional<Told> read(byte[] journal) {
        String text = new String(journal, StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        Reading reading = new Reading();
        try {
            for (String line : text.substring(0, whole).lines().toList()) {
                if (line.length() < 10 || !line.equals(sealed(line.substring(9)))) {
                    return Optional.empty();
                }
                reading.take(line.substring(9).split(" "));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
        return reading.told();
    }

    private static String line(Object... words) {
        return sealed(Stream.of(words).map(String::valueOf).collect(Collectors.joining(" "))) + "\n";
    }

    private static String sealed(String words) {
        return String.format(Locale.ROOT, "%08x %s", checksum(words.getBytes(StandardCharsets.UTF_8)), words);
    }

    private static final class Reading {

        private String instance = "";
        private String boot = "";
        private int lastEpoch = -1;
        private long nextMsn;
        private long discontinuities;
        private boolean used;
        private boolean ended;
        private final TreeMap<Long, ToldSegment> segments = new TreeMap<>();

        void take(String[] words) {
            switch (words[0]) {
                case "instance" -> {
                    instance = words[1];
                    boot = words[2];
                }
                case "base" -> {
                    lastEpoch = Integer.parseInt(words[1]);
                    nextMsn = Long.parseLong(words[2]);
                    discontinuities = Long.parseLong(words[3]);
                    used = Boolean.parseBoolean(words[4]);
                }
                case "epoch" -> lastEpoch = Integer.parseInt(words[1]);
                case "segment" -> {
                    long msn = Long.parseLong(words[1]);
                    boolean discontinuity = Boolean.parseBoolean(words[3]);
                    long start = Long.parseLong(words[4]);
                    List<ToldPart> parts = new ArrayList<>();
                    segments.put(msn, new ToldSegment(msn, Integer.parseInt(words[2]), discontinuity, start, parts));
                }
                case "part" -> {
                    long msn = Long.parseLong(words[1]);
                    nextMsn = Math.max(nextMsn, msn + 1);
                    used = true;
                    ToldSegment segment = segments.get(msn);
                    if (segment == null) {
                        throw new IllegalArgumentException("part of no segment");
                    }
                    segment.parts()
                            .add(new ToldPart(
                                    Long.parseLong(words[2]),
                                    Boolean.parseBoolean(words[3]),
                                    Integer.parseInt(words[4]),
                                    Long.parseLong(words[5])));
                }
                case "ended" -> ended = true;
                default -> throw new IllegalArgumentException(words[0]);
            }
        }

        Optional<Told> told() {
            if (instance.isEmpty()) {
                return Optional.empty();
            }
            List<ToldSegment> seen = segments.values().stream()
                    .filter(segment -> !segment.parts().isEmpty())
                    .toList();
            return Optional.of(new Told(instance, boot, lastEpoch, nextMsn, discontinuities, used, ended, seen));
        }
    }
}
