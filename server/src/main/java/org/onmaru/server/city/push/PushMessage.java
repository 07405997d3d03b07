package org.onmaru.server.city.push;

import java.time.Duration;
import java.util.UUID;

/// What a browser shows. Push services cannot read it, the lock screen of a telephone can be read by everybody: no
/// names
/// and no figures belong here.
///
/// @param text one sentence
/// @param path of the page that opens when it is touched
/// @param about what it is about: a later one about the same takes its place, in the push service and on the screen
/// @param ttl how long a push service may keep it
public record PushMessage(String title, String text, String path, Language language, UUID about, Duration ttl) {

    public PushMessage {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("a push opens a page of this server");
        }
    }

    /// At most 32 letters of base64url (RFC 8030, 5.4).
    String topic() {
        return about.toString().replace("-", "");
    }
}
