package org.onmaru.server.city.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserKeysTest {

    private static final String POINT =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    @Test
    void aPointOfTheCurveIsAKeyAndNothingBesideIt() {
        assertThat(BrowserKeys.isPublicKey(POINT)).isTrue();
        assertThat(BrowserKeys.isPublicKey(POINT + "=")).isTrue();
        var point = Base64.getUrlDecoder().decode(POINT);
        for (var at = 0; at < point.length; at++) {
            var beside = point.clone();
            beside[at] ^= 1;
            assertThat(BrowserKeys.isPublicKey(encoded(beside)))
                    .as("byte " + at)
                    .isFalse();
        }
        var origin = new byte[65];
        origin[0] = 4;
        assertThat(BrowserKeys.isPublicKey(encoded(origin))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "====", "BA", "!!!!", "가나다", "BTBZMqHH6r4Tts7J_aSIgg"})
    void whatIsNoPointIsNoKey(String text) {
        assertThat(BrowserKeys.isPublicKey(text)).isFalse();
    }

    @Test
    void aSecretHasSixteenBytes() {
        assertThat(BrowserKeys.isSecret("BTBZMqHH6r4Tts7J_aSIgg")).isTrue();
        assertThat(BrowserKeys.isSecret("BTBZMqHH6r4Tts7J_aSIgg==")).isTrue();
        assertThat(BrowserKeys.isSecret("BTBZMqHH6r4Tts7J_aSI")).isFalse();
        assertThat(BrowserKeys.isSecret(POINT)).isFalse();
        assertThat(BrowserKeys.isSecret("A".repeat(1_000_000))).isFalse();
    }

    @Test
    void noiseIsJudgedWithoutHarm() {
        var random = new Random(8291);
        for (var i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(70)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = 4;
            }
            assertThat(BrowserKeys.isPublicKey(encoded(bytes))).isFalse();
            assertThat(BrowserKeys.isPublicKey(new String(bytes, StandardCharsets.ISO_8859_1)))
                    .isFalse();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
