package org.onmaru.media.rtc.transport;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.rtc.ice.IceCandidate;

/// The other side's addresses, the best first; each is tried in turn.
final class Candidates {

    private static final int MAX = 64;

    private final List<IceCandidate> known = new ArrayList<>();
    private int tried;

    /// False if it was known or there are too many.
    boolean add(IceCandidate candidate) {
        if (known.size() >= MAX || known.contains(candidate)) {
            return false;
        }
        known.add(candidate);
        known.sort(Comparator.comparingInt(IceCandidate::rank));
        return true;
    }

    @Nullable
    IceCandidate next() {
        return known.isEmpty() ? null : known.get(tried++ % known.size());
    }

    /// A socket connected to a candidate; fails if there is no route to it.
    static DatagramChannel open(IceCandidate candidate, int receiveBuffer) throws IOException {
        boolean six = candidate.address().getAddress() instanceof Inet6Address;
        DatagramChannel channel =
                DatagramChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
            channel.connect(candidate.address());
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
