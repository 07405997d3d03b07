package org.onmaru.media.rtc.srtp;

import static org.onmaru.media.rtc.rtp.Bytes.int32;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import org.onmaru.media.rtc.rtp.RtpPacket;

/// Opens what the other side protected. One thread; packets are decrypted in place.
public final class SrtpReceiver {

    /// What opening returns when a packet is malformed, forged or seen before.
    public static final int REFUSED = -1;

    private static final int MAX_STREAMS = 4096;
    private static final int RTCP_HEADER = 8;
    private static final int RTCP_INDEX = 4;

    private final SrtpCipher cipher;
    private final Map<Integer, ReplayWindow> rtp = new HashMap<>();
    private final Map<Integer, ReplayWindow> rtcp = new HashMap<>();

    public SrtpReceiver(SrtpKeys keys) {
        this.cipher = new SrtpCipher(keys);
    }

    /// Decrypts an RTP packet and returns its new length, or [#REFUSED].
    public int openRtp(byte[] packet, int length) {
        int header = RtpPacket.headerLength(packet, length);
        if (header < 0 || length < header + cipher.tagLength()) {
            return REFUSED;
        }
        int ssrc = int32(packet, 8);
        ReplayWindow known = rtp.get(ssrc);
        ReplayWindow window = known == null ? new ReplayWindow() : known;
        long index = window.estimate((packet[2] & 0xff) << 8 | (packet[3] & 0xff));
        if (window.replayed(index) || (known == null && rtp.size() >= MAX_STREAMS)) {
            return REFUSED;
        }
        try {
            int opened = cipher.gcm()
                    ? openGcm(packet, header, length, ssrc, index)
                    : openCounter(packet, header, length, ssrc, index);
            if (opened >= 0) {
                window.accept(index);
                rtp.putIfAbsent(ssrc, window);
            }
            return opened;
        } catch (GeneralSecurityException e) {
            return REFUSED;
        }
    }

    private int openGcm(byte[] packet, int header, int length, int ssrc, long index) throws GeneralSecurityException {
        Cipher aes = cipher.forRtp(Cipher.DECRYPT_MODE, ssrc, index);
        aes.updateAAD(packet, 0, header);
        return header + aes.doFinal(packet, header, length - header, packet, header);
    }

    private int openCounter(byte[] packet, int header, int length, int ssrc, long index)
            throws GeneralSecurityException {
        int end = length - cipher.tagLength();
        if (!sameTag(cipher.rtpTag(packet, end, index), packet, end)) {
            return REFUSED;
        }
        cipher.forRtp(Cipher.DECRYPT_MODE, ssrc, index).doFinal(packet, header, end - header, packet, header);
        return end;
    }

    /// Decrypts a compound RTCP packet and returns its new length, or [#REFUSED].
    public int openRtcp(byte[] packet, int length) {
        int tag = cipher.tagLength();
        if (length < RTCP_HEADER + tag + RTCP_INDEX || length > packet.length) {
            return REFUSED;
        }
        int ssrc = int32(packet, 4);
        int indexAt = cipher.gcm() ? length - RTCP_INDEX : length - tag - RTCP_INDEX;
        boolean encrypted = packet[indexAt] < 0;
        int index = int32(packet, indexAt) & 0x7fffffff;
        ReplayWindow known = rtcp.get(ssrc);
        ReplayWindow window = known == null ? new ReplayWindow() : known;
        if (window.replayed(index) || (known == null && rtcp.size() >= MAX_STREAMS)) {
            return REFUSED;
        }
        try {
            int opened = cipher.gcm()
                    ? openRtcpGcm(packet, indexAt, ssrc, index, encrypted)
                    : openRtcpCounter(packet, indexAt, ssrc, index, encrypted);
            if (opened >= 0) {
                window.accept(index);
                rtcp.putIfAbsent(ssrc, window);
            }
            return opened;
        } catch (GeneralSecurityException e) {
            return REFUSED;
        }
    }

    private int openRtcpGcm(byte[] packet, int indexAt, int ssrc, int index, boolean encrypted)
            throws GeneralSecurityException {
        Cipher aes = cipher.forRtcp(Cipher.DECRYPT_MODE, ssrc, index);
        if (!encrypted) {
            int end = indexAt - cipher.tagLength();
            aes.updateAAD(packet, 0, end);
            aes.updateAAD(packet, indexAt, RTCP_INDEX);
            aes.doFinal(packet, end, cipher.tagLength(), packet, end);
            return end;
        }
        aes.updateAAD(packet, 0, RTCP_HEADER);
        aes.updateAAD(packet, indexAt, RTCP_INDEX);
        return RTCP_HEADER + aes.doFinal(packet, RTCP_HEADER, indexAt - RTCP_HEADER, packet, RTCP_HEADER);
    }

    private int openRtcpCounter(byte[] packet, int indexAt, int ssrc, int index, boolean encrypted)
            throws GeneralSecurityException {
        int end = indexAt + RTCP_INDEX;
        if (!sameTag(cipher.rtcpTag(packet, end), packet, end)) {
            return REFUSED;
        }
        if (encrypted) {
            cipher.forRtcp(Cipher.DECRYPT_MODE, ssrc, index)
                    .doFinal(packet, RTCP_HEADER, indexAt - RTCP_HEADER, packet, RTCP_HEADER);
        }
        return indexAt;
    }

    private boolean sameTag(byte[] computed, byte[] packet, int at) {
        int difference = 0;
        for (int i = 0; i < cipher.tagLength(); i++) {
            difference |= computed[i] ^ packet[at + i];
        }
        return difference == 0;
    }
}
