package org.onmaru.server.onair.broadcast;

import org.onmaru.wire.Command;

/// The line to one running studio.
interface StudioLink {

    /// Sends a command; a broken line is reported as closed, never thrown.
    void send(Command command);

    void close();
}
