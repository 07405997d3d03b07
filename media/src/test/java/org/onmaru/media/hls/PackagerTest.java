package org.onmaru.media.hls;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onmaru.wire.Event;
import org.onmaru.wire.live.Answer;
import org.onmaru.wire.live.Edition;
import org.onmaru.wire.live.LiveRequest.Names;
import org.onmaru.wire.live.Position;

/// Random programmes with forced key frames, suspends, kills and torn journals; every playlist is read by strict
/// rules and every URL must keep its body.
class PackagerTest {

    private static final Instant ZERO = Instant.parse("2026-11-23T08:30:00Z");

    @TempDir
    Path root;

    private static final String DATE = "#EXT-X-PROGRAM-DATE-TIME:";

    private final PlaylistRules rules = new PlaylistRules();
    private final Map<String, Integer> bodies = new HashMap<>();
    private final List<Position> seen = new ArrayList<>();
    private Position next = new Position(0, 0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void keepsEveryRuleInAnyProgramme(long seed) throws Exception {
        Random random = new Random(seed);
        Path directory = root.resolve("0");
        String instance = "";
        for (int life = 0; life < 5; life++) {
            Packager packager = Packager.open(
                    directory,
                    FakePackets.FORMAT,
                    problem -> assertThat(problem).isNull());
            if (life > 0) {
                assertThat(packager.resumed()).isTrue();
                assertThat(packager.instance()).isEqualTo(instance);
            }
            instance = packager.instance();
            next = life == 0 ? next : new Position(seen.getLast().msn() + 1, 0);
            run(packager, random, 100 + random.nextInt(1500));
            if (random.nextBoolean()) {
                packager.suspend();
                follow(packager);
            } else {
                Path copy = root.resolve(String.valueOf(life + 1));
                copy(directory, copy);
                tear(copy, random);
                packager.suspend();
                directory = copy;
            }
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates();
        Packager last = Packager.open(directory, FakePackets.FORMAT, problem -> {});
        last.close();
        assertThat(last.playlist().editions().current()).isNotNull().matches(Edition::ended);
        Packager other = Packager.open(directory, FakePackets.FORMAT, problem -> {});
        assertThat(other.instance())
                .as("an ended programme's URLs are not used again")
                .isNotEqualTo(instance);
        other.suspend();
    }

    /// The model: parts of ten frames, cut at every key frame, key frames every sixty frames and when forced.
    private void run(Packager packager, Random random, int frames) throws Exception {
        FakePackets packets = new FakePackets(random);
        packager.begin(ZERO);
        int partStart = 0;
        int segmentStart = 0;
        for (int frame = 0; frame < frames; frame++) {
            boolean key = frame - segmentStart >= 60 || frame == 0 || random.nextInt(150) == 0;
            packager.accept(packets.frame(frame, key));
            while (packets.soundBefore(frame)) {
                packager.accept(packets.sound());
            }
            boolean boundary = frame > 0 && (key || frame - partStart == 10);
            partStart = boundary ? frame : partStart;
            segmentStart = key ? frame : segmentStart;
            if (boundary) {
                Edition early = packager.playlist().editions().current();
                assertThat(packets.soundReached(frame)
                                || early == null
                                || early.last().compareTo(next) < 0)
                        .as("nothing is published before its sound is here")
                        .isTrue();
                for (int late = frame + 1; late <= frame + 2; late++) {
                    while (packets.soundBefore(late)) {
                        packager.accept(packets.sound());
                    }
                }
                Edition edition = expect(packager, next);
                next = key ? new Position(next.msn() + 1, 0) : new Position(next.msn(), next.part() + 1);
                assertThat(edition.next()).isEqualTo(next);
            }
        }
    }

    private Edition expect(Packager packager, Position position) throws Exception {
        Answer answer = packager.playlist().editions().blocking(position.msn(), position.part());
        assertThat(answer).as("%s", position).isInstanceOf(Answer.Found.class);
        Edition edition = ((Answer.Found) answer).edition();
        assertThat(edition.last()).isEqualTo(position);
        seen.add(position);
        check(packager, edition);
        return edition;
    }

    private void follow(Packager packager) {
        Edition edition = packager.playlist().editions().current();
        assertThat(edition).isNotNull();
        if (edition != null) {
            check(packager, edition);
            if (edition.last().compareTo(seen.getLast()) > 0) {
                seen.add(edition.last());
            }
        }
    }

    /// Reads the playlist, fetches all it lists, and sees that no URL has changed its body.
    private void check(Packager packager, Edition edition) {
        LivePlaylist playlist = packager.playlist();
        long msn = Long.parseLong(edition.text().replaceAll("(?s).*#EXT-X-MEDIA-SEQUENCE:([0-9]+).*", "$1"));
        for (PlaylistRules.Segment segment : rules.check(edition)) {
            int epoch = Integer.parseInt(segment.map.replaceAll("[^0-9]", "").replaceAll("4$", ""));
            same(segment.map, Arrays.hashCode(playlist.init(epoch).orElseThrow()));
            for (int part = 0; part < segment.parts.size(); part++) {
                Position position = new Position(msn, part);
                same(
                        Names.part(position),
                        Arrays.hashCode(playlist.part(position).orElseThrow()));
            }
            if (!segment.uri.isEmpty()) {
                List<byte[]> whole = playlist.whole(msn).orElseThrow();
                same(segment.uri, whole.stream().mapToInt(Arrays::hashCode).reduce(1, (a, b) -> 31 * a + b));
            }
            msn++;
        }
    }

    private void same(String url, int hash) {
        assertThat(bodies.computeIfAbsent(url, _ -> hash)).as(url).isEqualTo(hash);
    }

    /// The directory as it is at one instant: what a kill leaves. The packager may still be at work, so a copy during
    /// which anything changed is made again.
    private static void copy(Path from, Path to) throws IOException {
        Set<Path> before;
        byte[] journal;
        do {
            before = files(from);
            journal = Files.readAllBytes(from.resolve("journal"));
            remove(to);
            Files.createDirectories(to);
            for (Path file : before) {
                try {
                    Files.copy(file, to.resolve(file.getFileName()));
                } catch (NoSuchFileException gone) {
                    before = Set.of();
                    break;
                }
            }
        } while (!files(from).equals(before) || !Arrays.equals(journal, Files.readAllBytes(from.resolve("journal"))));
    }

    private static Set<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.collect(Collectors.toSet());
        }
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            for (Path file : files(directory)) {
                Files.delete(file);
            }
        }
    }

    /// What a kill may leave: half a line, half a piece that no line tells of.
    private static void tear(Path directory, Random random) throws IOException {
        String line = JournalLines.segment(99, 7, true, 5);
        String torn = line.substring(0, random.nextInt(line.length() - 1));
        Files.writeString(directory.resolve("journal"), torn, StandardOpenOption.APPEND);
        Files.write(directory.resolve("part-99.0.m4s"), new byte[random.nextInt(100)]);
    }

    @Test
    void deletesWhatLeftTheWindow() throws Exception {
        Path directory = root.resolve("live");
        Packager packager = Packager.open(directory, FakePackets.FORMAT, problem -> {});
        run(packager, new Random(5), 1800);
        packager.suspend();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .doesNotContain("part-0.0.m4s")
                    .contains("init-0.mp4", "journal", Names.part(seen.getLast()))
                    .hasSizeLessThan(130);
        }
        assertThat(packager.playlist().part(new Position(0, 0))).isEmpty();
    }

    /// However late the first packet comes: the dates are those of the frames.
    @Test
    void datesSegmentsByTheirFrames() throws Exception {
        Packager packager = Packager.open(root.resolve("live"), FakePackets.FORMAT, problem -> {});
        run(packager, new Random(3), 300);
        packager.suspend();
        Edition edition = packager.playlist().editions().current();
        assertThat(edition).isNotNull();
        List<String> dates = requireNonNull(edition)
                .text()
                .lines()
                .filter(line -> line.startsWith(DATE))
                .toList();
        assertThat(dates).first().isEqualTo(DATE + "2026-11-23T08:30:00.000Z");
        assertThat(dates).hasSizeGreaterThan(3).isSorted().doesNotHaveDuplicates();
        assertThat(Instant.parse(dates.getLast().substring(DATE.length())))
                .isBetween(ZERO.plusSeconds(4), ZERO.plusSeconds(10));
    }

    /// The disk fails: players notice nothing, and the next studio does not take up what it cannot know.
    @Test
    void goesOnWithoutItsDisk() throws Exception {
        Path directory = root.resolve("live");
        List<String> told = new ArrayList<>();
        Packager packager = Packager.open(directory, FakePackets.FORMAT, problem -> told.add(problem.code()));
        String instance = packager.instance();
        run(packager, new Random(5), 100);
        assertThat(packager.problem()).isNull();
        Position blocked = new Position(next.msn(), next.part());
        Files.createDirectory(directory.resolve(Names.part(blocked)));
        packager.suspend();
        assertThat(packager.problem())
                .isNotNull()
                .extracting(Event.Problem::code)
                .isEqualTo("live-not-kept");
        assertThat(told).isEmpty();
        follow(packager);
        assertThat(seen.getLast()).isEqualTo(blocked);
        Packager after = Packager.open(root.resolve("live"), FakePackets.FORMAT, problem -> {});
        assertThat(after.instance()).isNotEqualTo(instance);
        after.suspend();
    }
}
