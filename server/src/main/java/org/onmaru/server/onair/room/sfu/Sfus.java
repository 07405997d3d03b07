package org.onmaru.server.onair.room.sfu;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.onmaru.server.onair.room.RoomSettings;

/// Chooses between somebody else's SFU and a child of our own.
public final class Sfus {

    private Sfus() {}

    /// @param onUp called each time a child SFU answers after a start
    public static Sfu of(RoomSettings settings, Path directory, Runnable onUp) throws IOException {
        URI url = settings.url();
        if (url == null) {
            return new ChildSfu(settings, directory, onUp);
        }
        String key = settings.apiKey();
        String secret = settings.apiSecret();
        if (key == null || secret == null) {
            throw new IllegalStateException("onmaru.sfu.url needs onmaru.sfu.api-key and onmaru.sfu.api-secret");
        }
        return new ExternalSfu(url, new SfuKey(key, secret));
    }
}
