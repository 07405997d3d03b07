package org.onmaru.media.programme;

import java.time.Instant;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;

/// Where the programme's one encode goes. Every call comes from the programme's loop and returns at once.
public interface Outputs extends AutoCloseable {

    /// Opens them; called once, before the first packet.
    ///
    /// @throws java.io.IOException when the live output cannot begin
    void open(EncodedFormat format) throws java.io.IOException;

    /// Says when presentation time 0 is, by the wall clock; called once, after [#open], before the first packet.
    void begin(Instant zero);

    void accept(EncodedPacket packet);

    /// The packets from the next key frame on are to be kept; called when the programme first goes on air.
    void keep();

    /// Writes what is queued and ends every output.
    @Override
    void close();
}
