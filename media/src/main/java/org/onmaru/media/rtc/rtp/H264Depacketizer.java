package org.onmaru.media.rtc.rtp;

import static org.onmaru.media.rtc.rtp.Bytes.uint16;

/// RFC 6184, packetization modes 0 and 1: single units, aggregates (STAP-A) and fragments (FU-A). Gives
/// Annex B.
final class H264Depacketizer extends FrameDepacketizer {

    private static final byte[] START_CODE = {0, 0, 0, 1};
    private static final int TYPE = 0x1f;
    private static final int IDR = 5;
    private static final int SEQUENCE_PARAMETERS = 7;
    private static final int LAST_SINGLE = 23;
    private static final int AGGREGATE = 24;
    private static final int FRAGMENT = 28;

    private final byte[] header = new byte[1];
    private boolean fragmentOpen;
    private boolean started;

    H264Depacketizer(FrameOutput output) {
        super(output);
    }

    @Override
    void begin() {
        fragmentOpen = false;
        started = false;
    }

    @Override
    boolean complete() {
        return started && !fragmentOpen;
    }

    /// Nothing marks a frame's first slice, but sequence parameters come before everything.
    @Override
    boolean beginsFrame(byte[] data, int from, int end) {
        int type = data[from] & TYPE;
        return type == SEQUENCE_PARAMETERS
                || (type == AGGREGATE && from + 3 < end && (data[from + 3] & TYPE) == SEQUENCE_PARAMETERS);
    }

    @Override
    boolean payload(byte[] data, int from, int end) {
        int type = data[from] & TYPE;
        if (type == FRAGMENT) {
            return fragment(data, from, end);
        }
        if (fragmentOpen) {
            return false;
        }
        if (type == AGGREGATE) {
            return aggregate(data, from + 1, end);
        }
        return type >= 1 && type <= LAST_SINGLE && unit(data, from, end);
    }

    private boolean unit(byte[] data, int from, int end) {
        int type = data[from] & TYPE;
        if (type == IDR || type == SEQUENCE_PARAMETERS) {
            markKey();
        }
        started = true;
        return append(START_CODE, 0, START_CODE.length) && append(data, from, end);
    }

    private boolean aggregate(byte[] data, int from, int end) {
        int at = from;
        while (at + 2 < end) {
            int size = uint16(data, at);
            at += 2;
            if (size == 0 || at + size > end || !unit(data, at, at + size)) {
                return false;
            }
            at += size;
        }
        return at == end && at > from;
    }

    private boolean fragment(byte[] data, int from, int end) {
        if (from + 2 >= end) {
            return false;
        }
        int fragment = data[from + 1];
        boolean start = (fragment & 0x80) != 0;
        boolean last = (fragment & 0x40) != 0;
        if (start == fragmentOpen) {
            return false;
        }
        fragmentOpen = !last;
        if (start) {
            header[0] = (byte) ((data[from] & 0xe0) | (fragment & TYPE));
            if (!unit(header, 0, 1)) {
                return false;
            }
        }
        return append(data, from + 2, end);
    }
}
