package org.onmaru.media.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The vectors of RFC 5769 with short-term credentials.
class StunVectorsTest {

    /// Bytes of the last attribute, which is outside of what is signed.
    private static final int FINGERPRINT = 8;
    private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";
    private static final String REQUEST = "000100582112a442b7e7a701bc34d686fa87dfae"
            + "802200105354554e207465737420636c69656e74"
            + "002400046e0001ff80290008932ff9b151263b36"
            + "000600096576746a3a68367659202020"
            + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf";
    private static final String RESPONSE_4 = "0101003c2112a442b7e7a701bc34d686fa87dfae"
            + "8022000b7465737420766563746f7220002000080001a147e112a643"
            + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96";
    private static final String RESPONSE_6 = "010100482112a442b7e7a701bc34d686fa87dfae"
            + "8022000b7465737420766563746f7220002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9"
            + "00080014a382954e4be67bf11784c97c8292c275bfe3ed4180280004c8fb0b4c";

    @Test
    void request() {
        StunMessage message = Objects.requireNonNull(parse(REQUEST));
        assertThat(message.type()).isEqualTo(StunMessage.BINDING_REQUEST);
        assertThat(message.username()).isEqualTo("evtj:h6vY");
        assertThat(message.controlled()).isEqualTo(0x932ff9b151263b36L);
        assertThat(message.authentic(PASSWORD)).isTrue();
        assertThat(message.authentic(PASSWORD + "x")).isFalse();
    }

    @Test
    void responses() {
        StunMessage four = Objects.requireNonNull(parse(RESPONSE_4));
        assertThat(four.type()).isEqualTo(StunMessage.BINDING_SUCCESS);
        assertThat(four.authentic(PASSWORD)).isTrue();
        assertThat(four.mappedAddress()).isEqualTo(new InetSocketAddress("192.0.2.1", 32_853));
        StunMessage six = Objects.requireNonNull(parse(RESPONSE_6));
        assertThat(six.authentic(PASSWORD)).isTrue();
        assertThat(six.mappedAddress())
                .isEqualTo(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32_853));
    }

    @Test
    void anyChangedBitIsNoticed() {
        byte[] whole = HexFormat.of().parseHex(REQUEST);
        for (int bit = 0; bit < (whole.length - FINGERPRINT) * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            StunMessage message = StunMessage.parse(changed, changed.length);
            assertThat(message == null || !message.authentic(PASSWORD))
                    .as("bit %d", bit)
                    .isTrue();
        }
    }

    private static @Nullable StunMessage parse(String hex) {
        byte[] data = HexFormat.of().parseHex(hex);
        return StunMessage.parse(data, data.length);
    }
}
