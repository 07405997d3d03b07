package org.onmaru.wire.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a player may ask for under a programme's instance. Only canonical numbers are names: one piece has one URL.
public sealed interface LiveRequest {

    /// `index.m3u8`
    record Multivariant() implements LiveRequest {}

    /// `main.m3u8` without directives: the newest playlist.
    record Plain() implements LiveRequest {}

    /// `main.m3u8?_HLS_msn=…[&_HLS_part=…]`: the first playlist that has it.
    ///
    /// @param part [#WHOLE] when the whole segment is asked for
    record Blocking(long msn, int part) implements LiveRequest {

        /// No `_HLS_part`: wait for the whole segment.
        public static final int WHOLE = -1;
    }

    /// `init-<epoch>.mp4`
    record Init(int epoch) implements LiveRequest {}

    /// `seg-<msn>.m4s`
    record Segment(long msn) implements LiveRequest {}

    /// `part-<msn>.<index>.m4s`
    record Part(Position position) implements LiveRequest {}

    /// A playlist request with directives that make no sense: 400.
    record Bad(String reason) implements LiveRequest {}

    /// No such name: 404.
    record Unknown() implements LiveRequest {}

    /// @param name last element of the path, not decoded
    /// @param query raw query, or null
    static LiveRequest parse(String name, @Nullable String query) {
        return switch (name) {
            case "index.m3u8" -> new Multivariant();
            case "main.m3u8" -> Names.playlist(query);
            default -> Names.piece(name);
        };
    }

    /// The patterns of the names.
    final class Names {

        private static final String NUMBER = "(0|[1-9][0-9]{0,14})";
        private static final String SMALL = "(0|[1-9][0-9]{0,5})";
        private static final Pattern PART = Pattern.compile("part-" + NUMBER + "\\." + SMALL + "\\.m4s");
        private static final Pattern SEGMENT = Pattern.compile("seg-" + NUMBER + "\\.m4s");
        private static final Pattern INIT = Pattern.compile("init-" + SMALL + "\\.mp4");
        private static final Pattern MSN_VALUE = Pattern.compile(NUMBER);
        private static final Pattern PART_VALUE = Pattern.compile(SMALL);

        private Names() {}

        /// The name of a part.
        public static String part(Position position) {
            return "part-" + position.msn() + "." + position.part() + ".m4s";
        }

        /// The name of a segment.
        public static String segment(long msn) {
            return "seg-" + msn + ".m4s";
        }

        /// The name of an epoch's initialisation.
        public static String init(int epoch) {
            return "init-" + epoch + ".mp4";
        }

        private static LiveRequest piece(String name) {
            Matcher part = PART.matcher(name);
            if (part.matches()) {
                return new Part(new Position(Long.parseLong(part.group(1)), Integer.parseInt(part.group(2))));
            }
            Matcher segment = SEGMENT.matcher(name);
            if (segment.matches()) {
                return new Segment(Long.parseLong(segment.group(1)));
            }
            Matcher init = INIT.matcher(name);
            return init.matches() ? new Init(Integer.parseInt(init.group(1))) : new Unknown();
        }

        private static LiveRequest playlist(@Nullable String query) {
            String msn = null;
            String part = null;
            for (String pair : query == null ? new String[0] : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                if (key.equals("_HLS_msn")) {
                    if (msn != null || !MSN_VALUE.matcher(value).matches()) {
                        return new Bad("_HLS_msn");
                    }
                    msn = value;
                } else if (key.equals("_HLS_part")) {
                    if (part != null || !PART_VALUE.matcher(value).matches()) {
                        return new Bad("_HLS_part");
                    }
                    part = value;
                }
            }
            if (msn == null) {
                return part == null ? new Plain() : new Bad("_HLS_part without _HLS_msn");
            }
            return new Blocking(Long.parseLong(msn), part == null ? Blocking.WHOLE : Integer.parseInt(part));
        }
    }
}
