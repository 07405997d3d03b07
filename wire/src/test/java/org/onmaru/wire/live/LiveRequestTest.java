package org.onmaru.wire.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onmaru.wire.live.LiveRequest.Blocking;
import org.onmaru.wire.live.LiveRequest.Names;

class LiveRequestTest {

    @Test
    void readsWhatItNames() {
        Position position = new Position(123_456, 5);
        assertThat(LiveRequest.parse(Names.part(position), null)).isEqualTo(new LiveRequest.Part(position));
        assertThat(LiveRequest.parse(Names.segment(7), "x=1")).isEqualTo(new LiveRequest.Segment(7));
        assertThat(LiveRequest.parse(Names.init(2), null)).isEqualTo(new LiveRequest.Init(2));
        assertThat(LiveRequest.parse("index.m3u8", null)).isEqualTo(new LiveRequest.Multivariant());
        assertThat(LiveRequest.parse("main.m3u8", "")).isEqualTo(new LiveRequest.Plain());
        assertThat(LiveRequest.parse("main.m3u8", "a=b&_HLS_msn=4&_HLS_part=2&_HLS_skip=YES"))
                .isEqualTo(new Blocking(4, 2));
        assertThat(LiveRequest.parse("main.m3u8", "_HLS_msn=4")).isEqualTo(new Blocking(4, Blocking.WHOLE));
    }

    @Test
    void refusesDirectivesThatMakeNoSense() {
        for (String query : new String[] {
            "_HLS_part=1",
            "_HLS_msn=",
            "_HLS_msn",
            "_HLS_msn=-1",
            "_HLS_msn=01",
            "_HLS_msn=1.5",
            "_HLS_msn=%31",
            "_HLS_msn=99999999999999999999",
            "_HLS_msn=1&_HLS_msn=2",
            "_HLS_msn=1&_HLS_part=x",
            "_HLS_msn=1&_HLS_part=-1",
            "_HLS_msn=1&_HLS_part=1&_HLS_part=1"
        }) {
            assertThat(LiveRequest.parse("main.m3u8", query)).as(query).isInstanceOf(LiveRequest.Bad.class);
        }
    }

    @Test
    void onePieceHasOneName() {
        for (String name : new String[] {
            "seg-01.m4s",
            "part-1.01.m4s",
            "part-1.m4s",
            "init-00.mp4",
            "SEG-1.m4s",
            "seg--1.m4s",
            "../seg-1.m4s",
            "seg-1.m4s/",
            "seg-१.m4s",
            "part-1.2.m4s\n",
            "",
            "main.m3u8/"
        }) {
            assertThat(LiveRequest.parse(name, null)).as(name).isInstanceOf(LiveRequest.Unknown.class);
        }
    }

    /// Whatever comes is answered with a request, and a piece's request always has the very name that was asked.
    @Test
    void takesAnyBytes() {
        Random random = new Random(20_261_123);
        String[] seeds = {
            "main.m3u8", "part-12.3.m4s", "seg-12.m4s", "init-1.mp4", "_HLS_msn=12&_HLS_part=3", "index.m3u8"
        };
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(seeds[random.nextInt(seeds.length)]);
            for (int edits = random.nextInt(4); edits > 0 && !text.isEmpty(); edits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0xd800));
                    default -> text.insert(at, random.nextInt(100_000));
                }
            }
            String mutated = text.toString();
            switch (LiveRequest.parse(mutated, null)) {
                case LiveRequest.Part part ->
                    assertThat(Names.part(part.position())).isEqualTo(mutated);
                case LiveRequest.Segment segment ->
                    assertThat(Names.segment(segment.msn())).isEqualTo(mutated);
                case LiveRequest.Init init ->
                    assertThat(Names.init(init.epoch())).isEqualTo(mutated);
                case LiveRequest.Multivariant _ -> assertThat(mutated).isEqualTo("index.m3u8");
                case LiveRequest.Plain _, LiveRequest.Blocking _ ->
                    assertThat(mutated).isEqualTo("main.m3u8");
                case LiveRequest.Bad _, LiveRequest.Unknown _ -> {}
            }
            LiveRequest directives = LiveRequest.parse("main.m3u8", mutated);
            if (directives instanceof Blocking(long msn, int part)) {
                assertThat(msn).isNotNegative();
                assertThat(part).isGreaterThanOrEqualTo(Blocking.WHOLE);
            }
        }
    }
}
