package org.onmaru.media.rtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The vectors of RFC 3711 appendix B and RFC 7714 sections 16 and 17, and what our own two sides make
/// of each other.
class SrtpVectorsTest {

    private static final byte[] GCM_KEY = hex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] GCM_SALT = hex("517569642070726f2071756f");
    private static final byte[] NONE = new byte[20];

    private static final String RTP =
            "8040f17b8041f8d35501a0b247616c6c696120657374206f6d6e697320646976" + "69736120696e207061727465732074726573";
    private static final String SEALED_RTP = "8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd5"
            + "0d294e6f42a5f47a51c7d19b36de3adf8833899d7f27beb16a9152cf765ee4390cce";
    private static final String RTCP = "81c8000d4d6172734e5450314e545032525450200000042a0000e9304c756e61"
            + "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";
    private static final String SEALED_RTCP = "81c8000d4d61727363e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32d"
            + "c676a5f1730d6fda4ce09b4686303ded0bb9275bc84aa45896cf4d2fc5abf87245d9eade800005d4";

    @Test
    void rfc3711KeyDerivation() {
        SrtpKeys keys = SrtpKeys.derive(
                SrtpProfile.AES_CM_128_HMAC_SHA1_80,
                hex("E1F97A0D3E018BE0D64FA32C06DE4139"),
                hex("0EC675AD498AFEEBB6960B3AABE6"));
        assertThat(keys.rtpKey()).isEqualTo(hex("C61E7A93744F39EE10734AFE3FF7A087"));
        assertThat(keys.rtpSalt()).isEqualTo(hex("30CBBC08863D8C85D49DB34A9AE1"));
        assertThat(keys.rtpAuthentication()).isEqualTo(hex("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4"));
    }

    @Test
    void rfc3711KeyStream() {
        byte[] key = hex("2B7E151628AED2A6ABF7158809CF4F3C");
        byte[] salt = hex("F0F1F2F3F4F5F6F7F8F9FAFBFCFD");
        SrtpKeys keys = new SrtpKeys(SrtpProfile.AES_CM_128_HMAC_SHA1_80, key, salt, NONE, key, salt, NONE);
        byte[] zeroes = new byte[12 + 48];
        zeroes[0] = (byte) 0x80;
        byte[] sealed = new SrtpSender(keys).protectRtp(zeroes, zeroes.length);
        assertThat(Arrays.copyOfRange(sealed, 12, 60))
                .isEqualTo(hex("E03EAD0935C95E80E166B16DD92B4EB4D23513162B02D0F72A43A2FE4A5F97AB"
                        + "41E95B3BB0A2E8DD477901E4FCA894C0"));
    }

    @Test
    void rfc7714Rtp() {
        byte[] plain = hex(RTP);
        assertThat(new SrtpSender(gcm()).protectRtp(plain, plain.length)).isEqualTo(hex(SEALED_RTP));
        byte[] sealed = hex(SEALED_RTP);
        int length = new SrtpReceiver(gcm()).openRtp(sealed, sealed.length);
        assertThat(Arrays.copyOf(sealed, length)).isEqualTo(plain);
    }

    @Test
    void rfc7714Rtcp() {
        byte[] plain = hex(RTCP);
        SrtpSender sender = new SrtpSender(gcm());
        for (int index = 0; index < 0x5d4; index++) {
            sender.protectRtcp(plain, plain.length);
        }
        assertThat(sender.protectRtcp(plain, plain.length)).isEqualTo(hex(SEALED_RTCP));
        byte[] sealed = hex(SEALED_RTCP);
        int length = new SrtpReceiver(gcm()).openRtcp(sealed, sealed.length);
        assertThat(Arrays.copyOf(sealed, length)).isEqualTo(plain);
    }

    @Test
    void bothProfilesOpenWhatTheySealOverAWrapOfSequenceNumbers() {
        for (SrtpProfile profile : SrtpProfile.values()) {
            SrtpKeys keys = SrtpKeys.derive(profile, GCM_KEY, new byte[profile.saltLength()]);
            SrtpSender sender = new SrtpSender(keys);
            SrtpReceiver receiver = new SrtpReceiver(keys);
            for (int number = 65_000; number < 67_000; number++) {
                byte[] plain = packet(number);
                byte[] sealed = sender.protectRtp(plain, plain.length);
                assertThat(receiver.openRtp(sealed, sealed.length)).isEqualTo(plain.length);
                assertThat(Arrays.copyOf(sealed, plain.length)).isEqualTo(plain);
            }
        }
    }

    @Test
    void replaysAndForgeriesAreRefused() {
        for (SrtpProfile profile : SrtpProfile.values()) {
            SrtpKeys keys = SrtpKeys.derive(profile, GCM_KEY, new byte[profile.saltLength()]);
            SrtpReceiver receiver = new SrtpReceiver(keys);
            byte[] plain = packet(7);
            byte[] sealed = new SrtpSender(keys).protectRtp(plain, plain.length);
            for (int at = 0; at < sealed.length; at++) {
                byte[] forged = sealed.clone();
                forged[at] ^= 1;
                assertThat(receiver.openRtp(forged, forged.length))
                        .as("byte %d", at)
                        .isNegative();
            }
            assertThat(receiver.openRtp(sealed.clone(), sealed.length)).isPositive();
            assertThat(receiver.openRtp(sealed.clone(), sealed.length)).isEqualTo(SrtpReceiver.REFUSED);
            byte[] control = new SrtpSender(keys).protectRtcp(hex(RTCP), hex(RTCP).length);
            assertThat(receiver.openRtcp(control.clone(), control.length)).isPositive();
            assertThat(receiver.openRtcp(control.clone(), control.length)).isEqualTo(SrtpReceiver.REFUSED);
        }
    }

    private static byte[] packet(int number) {
        byte[] packet = new byte[40];
        packet[0] = (byte) 0x80;
        packet[1] = 96;
        packet[2] = (byte) (number >> 8);
        packet[3] = (byte) number;
        packet[20] = (byte) number;
        return packet;
    }

    private static SrtpKeys gcm() {
        return new SrtpKeys(SrtpProfile.AES_128_GCM, GCM_KEY, GCM_SALT, NONE, GCM_KEY, GCM_SALT, NONE);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
