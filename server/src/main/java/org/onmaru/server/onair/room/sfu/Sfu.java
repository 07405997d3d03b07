package org.onmaru.server.onair.room.sfu;

import java.net.URI;

/// The SFU as this server reaches it.
public interface Sfu {

    /// Signalling, `ws://…`, without a path.
    URI signalling();

    /// Its API, `http://…`, without a path.
    URI api();

    SfuKey key();

    /// False while it is being started.
    boolean up();
}
