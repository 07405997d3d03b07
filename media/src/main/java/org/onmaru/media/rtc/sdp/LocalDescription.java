package org.onmaru.media.rtc.sdp;

import org.jspecify.annotations.Nullable;
import org.onmaru.media.rtc.ice.IceCredentials;

/// What our session descriptions say about our transport. We are always the DTLS client.
///
/// @param candidate our address as far as it is known, without `a=`
public record LocalDescription(
        IceCredentials credentials,
        String fingerprint,
        @Nullable String candidate) {

    static final String END = "\r\n";

    /// The session-level lines.
    static String session(long version, Iterable<String> mids) {
        return String.join(
                END,
                "v=0",
                "o=- 4711 " + version + " IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "a=group:BUNDLE " + String.join(" ", mids),
                "a=msid-semantic: WMS",
                "");
    }

    /// The lines every section repeats.
    String section(String mid, boolean first) {
        StringBuilder lines = new StringBuilder()
                .append("c=IN IP4 0.0.0.0\r\na=mid:")
                .append(mid)
                .append("\r\na=ice-ufrag:")
                .append(credentials.fragment())
                .append("\r\na=ice-pwd:")
                .append(credentials.password())
                .append("\r\na=ice-options:trickle\r\na=fingerprint:sha-256 ")
                .append(fingerprint)
                .append("\r\na=setup:active\r\n");
        if (first && candidate != null) {
            lines.append("a=").append(candidate).append(END);
        }
        return lines.toString();
    }
}
