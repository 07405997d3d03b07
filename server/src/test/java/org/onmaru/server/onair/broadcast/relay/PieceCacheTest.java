package org.onmaru.server.onair.broadcast.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onmaru.wire.live.Position;

class PieceCacheTest {

    @Test
    void neverHoldsMoreThanItsLimit() {
        PieceCache cache = new PieceCache(1000);
        for (long msn = 0; msn < 100; msn++) {
            for (int part = 0; part < 6; part++) {
                cache.part(new Position(msn, part), new byte[50]);
                cache.part(new Position(msn, part), new byte[50]);
                assertThat(cache.bytes()).isLessThanOrEqualTo(1000);
            }
            cache.complete(msn, 6);
        }
        assertThat(cache.part(new Position(99, 5))).isPresent();
        assertThat(cache.part(new Position(96, 5))).isEmpty();
        cache.forgetBefore(1000);
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void aSegmentIsItsPartsWhenAllAreHere() {
        PieceCache cache = new PieceCache(1000);
        cache.part(new Position(3, 0), new byte[] {1});
        cache.part(new Position(3, 2), new byte[] {3});
        cache.complete(3, 3);
        assertThat(cache.whole(3)).isEmpty();
        cache.part(new Position(3, 1), new byte[] {2});
        assertThat(cache.whole(3).orElseThrow()).containsExactly(new byte[] {1}, new byte[] {2}, new byte[] {3});
        assertThat(cache.whole(4)).isEmpty();
    }
}
