package org.onmaru.bench.citizen;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A low-latency media playlist as RFC 8216bis writes it, as far as a player at the live edge needs it.
///
/// @param partTargetMs 0 when the stream has no parts
/// @param partHoldBackMs how far behind the edge the server wants players
/// @param parts all listed parts in order
/// @param ended true when nothing more will come
public record Playlist(double partTargetMs, double partHoldBackMs, List<Part> parts, boolean ended) {

    /// A part of a segment.
    ///
    /// @param msn media sequence number of its segment
    /// @param index within the segment
    /// @param init the segment's initialisation section
    /// @param independent true when it starts with an IDR
    public record Part(long msn, int index, URI uri, URI init, double durationMs, boolean independent) {

        /// True when this part comes after the given place.
        boolean after(long otherMsn, int otherIndex) {
            return msn > otherMsn || (msn == otherMsn && index > otherIndex);
        }
    }

    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Z0-9-]+)=(\"[^\"]*\"|[^,]*)");

    /// Reads a playlist.
    ///
    /// @param base where it came from; parts are relative to it
    /// @throws IllegalArgumentException when it is no media playlist
    public static Playlist parse(URI base, String text) {
        return new Parser(base).parse(text);
    }

    /// The first variant of a multivariant playlist; empty when `text` is a media playlist itself.
    public static Optional<URI> firstVariant(URI base, String text) {
        boolean next = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("#EXT-X-STREAM-INF:")) {
                next = true;
            } else if (next && !line.isBlank() && !line.startsWith("#")) {
                return Optional.of(base.resolve(line.strip()));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> attributes(String list) {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(list);
        while (matcher.find()) {
            String value = matcher.group(2);
            attributes.put(matcher.group(1), value.startsWith("\"") ? value.substring(1, value.length() - 1) : value);
        }
        return attributes;
    }

    /// Goes through the lines once.
    private static final class Parser {

        private final URI base;
        private final List<Part> parts = new ArrayList<>();
        private double partTargetMs;
        private double partHoldBackMs;
        private long msn;
        private int index;
        private URI init;
        private boolean ended;

        Parser(URI base) {
            this.base = base;
            this.init = base;
        }

        Playlist parse(String text) {
            List<String> lines = text.lines().toList();
            if (lines.isEmpty() || !lines.getFirst().startsWith("#EXTM3U")) {
                throw new IllegalArgumentException(
                        "no playlist: " + text.lines().findFirst().orElse(""));
            }
            lines.forEach(this::line);
            return new Playlist(partTargetMs, partHoldBackMs, List.copyOf(parts), ended);
        }

        private void line(String line) {
            int colon = line.indexOf(':');
            String tag = colon < 0 ? line : line.substring(0, colon);
            String rest = colon < 0 ? "" : line.substring(colon + 1);
            switch (tag) {
                case "#EXT-X-MEDIA-SEQUENCE" -> msn = Long.parseLong(rest.strip());
                case "#EXT-X-PART-INF" -> partTargetMs = milliseconds(attributes(rest), "PART-TARGET");
                case "#EXT-X-SERVER-CONTROL" -> partHoldBackMs = milliseconds(attributes(rest), "PART-HOLD-BACK");
                case "#EXT-X-MAP" -> init = base.resolve(attributes(rest).getOrDefault("URI", ""));
                case "#EXT-X-PART" -> part(attributes(rest));
                case "#EXT-X-ENDLIST" -> ended = true;
                default -> {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        msn++;
                        index = 0;
                    }
                }
            }
        }

        private void part(Map<String, String> attributes) {
            parts.add(new Part(
                    msn,
                    index++,
                    base.resolve(attributes.getOrDefault("URI", "")),
                    init,
                    milliseconds(attributes, "DURATION"),
                    "YES".equals(attributes.get("INDEPENDENT"))));
        }

        private static double milliseconds(Map<String, String> attributes, String name) {
            return Double.parseDouble(attributes.getOrDefault(name, "0")) * 1000;
        }
    }
}
