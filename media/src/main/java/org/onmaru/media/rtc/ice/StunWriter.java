package org.onmaru.media.rtc.ice;

import static org.onmaru.media.rtc.rtp.Bytes.putInt16;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Builds one STUN message, attribute by attribute.
public final class StunWriter {

    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int FINGERPRINT = 0x8028;
    static final int CONTROLLED = 0x8029;
    static final int CONTROLLING = 0x802a;

    private static final int CAPACITY = 1024;

    private final ByteBuffer out = ByteBuffer.allocate(CAPACITY);

    /// @param transaction twelve bytes
    public StunWriter(int type, byte[] transaction) {
        out.putShort((short) type)
                .putShort((short) 0)
                .putInt(StunMessage.COOKIE)
                .put(transaction);
    }

    public StunWriter username(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        attribute(USERNAME, bytes.length).put(bytes);
        return pad();
    }

    public StunWriter priority(int priority) {
        attribute(PRIORITY, 4).putInt(priority);
        return this;
    }

    public StunWriter controlling(long tieBreaker) {
        attribute(CONTROLLING, 8).putLong(tieBreaker);
        return this;
    }

    public StunWriter controlled(long tieBreaker) {
        attribute(CONTROLLED, 8).putLong(tieBreaker);
        return this;
    }

    public StunWriter useCandidate() {
        attribute(USE_CANDIDATE, 0);
        return this;
    }

    public StunWriter xorMappedAddress(InetSocketAddress address) {
        byte[] raw = address.getAddress().getAddress();
        for (int i = 0; i < raw.length; i++) {
            raw[i] ^= out.get(4 + i);
        }
        attribute(XOR_MAPPED_ADDRESS, 4 + raw.length).put((byte) 0).put((byte) (raw.length == 4 ? 1 : 2));
        out.putShort((short) (address.getPort() ^ StunMessage.COOKIE >>> 16)).put(raw);
        return this;
    }

    public StunWriter errorCode(int code) {
        attribute(ERROR_CODE, 4).putShort((short) 0).put((byte) (code / 100)).put((byte) (code % 100));
        return this;
    }

    /// Ends the message with MESSAGE-INTEGRITY and FINGERPRINT.
    public byte[] sealed(String password) {
        int integrityAt = out.position();
        length(integrityAt + 4 + StunMessage.INTEGRITY_LENGTH);
        byte[] integrity = hmac(password, out.array(), integrityAt);
        attribute(MESSAGE_INTEGRITY, StunMessage.INTEGRITY_LENGTH).put(integrity);
        int fingerprintAt = out.position();
        length(fingerprintAt + 8);
        CRC32 crc = new CRC32();
        crc.update(out.array(), 0, fingerprintAt);
        attribute(FINGERPRINT, 4).putInt((int) crc.getValue() ^ StunMessage.FINGERPRINT_MASK);
        return Arrays.copyOf(out.array(), out.position());
    }

    static byte[] hmac(String password, byte[] data, int length) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            mac.update(data, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA1 is part of every JDK", e);
        }
    }

    private ByteBuffer attribute(int type, int length) {
        return out.putShort((short) type).putShort((short) length);
    }

    private StunWriter pad() {
        while ((out.position() & 3) != 0) {
            out.put((byte) 0);
        }
        return this;
    }

    private void length(int end) {
        putInt16(out.array(), 2, end - StunMessage.HEADER);
    }
}
