package org.onmaru.media.rtc.rtp;

/// Big-endian numbers in byte arrays; the caller has checked the bounds.
public final class Bytes {

    private Bytes() {}

    public static int uint8(byte[] data, int at) {
        return data[at] & 0xff;
    }

    public static int uint16(byte[] data, int at) {
        return (data[at] & 0xff) << 8 | (data[at + 1] & 0xff);
    }

    public static int uint24(byte[] data, int at) {
        return (data[at] & 0xff) << 16 | uint16(data, at + 1);
    }

    public static int int32(byte[] data, int at) {
        return uint16(data, at) << 16 | uint16(data, at + 2);
    }

    public static long int64(byte[] data, int at) {
        return (long) int32(data, at) << 32 | (int32(data, at + 4) & 0xffff_ffffL);
    }

    public static void putInt16(byte[] data, int at, int value) {
        data[at] = (byte) (value >>> 8);
        data[at + 1] = (byte) value;
    }

    public static void putInt32(byte[] data, int at, int value) {
        putInt16(data, at, value >>> 16);
        putInt16(data, at + 2, value);
    }
}
