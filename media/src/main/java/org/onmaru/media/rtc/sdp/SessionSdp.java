package org.onmaru.media.rtc.sdp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.rtc.ice.IceCandidate;
import org.onmaru.media.rtc.ice.IceCredentials;
import org.onmaru.media.rtc.transport.PeerDescription;

/// A session description as far as we understand it. Reading is total: a line that is malformed is as
/// if it were not there.
///
/// @param peer the transport's other side, null unless user name fragment, password and SHA-256
///     fingerprint are all given
public record SessionSdp(@Nullable PeerDescription peer, List<MediaSection> sections, List<IceCandidate> candidates) {

    private static final String FINGERPRINT = "a=fingerprint:sha-256 ";
    private static final int MAX_SECTIONS = 1024;
    private static final int MAX_LINES = 65_536;
    private static final int MAX_CANDIDATES = 64;

    public static SessionSdp parse(String text) {
        Reader reader = new Reader();
        text.lines().limit(MAX_LINES).forEach(reader::line);
        return reader.result();
    }

    /// The media section with this name, or null.
    public @Nullable MediaSection section(String mid) {
        return sections.stream()
                .filter(section -> section.mid().equals(mid))
                .findFirst()
                .orElse(null);
    }

    private static final class Reader {

        private final List<MediaSection.Reader> sections = new ArrayList<>();
        private final List<IceCandidate> candidates = new ArrayList<>();
        private String fragment = "";
        private String password = "";
        private String fingerprint = "";
        private boolean lite;

        void line(String line) {
            if (line.startsWith("m=")) {
                if (sections.size() < MAX_SECTIONS) {
                    sections.add(new MediaSection.Reader(line));
                }
            } else if (line.startsWith("a=ice-ufrag:")) {
                fragment = fragment.isEmpty() ? after(line) : fragment;
            } else if (line.startsWith("a=ice-pwd:")) {
                password = password.isEmpty() ? after(line) : password;
            } else if (line.startsWith(FINGERPRINT)) {
                fingerprint = fingerprint.isEmpty()
                        ? line.substring(FINGERPRINT.length()).trim()
                        : fingerprint;
            } else if (line.equals("a=ice-lite")) {
                lite = true;
            } else if (line.startsWith("a=candidate:")) {
                IceCandidate candidate = IceCandidate.parse(line);
                if (candidate != null && candidates.size() < MAX_CANDIDATES) {
                    candidates.add(candidate);
                }
            } else if (!sections.isEmpty()) {
                sections.getLast().line(line);
            }
        }

        SessionSdp result() {
            boolean whole = !fragment.isEmpty() && !password.isEmpty() && !fingerprint.isEmpty();
            PeerDescription peer =
                    whole ? new PeerDescription(new IceCredentials(fragment, password), fingerprint, lite) : null;
            return new SessionSdp(
                    peer, sections.stream().map(MediaSection.Reader::result).toList(), List.copyOf(candidates));
        }

        private static String after(String line) {
            return line.substring(line.indexOf(':') + 1).trim();
        }
    }
}
