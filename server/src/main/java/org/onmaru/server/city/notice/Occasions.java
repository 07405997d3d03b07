package org.onmaru.server.city.notice;

import java.util.UUID;

/// Asked just before a notice goes out; whoever tells people something that may pass answers for their own occasions.
public interface Occasions {

    /// Whether nobody needs to be told any more; false when the occasion is somebody else's.
    boolean isOver(UUID occasion);
}
