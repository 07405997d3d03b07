package org.onmaru.media.rtc;

import java.io.IOException;

/// The room could not be entered: no SFU at the address, a refused token, or no answer in time.
public final class RoomUnreachable extends IOException {

    private static final long serialVersionUID = 1L;

    public RoomUnreachable(String message) {
        super(message);
    }

    public RoomUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
