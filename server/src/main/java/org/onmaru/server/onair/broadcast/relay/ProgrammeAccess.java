package org.onmaru.server.onair.broadcast.relay;

import java.util.UUID;

/// Who may watch a programme. Asked once per request, on its thread.
public interface ProgrammeAccess {

    /// True when whoever makes the current request may watch the meeting's programme.
    boolean mayWatch(UUID meeting);

    /// True when everybody may, so that nobody is asked who they are and shared caches may keep the answers; false for
    /// a rehearsal.
    boolean isPublic(UUID meeting);
}
