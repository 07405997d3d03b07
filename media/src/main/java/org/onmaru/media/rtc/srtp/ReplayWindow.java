package org.onmaru.media.rtc.srtp;

/// The newest packet index of one stream and which of the 64 before it were seen, RFC 3711 section 3.3.
final class ReplayWindow {

    private static final int SIZE = 64;

    private long newest = -1;
    private long seen;

    /// The 48-bit index that a 16-bit sequence number most likely stands for.
    long estimate(int sequence) {
        if (newest < 0) {
            return sequence;
        }
        long rollover = newest >>> 16;
        int last = (int) (newest & 0xffff);
        if (last < 0x8000) {
            if (sequence - last > 0x8000 && rollover > 0) {
                rollover--;
            }
        } else if (last - 0x8000 > sequence) {
            rollover++;
        }
        return rollover << 16 | sequence;
    }

    boolean replayed(long index) {
        long behind = newest - index;
        return newest >= 0 && behind >= 0 && (behind >= SIZE || (seen >>> behind & 1) != 0);
    }

    /// Notes an authenticated packet.
    void accept(long index) {
        if (newest < 0) {
            newest = index;
            seen = 1;
        } else if (index > newest) {
            long ahead = index - newest;
            seen = ahead >= SIZE ? 1 : seen << ahead | 1;
            newest = index;
        } else {
            seen |= 1L << (newest - index);
        }
    }
}
