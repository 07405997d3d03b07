package org.onmaru.media.rtc.sdp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.Codec;

/// One `m=` section.
///
/// @param kind `audio`, `video` or `application`
/// @param mid its name; empty without one
/// @param sends whether the other side sends in it
/// @param formats the payload types we can take, in the other side's order
/// @param ssrcs the other side's streams, without retransmissions
/// @param extensions header extensions: URI to id
/// @param line the `m=` line itself
public record MediaSection(
        String kind,
        String mid,
        boolean sends,
        List<Format> formats,
        List<Stream> ssrcs,
        Map<String, Integer> extensions,
        String line) {

    /// A payload type that carries a codec of ours.
    ///
    /// @param map as after `a=rtpmap:`, without the payload type
    /// @param parameters as after `a=fmtp:`, empty without any
    public record Format(int payloadType, Codec codec, String map, String parameters) {}

    /// One synchronisation source.
    ///
    /// @param track the track's id out of `msid`
    public record Stream(int ssrc, String track) {}

    static final class Reader {

        private static final int MAX_FORMATS = 128;
        private static final int MAX_STREAMS = 64;

        private final String line;
        private final Map<Integer, String> maps = new LinkedHashMap<>();
        private final Map<Integer, String> parameters = new LinkedHashMap<>();
        private final Map<Integer, String> streams = new LinkedHashMap<>();
        private final Set<Integer> retransmissions = new HashSet<>();
        private final Map<String, Integer> extensions = new LinkedHashMap<>();
        private String mid = "";
        private boolean sends = true;

        Reader(String line) {
            this.line = line;
        }

        void line(String attribute) {
            if (attribute.startsWith("a=mid:")) {
                mid = attribute.substring("a=mid:".length()).trim();
            } else if (attribute.equals("a=inactive") || attribute.equals("a=recvonly")) {
                sends = false;
            } else if (attribute.startsWith("a=rtpmap:")) {
                put(maps, attribute.substring("a=rtpmap:".length()));
            } else if (attribute.startsWith("a=fmtp:")) {
                put(parameters, attribute.substring("a=fmtp:".length()));
            } else if (attribute.startsWith("a=ssrc-group:FID ")) {
                List<String> fields = fields(attribute);
                if (fields.size() == 3) {
                    retransmissions.add(ssrc(fields.get(2)));
                }
            } else if (attribute.startsWith("a=ssrc:")) {
                stream(attribute.substring("a=ssrc:".length()));
            } else if (attribute.startsWith("a=extmap:")) {
                extension(attribute.substring("a=extmap:".length()));
            }
        }

        MediaSection result() {
            List<Format> formats = new ArrayList<>();
            maps.forEach((type, map) -> {
                Codec codec = codec(map);
                if (codec != null) {
                    formats.add(new Format(type, codec, map, parameters.getOrDefault(type, "")));
                }
            });
            List<Stream> ssrcs = streams.entrySet().stream()
                    .filter(stream -> !retransmissions.contains(stream.getKey()))
                    .map(stream -> new Stream(stream.getKey(), stream.getValue()))
                    .toList();
            int space = line.indexOf(' ');
            String kind = line.substring(2, space < 0 ? line.length() : space);
            return new MediaSection(kind, mid, sends, List.copyOf(formats), ssrcs, Map.copyOf(extensions), line);
        }

        /// `<ssrc> msid:<stream> <track>`
        private void stream(String value) {
            List<String> fields = fields(value);
            if (fields.size() == 3 && fields.get(1).startsWith("msid:") && streams.size() < MAX_STREAMS) {
                int ssrc = ssrc(fields.get(0));
                if (ssrc != 0) {
                    streams.put(ssrc, fields.get(2));
                }
            }
        }

        /// `<id>[/<direction>] <uri>`
        private void extension(String value) {
            List<String> fields = fields(value);
            if (fields.size() >= 2 && extensions.size() < MAX_FORMATS) {
                String id = fields.getFirst().split("/", 2)[0];
                int number = number(id);
                if (number >= 1 && number <= 255) {
                    extensions.put(fields.get(1), number);
                }
            }
        }

        private static void put(Map<Integer, String> into, String value) {
            int space = value.indexOf(' ');
            int type = space < 0 ? -1 : number(value.substring(0, space));
            if (type >= 0 && type < 128 && into.size() < MAX_FORMATS) {
                into.put(type, value.substring(space + 1).trim());
            }
        }

        private static @Nullable Codec codec(String map) {
            int slash = map.indexOf('/');
            String name = slash < 0 ? map : map.substring(0, slash);
            return switch (name.toUpperCase(Locale.ROOT)) {
                case "OPUS" -> Codec.OPUS;
                case "VP8" -> Codec.VP8;
                case "H264" -> Codec.H264;
                default -> null;
            };
        }

        private static List<String> fields(String value) {
            return List.of(value.trim().split("\\s+", 8));
        }

        private static int number(String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                return -1;
            }
        }

        /// 0 if it is none.
        private static int ssrc(String text) {
            try {
                return Integer.parseUnsignedInt(text);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
