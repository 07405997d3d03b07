package org.onmaru.media.rtc.ice;

import static org.onmaru.media.rtc.rtp.Bytes.int32;
import static org.onmaru.media.rtc.rtp.Bytes.int64;
import static org.onmaru.media.rtc.rtp.Bytes.putInt16;
import static org.onmaru.media.rtc.rtp.Bytes.uint16;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A STUN message that was received, RFC 5389 and RFC 8445. Parsing is total: what is no STUN message
/// is null, an unknown attribute is passed over.
///
/// @param data the whole message
/// @param transaction twelve bytes as text, to look up requests by
/// @param integrityAt where MESSAGE-INTEGRITY begins, −1 without one
/// @param errorCode 0 without one
public record StunMessage(
        byte[] data,
        int type,
        String transaction,
        String username,
        boolean useCandidate,
        @Nullable Long controlling,
        @Nullable Long controlled,
        @Nullable InetSocketAddress mappedAddress,
        int errorCode,
        int integrityAt) {

    public static final int BINDING_REQUEST = 0x0001;
    public static final int BINDING_INDICATION = 0x0011;
    public static final int BINDING_SUCCESS = 0x0101;
    public static final int BINDING_ERROR = 0x0111;
    public static final int ROLE_CONFLICT = 487;

    static final int HEADER = 20;
    static final int COOKIE = 0x2112A442;
    static final int FINGERPRINT_MASK = 0x5354554e;
    static final int INTEGRITY_LENGTH = 20;

    private static final int MAX_LENGTH = 1500;

    /// Whether a datagram looks like STUN by its first bytes, RFC 7983.
    public static boolean looksLike(byte[] data, int length) {
        return length >= HEADER && (data[0] & 0xff) < 4 && int32(data, 4) == COOKIE;
    }

    /// The message in the first `length` bytes, or null if there is none or its fingerprint is wrong.
    public static @Nullable StunMessage parse(byte[] bytes, int length) {
        if (length > bytes.length || length > MAX_LENGTH || !looksLike(bytes, length)) {
            return null;
        }
        if (uint16(bytes, 2) != length - HEADER || (length & 3) != 0) {
            return null;
        }
        byte[] data = Arrays.copyOf(bytes, length);
        Attributes found = new Attributes();
        int at = HEADER;
        while (at + 4 <= length) {
            int size = uint16(data, at + 2);
            if (at + 4 + size > length || !found.read(data, at, size)) {
                return null;
            }
            at += 4 + (size + 3 & ~3);
        }
        return new StunMessage(
                data,
                uint16(data, 0),
                transaction(data),
                found.username,
                found.useCandidate,
                found.controlling,
                found.controlled,
                found.mapped,
                found.errorCode,
                found.integrityAt);
    }

    /// Whether MESSAGE-INTEGRITY is there and right for a short-term password.
    public boolean authentic(String password) {
        if (integrityAt < 0) {
            return false;
        }
        byte[] signed = Arrays.copyOf(data, integrityAt);
        putInt16(signed, 2, integrityAt + 4 + INTEGRITY_LENGTH - HEADER);
        byte[] computed = StunWriter.hmac(password, signed, integrityAt);
        byte[] given = Arrays.copyOfRange(data, integrityAt + 4, integrityAt + 4 + INTEGRITY_LENGTH);
        return MessageDigest.isEqual(computed, given);
    }

    byte[] transactionBytes() {
        return Arrays.copyOfRange(data, 8, HEADER);
    }

    static String transaction(byte[] data) {
        return new String(data, 8, 12, StandardCharsets.ISO_8859_1);
    }

    /// Attributes as they are found; those after MESSAGE-INTEGRITY are not believed.
    private static final class Attributes {

        private String username = "";
        private boolean useCandidate;
        private @Nullable Long controlling;
        private @Nullable Long controlled;
        private @Nullable InetSocketAddress mapped;
        private int errorCode;
        private int integrityAt = -1;

        /// False if the message must be refused.
        boolean read(byte[] data, int at, int size) {
            int type = uint16(data, at);
            int value = at + 4;
            if (type == StunWriter.FINGERPRINT) {
                return size == 4 && fingerprint(data, at) == int32(data, value);
            }
            if (integrityAt >= 0) {
                return true;
            }
            switch (type) {
                case StunWriter.USERNAME -> username = new String(data, value, size, StandardCharsets.UTF_8);
                case StunWriter.USE_CANDIDATE -> useCandidate = true;
                case StunWriter.CONTROLLING -> controlling = size == 8 ? (Long) int64(data, value) : null;
                case StunWriter.CONTROLLED -> controlled = size == 8 ? (Long) int64(data, value) : null;
                case StunWriter.XOR_MAPPED_ADDRESS -> mapped = address(data, value, size);
                case StunWriter.ERROR_CODE ->
                    errorCode = size >= 4 ? (data[value + 2] & 7) * 100 + (data[value + 3] & 0xff) % 100 : 0;
                case StunWriter.MESSAGE_INTEGRITY -> {
                    if (size != INTEGRITY_LENGTH) {
                        return false;
                    }
                    integrityAt = at;
                }
                default -> {}
            }
            return true;
        }

        private static int fingerprint(byte[] data, int at) {
            CRC32 crc = new CRC32();
            crc.update(data, 0, at);
            return (int) crc.getValue() ^ FINGERPRINT_MASK;
        }

        private static @Nullable InetSocketAddress address(byte[] data, int value, int size) {
            int length = size - 4;
            if (length != 4 && length != 16) {
                return null;
            }
            byte[] raw = Arrays.copyOfRange(data, value + 4, value + 4 + length);
            for (int i = 0; i < length; i++) {
                raw[i] ^= data[4 + i];
            }
            try {
                int port = uint16(data, value + 2) ^ COOKIE >>> 16;
                return new InetSocketAddress(InetAddress.getByAddress(raw), port);
            } catch (UnknownHostException e) {
                return null;
            }
        }
    }
}
