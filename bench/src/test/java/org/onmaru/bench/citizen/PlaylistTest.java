package org.onmaru.bench.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PlaylistTest {

    private static final URI BASE = URI.create("http://127.0.0.1:8080/live/m/i/main.m3u8");

    private static final String LIVE = """
            #EXTM3U
            #EXT-X-VERSION:9
            #EXT-X-TARGETDURATION:2
            #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.33400
            #EXT-X-PART-INF:PART-TARGET=0.33400
            #EXT-X-MEDIA-SEQUENCE:7
            #EXT-X-MAP:URI="init-0.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2020-12-08T08:30:00.000+09:00
            #EXTINF:2.00000,
            seg-7.m4s
            #EXT-X-PART:DURATION=0.33333,URI="part-8.0.m4s",INDEPENDENT=YES
            #EXT-X-PART:DURATION=0.33333,URI="part-8.1.m4s"
            #EXTINF:0.66667,
            seg-8.m4s
            #EXT-X-DISCONTINUITY
            #EXT-X-MAP:URI="init-1.mp4"
            #EXT-X-PART:DURATION=0.33333,URI="part-9.0.m4s",INDEPENDENT=YES
            #EXT-X-PRELOAD-HINT:TYPE=PART,URI="part-9.1.m4s"
            """;

    @Test
    void readsPartsWithTheirPlaceAndTheirInitialisation() {
        Playlist playlist = Playlist.parse(BASE, LIVE);
        assertThat(playlist.partHoldBackMs()).isEqualTo(1334);
        assertThat(playlist.ended()).isFalse();
        assertThat(playlist.parts()).hasSize(3);
        Playlist.Part second = playlist.parts().get(1);
        assertThat(second.msn()).isEqualTo(8);
        assertThat(second.index()).isEqualTo(1);
        assertThat(second.independent()).isFalse();
        assertThat(second.uri()).hasPath("/live/m/i/part-8.1.m4s");
        assertThat(second.init()).hasPath("/live/m/i/init-0.mp4");
        Playlist.Part third = playlist.parts().get(2);
        assertThat(third.msn()).isEqualTo(9);
        assertThat(third.index()).isZero();
        assertThat(third.init()).hasPath("/live/m/i/init-1.mp4");
    }

    @Test
    void knowsTheEnd() {
        assertThat(Playlist.parse(BASE, LIVE + "#EXT-X-ENDLIST\n").ended()).isTrue();
    }

    @Test
    void findsTheVariant() {
        String multivariant = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=3000000,CODECS=\"avc1.64001f\"\nmain.m3u8\n";
        assertThat(Playlist.firstVariant(BASE.resolve("index.m3u8"), multivariant))
                .contains(BASE);
        assertThat(Playlist.firstVariant(BASE, LIVE)).isEmpty();
    }

    @Test
    void refusesAWebPage() {
        assertThatThrownBy(() -> Playlist.parse(BASE, "<!doctype html>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<!doctype html>");
    }
}
