package org.onmaru.media.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.media.hls.JournalLines.Told;
import org.onmaru.wire.live.Position;

class LiveStoreTest {

    @TempDir
    Path directory;

    private String instance = "";

    @BeforeEach
    void write() throws Exception {
        try (LiveStore store = LiveStore.open(directory, "boot")) {
            instance = store.instance();
            store.init(0, new byte[] {1});
            for (long msn = 0; msn < 4; msn++) {
                store.open(msn, 0, msn == 2, Instant.EPOCH.plusSeconds(2 * msn));
                for (int part = 0; part < 3; part++) {
                    store.add(new Position(msn, part), new LivePart(30_000, part == 0, new byte[] {(byte) msn, 7}));
                }
            }
            store.open(4, 0, false, Instant.EPOCH.plusSeconds(8));
        }
    }

    private LiveStore.Found reopened() throws Exception {
        try (LiveStore store = LiveStore.open(directory, "boot")) {
            assertThat(store.instance()).isEqualTo(instance);
            return store.found().orElseThrow();
        }
    }

    @Test
    void takesUpWhatWasSeenAndNoMore() throws Exception {
        for (int again = 0; again < 3; again++) {
            LiveStore.Found found = reopened();
            assertThat(found.segments()).extracting(LiveSegment::msn).containsExactly(0L, 1L, 2L, 3L);
            assertThat(found.nextMsn()).as("segment 4 had no part yet").isEqualTo(4);
            assertThat(found.nextEpoch()).isEqualTo(1);
            assertThat(found.used()).isTrue();
        }
    }

    @Test
    void aDamagedPieceCostsItsSegmentAndTheOlderOnes() throws Exception {
        Files.write(directory.resolve("part-2.1.m4s"), new byte[] {2, 8});
        LiveStore.Found found = reopened();
        assertThat(found.segments()).extracting(LiveSegment::msn).containsExactly(3L);
        assertThat(found.discontinuities()).isEqualTo(1);
        Files.delete(directory.resolve("part-3.2.m4s"));
        LiveStore.Found less = reopened();
        assertThat(less.segments()).isEmpty();
        assertThat(less.nextMsn()).isEqualTo(4);
        assertThat(less.discontinuities()).isEqualTo(1);
        assertThat(less.used()).isTrue();
    }

    @Test
    void afterARebootANewInstanceBegins() throws Exception {
        try (LiveStore store = LiveStore.open(directory, "other boot")) {
            assertThat(store.instance()).isNotEqualTo(instance);
            assertThat(store.found()).isEmpty();
            assertThat(directory.resolve("part-1.0.m4s")).doesNotExist();
        }
    }

    /// Cut anywhere, the journal tells a prefix of the truth; changed anywhere, it tells nothing.
    @Test
    void aTornJournalTellsAPrefixAndADamagedOneNothing() throws Exception {
        byte[] journal = Files.readAllBytes(directory.resolve("journal"));
        List<String> truth = told(journal).orElseThrow();
        for (int length = 0; length <= journal.length; length++) {
            Optional<List<String>> told = told(Arrays.copyOf(journal, length));
            told.ifPresent(parts -> assertThat(truth.subList(0, parts.size())).isEqualTo(parts));
            boolean hasInstance = length > new String(journal, StandardCharsets.UTF_8).indexOf('\n');
            assertThat(told.isPresent()).isEqualTo(hasInstance);
        }
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = journal.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 + random.nextInt(127));
            boolean lastLine = at == damaged.length - 1;
            assertThat(told(damaged)).matches(told -> told.isEmpty() || lastLine);
        }
    }

    private static Optional<List<String>> told(byte[] journal) {
        return JournalLines.read(journal)
                .map(Told::segments)
                .map(segments -> segments.stream()
                        .flatMap(segment -> segment.parts().stream().map(part -> segment.msn() + " " + part))
                        .toList());
    }
}
