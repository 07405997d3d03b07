package org.onmaru.server.onair.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which moment each place of a recording is. One that was interrupted, by a crash or a full disk, has several
/// stretches that play one after the other.
///
/// @param durationMs of the whole recording
/// @param all in their order
public record Stretches(long durationMs, List<Stretch> all) {

    private static final Pattern LINE = Pattern.compile("([0-9]{1,12}) ([0-9]{1,15})");

    public Stretches {
        all = List.copyOf(all);
    }

    /// @param offsetMs where in the recording it begins
    /// @param startedAt when that was
    public record Stretch(long offsetMs, Instant startedAt) {}

    /// As the studio wrote them down in a programme's directory; none when it did not. What cannot be read is left out:
    /// a recording is played without it too.
    static List<Stretch> read(Path directory) throws IOException {
        Path times = directory.resolve("recording.times");
        if (!Files.exists(times)) {
            return List.of();
        }
        return Files.readAllLines(times).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line ->
                        new Stretch(Long.parseLong(line.group(1)), Instant.ofEpochMilli(Long.parseLong(line.group(2)))))
                .toList();
    }

    /// Where a moment is, milliseconds. One that was not recorded is where the recording goes on after it; empty when
    /// it does not.
    public Optional<Long> offset(Instant at) {
        for (int i = all.size() - 1; i >= 0; i--) {
            var stretch = all.get(i);
            if (!stretch.startedAt.isAfter(at)) {
                long end = i + 1 < all.size() ? all.get(i + 1).offsetMs : durationMs;
                long offset = stretch.offsetMs
                        + Duration.between(stretch.startedAt, at).toMillis();
                return Optional.of(Math.min(offset, end)).filter(place -> place < durationMs);
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst().offsetMs);
    }
}
