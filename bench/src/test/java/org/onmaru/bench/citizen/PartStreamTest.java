package org.onmaru.bench.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PartStreamTest {

    @Test
    void aReadNeverCrossesTheBorderOfAPart() throws IOException {
        var stream = new PartStream(bytes("init"));
        Delivered first = part(0, "first");
        Delivered second = part(1, "second");
        stream.put(first);
        stream.put(second);
        stream.end();
        var buffer = new byte[100];
        assertThat(text(buffer, stream.read(buffer, 0, 100))).isEqualTo("init");
        assertThat(stream.current()).isNull();
        assertThat(text(buffer, stream.read(buffer, 0, 3))).isEqualTo("fir");
        assertThat(stream.current()).isSameAs(first);
        assertThat(text(buffer, stream.read(buffer, 0, 100))).isEqualTo("st");
        assertThat(stream.current()).isSameAs(first);
        assertThat(text(buffer, stream.read(buffer, 0, 100))).isEqualTo("second");
        assertThat(stream.current()).isSameAs(second);
        assertThat(stream.read(buffer, 0, 100)).isEqualTo(-1);
        assertThat(stream.read(buffer, 0, 100)).isEqualTo(-1);
    }

    private static Delivered part(int index, String content) {
        return new Delivered(0, index, URI.create("init-0.mp4"), bytes(content), 0, 0, 333, 1000);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] buffer, int count) {
        return new String(buffer, 0, count, StandardCharsets.UTF_8);
    }
}
