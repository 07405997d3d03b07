package org.onmaru.media.rtc.rtp;

import java.util.ArrayList;
import java.util.List;

/// Cuts VP8 frames into payloads with a descriptor and a 15-bit picture id, RFC 7741. One layer each;
/// one thread.
public final class Vp8Packetizer {

    /// The largest payload with its descriptor; with header, extensions and tag a packet stays within
    /// 1,200 bytes.
    public static final int MAX_PAYLOAD = 1150;

    private static final int DESCRIPTOR = 4;
    private static final int PICTURE_IDS = 1 << 15;

    private int pictureId;

    public Vp8Packetizer(int firstPictureId) {
        this.pictureId = Math.floorMod(firstPictureId, PICTURE_IDS);
    }

    /// The payloads of one frame, of about equal size; none for an empty frame.
    public List<byte[]> payloads(byte[] frame) {
        int room = MAX_PAYLOAD - DESCRIPTOR;
        int count = (frame.length + room - 1) / room;
        List<byte[]> payloads = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) frame.length * i / count);
            int end = (int) ((long) frame.length * (i + 1) / count);
            byte[] payload = new byte[DESCRIPTOR + end - from];
            payload[0] = (byte) (i == 0 ? 0x90 : 0x80);
            payload[1] = (byte) 0x80;
            payload[2] = (byte) (0x80 | pictureId >>> 8);
            payload[3] = (byte) pictureId;
            System.arraycopy(frame, from, payload, DESCRIPTOR, end - from);
            payloads.add(payload);
        }
        pictureId = (pictureId + 1) % PICTURE_IDS;
        return payloads;
    }
}
