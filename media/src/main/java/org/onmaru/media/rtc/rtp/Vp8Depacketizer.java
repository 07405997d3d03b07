package org.onmaru.media.rtc.rtp;

/// RFC 7741.
final class Vp8Depacketizer extends FrameDepacketizer {

    private static final int EXTENDED = 0x80;
    private static final int START_OF_PARTITION = 0x10;
    private static final int PARTITION = 0x07;
    private static final int HAS_PICTURE_ID = 0x80;
    private static final int HAS_LEVEL_INDEX = 0x40;
    private static final int HAS_LAYER_OR_KEY_INDEX = 0x30;

    private boolean started;

    Vp8Depacketizer(FrameOutput output) {
        super(output);
    }

    @Override
    void begin() {
        started = false;
    }

    @Override
    boolean complete() {
        return started;
    }

    @Override
    boolean beginsFrame(byte[] data, int from, int end) {
        return (data[from] & START_OF_PARTITION) != 0 && (data[from] & PARTITION) == 0;
    }

    @Override
    boolean payload(byte[] data, int from, int end) {
        int descriptor = descriptorLength(data, from, end);
        if (descriptor < 0 || from + descriptor >= end) {
            return false;
        }
        int at = from + descriptor;
        if (beginsFrame(data, from, end)) {
            started = true;
            if ((data[at] & 1) == 0) {
                markKey();
            }
        }
        return append(data, at, end);
    }

    private static int descriptorLength(byte[] data, int from, int end) {
        if ((data[from] & EXTENDED) == 0) {
            return 1;
        }
        if (from + 2 > end) {
            return -1;
        }
        int extension = data[from + 1];
        int length = 2;
        if ((extension & HAS_PICTURE_ID) != 0) {
            if (from + length >= end) {
                return -1;
            }
            length += (data[from + length] & 0x80) != 0 ? 2 : 1;
        }
        if ((extension & HAS_LEVEL_INDEX) != 0) {
            length++;
        }
        if ((extension & HAS_LAYER_OR_KEY_INDEX) != 0) {
            length++;
        }
        return length;
    }
}
