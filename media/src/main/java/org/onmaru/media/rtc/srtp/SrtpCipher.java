package org.onmaru.media.rtc.srtp;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// One direction's ciphers and the initialisation vectors of both profiles. Not for several threads at once.
final class SrtpCipher {

    private static final int GCM_TAG_BITS = 128;

    private final SrtpKeys keys;
    private final boolean gcm;
    private final Cipher cipher;
    private final SecretKeySpec rtpKey;
    private final SecretKeySpec rtcpKey;
    private final Mac rtpMac;
    private final Mac rtcpMac;

    SrtpCipher(SrtpKeys keys) {
        this.keys = keys;
        this.gcm = keys.profile() == SrtpProfile.AES_128_GCM;
        this.rtpKey = new SecretKeySpec(keys.rtpKey(), "AES");
        this.rtcpKey = new SecretKeySpec(keys.rtcpKey(), "AES");
        try {
            this.cipher = Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "AES/CTR/NoPadding");
            this.rtpMac = mac(keys.rtpAuthentication());
            this.rtcpMac = mac(keys.rtcpAuthentication());
        } catch (NoSuchAlgorithmException | NoSuchPaddingException | InvalidKeyException e) {
            throw new IllegalStateException("AES and HMAC-SHA1 are part of every JDK", e);
        }
    }

    boolean gcm() {
        return gcm;
    }

    int tagLength() {
        return keys.profile().tagLength();
    }

    /// Readies the cipher for one RTP packet.
    Cipher forRtp(int mode, int ssrc, long index) throws GeneralSecurityException {
        if (gcm) {
            byte[] iv = keys.rtpSalt().clone();
            xor(iv, 2, ssrc);
            xor(iv, 6, (int) (index >>> 16));
            iv[10] ^= (byte) (index >>> 8);
            iv[11] ^= (byte) index;
            cipher.init(mode, rtpKey, new GCMParameterSpec(GCM_TAG_BITS, iv));
        } else {
            cipher.init(mode, rtpKey, new IvParameterSpec(counter(keys.rtpSalt(), ssrc, index)));
        }
        return cipher;
    }

    /// Readies the cipher for one RTCP packet.
    Cipher forRtcp(int mode, int ssrc, int index) throws GeneralSecurityException {
        if (gcm) {
            byte[] iv = keys.rtcpSalt().clone();
            xor(iv, 2, ssrc);
            xor(iv, 8, index);
            cipher.init(mode, rtcpKey, new GCMParameterSpec(GCM_TAG_BITS, iv));
        } else {
            cipher.init(mode, rtcpKey, new IvParameterSpec(counter(keys.rtcpSalt(), ssrc, index)));
        }
        return cipher;
    }

    /// The full HMAC-SHA1 over an RTP packet and its rollover counter; the profile uses the first ten bytes.
    byte[] rtpTag(byte[] packet, int length, long index) {
        int rollover = (int) (index >>> 16);
        rtpMac.update(packet, 0, length);
        rtpMac.update((byte) (rollover >>> 24));
        rtpMac.update((byte) (rollover >>> 16));
        rtpMac.update((byte) (rollover >>> 8));
        rtpMac.update((byte) rollover);
        return rtpMac.doFinal();
    }

    byte[] rtcpTag(byte[] packet, int length) {
        rtcpMac.update(packet, 0, length);
        return rtcpMac.doFinal();
    }

    /// The first counter block of AES-CM: salt shifted by 16, SSRC by 64 and packet index by 16 bits, xored.
    static byte[] counter(byte[] salt, int ssrc, long index) {
        byte[] iv = Arrays.copyOf(salt, 16);
        xor(iv, 4, ssrc);
        for (int i = 0; i < 6; i++) {
            iv[13 - i] ^= (byte) (index >>> (8 * i));
        }
        return iv;
    }

    private static Mac mac(byte[] key) throws NoSuchAlgorithmException, InvalidKeyException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        return mac;
    }

    private static void xor(byte[] data, int at, int value) {
        data[at] ^= (byte) (value >>> 24);
        data[at + 1] ^= (byte) (value >>> 16);
        data[at + 2] ^= (byte) (value >>> 8);
        data[at + 3] ^= (byte) value;
    }
}
