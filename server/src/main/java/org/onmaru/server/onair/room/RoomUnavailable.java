package org.onmaru.server.onair.room;

import org.jspecify.annotations.Nullable;

/// The SFU does not answer; it is being started again, so trying again shortly helps. The message is for the log.
public final class RoomUnavailable extends RuntimeException {

    public RoomUnavailable(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
