package org.onmaru.media.sink;

import org.onmaru.media.frame.EncodedPacket;

/// One output of the one encode. It never blocks the encoder: it queues, and drops to the next key frame when it
/// cannot keep up.
public interface PacketSink extends AutoCloseable {

    /// Takes a packet; called by one thread, in decoding order per kind. Returns at once.
    void accept(EncodedPacket packet);

    /// Writes what is queued and ends the output.
    @Override
    void close();
}
