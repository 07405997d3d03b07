package org.onmaru.media.rtc;

import java.util.List;
import java.util.Map;
import org.onmaru.media.frame.Codec;

/// Somebody in the room.
///
/// @param identity stable over reconnects; session ids are not
/// @param attributes set by the server: `unit`, `post`, `role`, `seat`
public record RoomParticipant(
        String identity, String name, Map<String, String> attributes, boolean hidden, List<Track> tracks) {

    /// Something they publish.
    public record Track(String id, Source source, Codec codec, boolean muted, int width, int height) {}

    /// Where a track comes from.
    public enum Source {
        CAMERA,
        MICROPHONE,
        SCREEN,
        SCREEN_AUDIO
    }
}
