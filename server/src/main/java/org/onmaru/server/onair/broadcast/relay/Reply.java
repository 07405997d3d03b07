package org.onmaru.server.onair.broadcast.relay;

import java.util.List;
import org.onmaru.wire.live.Edition;

/// What a viewer gets.
public sealed interface Reply {

    /// 200 with a media playlist.
    ///
    /// @param lasting true when this URL is always answered so
    record Playlist(Edition edition, boolean lasting) implements Reply {}

    /// 200 with the multivariant playlist, UTF-8; read only.
    record Multivariant(byte[] body) implements Reply {}

    /// 200 with an initialisation, segment or part, which never changes.
    ///
    /// @param bodies to be sent one after the other; read only
    record Piece(List<byte[]> bodies) implements Reply {}

    /// 400: directives that make no sense or reach too far.
    record Bad() implements Reply {}

    /// 404
    record Missing() implements Reply {}

    /// 503: it did not come in time.
    record Late() implements Reply {}
}
