package org.onmaru.media.rtc.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// The session keys of one direction. The authentication keys are not used by AES-GCM.
public record SrtpKeys(
        SrtpProfile profile,
        byte[] rtpKey,
        byte[] rtpSalt,
        byte[] rtpAuthentication,
        byte[] rtcpKey,
        byte[] rtcpSalt,
        byte[] rtcpAuthentication) {

    private static final int BLOCK = 16;
    private static final int AUTHENTICATION_KEY_LENGTH = 20;

    private static final int RTP_KEY = 0;
    private static final int RTP_AUTHENTICATION = 1;
    private static final int RTP_SALT = 2;
    private static final int RTCP_KEY = 3;
    private static final int RTCP_AUTHENTICATION = 4;
    private static final int RTCP_SALT = 5;

    /// Derives the session keys, RFC 3711 section 4.3 with a key derivation rate of zero.
    public static SrtpKeys derive(SrtpProfile profile, byte[] masterKey, byte[] masterSalt) {
        int salt = profile.saltLength();
        return new SrtpKeys(
                profile,
                derive(masterKey, masterSalt, RTP_KEY, SrtpProfile.KEY_LENGTH),
                derive(masterKey, masterSalt, RTP_SALT, salt),
                derive(masterKey, masterSalt, RTP_AUTHENTICATION, AUTHENTICATION_KEY_LENGTH),
                derive(masterKey, masterSalt, RTCP_KEY, SrtpProfile.KEY_LENGTH),
                derive(masterKey, masterSalt, RTCP_SALT, salt),
                derive(masterKey, masterSalt, RTCP_AUTHENTICATION, AUTHENTICATION_KEY_LENGTH));
    }

    static byte[] derive(byte[] masterKey, byte[] masterSalt, int label, int length) {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(masterKey, "AES"));
            byte[] counter = Arrays.copyOf(masterSalt, BLOCK);
            counter[7] ^= (byte) label;
            byte[] stream = new byte[(length + BLOCK - 1) / BLOCK * BLOCK];
            for (int block = 0; block * BLOCK < length; block++) {
                counter[BLOCK - 1] = (byte) block;
                aes.doFinal(counter, 0, BLOCK, stream, block * BLOCK);
            }
            return Arrays.copyOf(stream, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every JDK", e);
        }
    }
}
