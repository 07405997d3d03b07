package org.onmaru.server.onair.broadcast;

/// The process behind a studio, as far as its programme steers it.
interface StudioProcess {

    /// Its next exit is the end.
    void letEnd();

    /// Kills it at once; another is started unless it was to end.
    void kill();

    /// Stops it for good without waiting.
    void stop();
}
