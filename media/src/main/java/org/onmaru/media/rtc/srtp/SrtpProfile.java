package org.onmaru.media.rtc.srtp;

/// How a session is protected.
public enum SrtpProfile {
    AES_128_GCM(12, 16),
    AES_CM_128_HMAC_SHA1_80(14, 10);

    /// Bytes of an AES-128 key.
    public static final int KEY_LENGTH = 16;

    private final int saltLength;
    private final int tagLength;

    SrtpProfile(int saltLength, int tagLength) {
        this.saltLength = saltLength;
        this.tagLength = tagLength;
    }

    public int saltLength() {
        return saltLength;
    }

    /// Bytes that authentication adds to a packet.
    public int tagLength() {
        return tagLength;
    }
}
