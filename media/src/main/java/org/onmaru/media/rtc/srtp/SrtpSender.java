package org.onmaru.media.rtc.srtp;

import static org.onmaru.media.rtc.rtp.Bytes.int32;
import static org.onmaru.media.rtc.rtp.Bytes.putInt32;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import org.onmaru.media.rtc.rtp.RtpPacket;

/// Protects what we send. May be used by several threads; each packet of a stream must have a new
/// sequence number, so a packet that is sent again is sent as it was protected the first time.
public final class SrtpSender {

    private static final int RTCP_HEADER = 8;
    private static final int RTCP_INDEX = 4;
    private static final int ENCRYPTED = 0x80000000;

    private final SrtpCipher cipher;
    private final Map<Integer, ReplayWindow> streams = new HashMap<>();
    private int rtcpIndex;

    public SrtpSender(SrtpKeys keys) {
        this.cipher = new SrtpCipher(keys);
    }

    /// Protects an RTP packet that we built ourselves.
    public synchronized byte[] protectRtp(byte[] packet, int length) {
        int header = RtpPacket.headerLength(packet, length);
        if (header < 0) {
            throw new IllegalArgumentException("not an RTP packet");
        }
        int ssrc = int32(packet, 8);
        ReplayWindow window = streams.computeIfAbsent(ssrc, s -> new ReplayWindow());
        long index = window.estimate((packet[2] & 0xff) << 8 | (packet[3] & 0xff));
        window.accept(index);
        byte[] out = new byte[length + cipher.tagLength()];
        System.arraycopy(packet, 0, out, 0, header);
        try {
            Cipher aes = cipher.forRtp(Cipher.ENCRYPT_MODE, ssrc, index);
            if (cipher.gcm()) {
                aes.updateAAD(packet, 0, header);
                aes.doFinal(packet, header, length - header, out, header);
            } else {
                aes.doFinal(packet, header, length - header, out, header);
                System.arraycopy(cipher.rtpTag(out, length, index), 0, out, length, cipher.tagLength());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a well-formed packet could not be protected", e);
        }
        return out;
    }

    /// Protects a compound RTCP packet that we built ourselves.
    public synchronized byte[] protectRtcp(byte[] packet, int length) {
        int index = rtcpIndex++ & 0x7fffffff;
        int ssrc = int32(packet, 4);
        byte[] out = new byte[length + cipher.tagLength() + RTCP_INDEX];
        System.arraycopy(packet, 0, out, 0, RTCP_HEADER);
        try {
            Cipher aes = cipher.forRtcp(Cipher.ENCRYPT_MODE, ssrc, index);
            if (cipher.gcm()) {
                int indexAt = length + cipher.tagLength();
                putInt32(out, indexAt, index | ENCRYPTED);
                aes.updateAAD(packet, 0, RTCP_HEADER);
                aes.updateAAD(out, indexAt, RTCP_INDEX);
                aes.doFinal(packet, RTCP_HEADER, length - RTCP_HEADER, out, RTCP_HEADER);
            } else {
                aes.doFinal(packet, RTCP_HEADER, length - RTCP_HEADER, out, RTCP_HEADER);
                putInt32(out, length, index | ENCRYPTED);
                byte[] tag = cipher.rtcpTag(out, length + RTCP_INDEX);
                System.arraycopy(tag, 0, out, length + RTCP_INDEX, cipher.tagLength());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a well-formed packet could not be protected", e);
        }
        return out;
    }
}
