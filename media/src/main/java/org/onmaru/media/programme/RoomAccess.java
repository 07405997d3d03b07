package org.onmaru.media.programme;

import java.net.URI;

/// Where the room is and the word that lets the studio in.
///
/// @param url the SFU's signalling, `ws://…`
public record RoomAccess(URI url, String token) {

    /// Leaves the token out: it must not reach a log.
    @Override
    public String toString() {
        return "RoomAccess[" + url + "]";
    }
}
