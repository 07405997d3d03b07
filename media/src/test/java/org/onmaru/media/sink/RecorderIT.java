package org.onmaru.media.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.wire.Event;

class RecorderIT {

    private static final int FRAMES = 305;
    private static final long RESERVE = 1L << 30;
    private static SyntheticProgramme programme;

    @TempDir
    Path directory;

    private final List<Event.Problem> problems = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void encode() {
        programme = SyntheticProgramme.encode(FRAMES, Set.of(100));
    }

    private Path record() throws IOException {
        Path path = Recordings.nextFile(directory);
        Recorder recorder = Recorder.open(directory, programme.format(), 0, problems::add);
        try (recorder) {
            recorder.keep();
            SyntheticProgramme.give(programme.packets(), recorder, recorder::backlog);
        }
        assertThat(recorder.durationMs()).isEqualTo(FRAMES * 100L / 3);
        assertThat(recorder.bytes()).isEqualTo(Files.size(path));
        return path;
    }

    private static void assertFrames(List<Integer> greys, int from, int count) {
        assertThat(greys.size()).isGreaterThanOrEqualTo(from + count);
        for (int i = 0; i < count; i++) {
            int expected = 20 + 4 * (i % SyntheticProgramme.CYCLE);
            assertThat(greys.get(from + i)).as("frame %d", from + i).isCloseTo(expected, within(2));
        }
    }

    @Test
    void everyFrameIsInTheFileAndInTheFinishedOne() throws Exception {
        Path file = record();
        assertThat(file.getFileName()).hasToString("recording-001.mp4");
        assertFrames(DebianFfmpeg.greys(file.toString()), 0, FRAMES);
        Recordings.Finished finished = Recordings.finish(directory, 0);
        assertThat(finished.file()).isEqualTo("recording.mp4");
        assertThat(finished.durationMs()).isCloseTo(10_167, within(30L));
        assertThat(file).doesNotExist();
        Path result = directory.resolve(finished.file());
        assertThat(finished.bytes()).isEqualTo(Files.size(result));
        assertFrames(DebianFfmpeg.greys(result.toString()), 0, FRAMES);
        assertIndexInFront(result);
        assertThat(Recordings.finish(directory, 0)).isEqualTo(finished);
        assertThat(problems).isEmpty();
    }

    private static void assertIndexInFront(Path file) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isPositive().isLessThan(bytes.indexOf("mdat"));
    }

    /// A studio dies twice at any byte; what people get loses at most a second each time and plays without a hole.
    @Test
    void joinsTornFilesWithoutHoles() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 6; round++) {
            List<Integer> frames = new ArrayList<>();
            for (int life = 0; life < 2; life++) {
                Path file = record();
                frames.add(tear(file, random));
            }
            record();
            Recordings.Finished finished = Recordings.finish(directory, 0);
            List<Integer> greys =
                    DebianFfmpeg.greys(directory.resolve(finished.file()).toString());
            assertThat(greys).hasSize(frames.get(0) + frames.get(1) + FRAMES);
            assertFrames(greys, 0, frames.get(0));
            assertFrames(greys, frames.get(0), frames.get(1));
            assertFrames(greys, frames.get(0) + frames.get(1), FRAMES);
            assertThat(finished.durationMs()).isCloseTo(greys.size() * 100L / 3, within(100L));
            assertSteady(directory.resolve(finished.file()));
            Files.delete(directory.resolve(finished.file()));
        }
    }

    /// Cuts the file at a random byte; says how many frames must survive, at most a second fewer than were there.
    private static int tear(Path file, Random random) throws Exception {
        long size = Files.size(file);
        long cut = size / 4 + random.nextLong(size / 4 * 3);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(cut);
        }
        long before = Mp4Boxes.measure(file).bytes();
        long frames = Math.round(FRAMES * (double) cut / size);
        List<Integer> left = DebianFfmpeg.greys("subfile,,start,0,end," + before + ",,:" + file);
        assertThat(left.size()).isGreaterThanOrEqualTo((int) frames - 45);
        return left.size();
    }

    /// No step in the picture's time is longer than a frame and a sound packet.
    private static void assertSteady(Path file) throws Exception {
        double before = -1;
        for (String line :
                DebianFfmpeg.probe(file.toString(), "-select_streams", "v", "-show_entries", "packet=pts_time")) {
            double time = Double.parseDouble(line.replace(",", ""));
            if (before >= 0) {
                assertThat(time - before).isBetween(0.02, 0.034 + 0.022 + 0.001);
            }
            before = time;
        }
    }

    /// So that a moment of the meeting is found in its recording, also after an interruption.
    @Test
    void saysWhichMomentsItShows() throws Exception {
        record();
        Instant first = ended("recording-001.mp4", Instant.parse("2020-12-07T23:40:00Z"));
        long length = Recordings.finish(directory, 0).durationMs();
        record();
        Instant second = ended("recording-001.mp4", Instant.parse("2020-12-08T00:10:00Z"));
        Recordings.finish(directory, 0);
        List<long[]> times = Files.readAllLines(directory.resolve("recording.times")).stream()
                .map(line -> Arrays.stream(line.split(" ", 2))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .toList();
        assertThat(times).hasSize(2);
        assertThat(times.getFirst()[0]).isZero();
        assertThat(times.getFirst()[1]).isCloseTo(first.toEpochMilli() - length, within(60L));
        assertThat(times.getLast()[0]).isCloseTo(length, within(60L));
        assertThat(times.getLast()[1]).isCloseTo(second.toEpochMilli() - length, within(60L));
    }

    private Instant ended(String piece, Instant at) throws IOException {
        Files.setLastModifiedTime(directory.resolve(piece), FileTime.from(at));
        return at;
    }

    @Test
    void finishesWhatAnEarlierFinishBegan() throws Exception {
        record();
        Path joined = directory.resolve("recording.mp4");
        Files.copy(directory.resolve("recording-001.mp4"), directory.resolve("kept.mp4"));
        Recordings.Finished first = Recordings.finish(directory, 0);
        // Killed after the note was written, before the joined file was in place and the pieces were gone.
        Files.move(joined, directory.resolve("recording.mp4.joining"));
        Files.move(directory.resolve("kept.mp4"), directory.resolve("recording-001.mp4"));
        Files.writeString(directory.resolve("recording.joined"), "recording-001.mp4\n");
        assertThat(Recordings.finish(directory, 0)).isEqualTo(first);
        // Killed while joining: half a file and no note.
        Files.write(directory.resolve("recording.mp4.joining"), new byte[1000]);
        assertThat(Recordings.finish(directory, 0)).isEqualTo(first);
        // A resumed programme adds to it.
        record();
        assertThat(Recordings.finish(directory, 0).durationMs()).isCloseTo(2 * first.durationMs(), within(60L));
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(joined, directory.resolve("recording.times"));
        }
    }

    @Test
    void nothingRecordedIsNoFile() throws Exception {
        assertThat(Recordings.finish(directory, 0)).isEqualTo(new Recordings.Finished("", 0, 0));
        Recorder unkept = Recorder.open(directory, programme.format(), 0, problems::add);
        SyntheticProgramme.give(programme.packets(), unkept, unkept::backlog);
        unkept.close();
        Recorder brief = Recorder.open(directory, programme.format(), 0, problems::add);
        brief.keep();
        brief.close();
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
        assertThat(Recordings.finish(directory, 0)).isEqualTo(new Recordings.Finished("", 0, 0));
    }

    /// The database is on the same disk: recording stops while there is still room for it, and goes on by itself.
    @Test
    void stopsAboveTheReserveAndGoesOnInANewPieceWhenThereIsRoom() throws Exception {
        SmallDisk disk = new SmallDisk(directory);
        disk.usable.set(RESERVE + (100L << 30));
        Recorder recorder = Recorder.open(disk, programme.format(), RESERVE, problems::add);
        recorder.keep();
        give(recorder, 0, 115);
        await().until(() -> recorder.durationMs() >= 3_300); // past the key frame at 100
        assertThat(recorder.problem()).isNull();

        disk.usable.set(RESERVE - 1);
        give(recorder, 115, 150);
        await().until(() -> "disk-full".equals(code(recorder)));
        assertThat(Objects.requireNonNull(recorder.problem()).ko()).contains("1024 MB", "방송은 계속", "저절로");
        assertThat(recorder.durationMs()).isEqualTo(4_000);
        disk.usable.set(RESERVE); // not enough to last
        give(recorder, 150, 210);
        await().until(() -> recorder.backlog() == 0);
        assertThat(code(recorder)).isEqualTo("disk-full");
        assertThat(recorder.durationMs()).isEqualTo(4_000);

        disk.usable.set(RESERVE + (64L << 20));
        give(recorder, 210, FRAMES);
        recorder.close();
        assertThat(code(recorder)).isEqualTo("disk-low");
        assertThat(problems).isEmpty();
        assertFrames(DebianFfmpeg.greys(directory.resolve("recording-001.mp4").toString()), 0, 120);
        Recordings.Finished finished = Recordings.finish(directory, 0);
        List<Integer> greys =
                DebianFfmpeg.greys(directory.resolve(finished.file()).toString());
        assertThat(greys).hasSize(120 + FRAMES - 240);
        assertFrames(greys, 0, 120);
        assertThat(greys.subList(120, greys.size()))
                .zipSatisfy(
                        IntStream.range(240, FRAMES)
                                .mapToObj(SyntheticProgramme::grey)
                                .toList(),
                        (seen, given) -> assertThat(seen).isCloseTo(given, within(2)));
        assertSteady(directory.resolve(finished.file()));
    }

    /// Somebody else fills the disk between two looks.
    @Test
    void aFullDiskEndsThePieceCleanlyAndSaysSo() throws Exception {
        SmallDisk disk = new SmallDisk(directory);
        disk.usable.set(60_000);
        disk.takes = true;
        Recorder recorder = Recorder.open(disk, programme.format(), 0, problems::add);
        recorder.keep();
        SyntheticProgramme.give(programme.packets(), recorder, recorder::backlog);
        recorder.close();
        assertThat(code(recorder)).isEqualTo("disk-full");
        String file = directory.resolve("recording-001.mp4").toString();
        int frames = DebianFfmpeg.greys(file).size();
        assertThat(frames * 100L / 3).isEqualTo(recorder.durationMs()).isPositive();
        assertFrames(DebianFfmpeg.greys(file), 0, frames);
        assertThat(Recordings.finish(directory, 0).durationMs()).isCloseTo(recorder.durationMs(), within(60L));
    }

    @Test
    void aFileThatCannotBeWrittenIsFollowedByAnotherAfterHalfAMinute() throws Exception {
        SmallDisk disk = new SmallDisk(directory);
        disk.usable.set(100L << 30);
        disk.broken = true;
        Recorder recorder = Recorder.open(disk, programme.format(), RESERVE, problems::add);
        recorder.keep();
        give(recorder, 0, 240);
        await().until(() -> "recording-failed".equals(code(recorder)));
        await().until(() -> recorder.backlog() == 0);
        assertThat(disk.begun).hasValue(1);

        disk.broken = false;
        give(recorder, 240, FRAMES);
        SyntheticProgramme.give(later(31), recorder, recorder::backlog);
        recorder.close();
        assertThat(recorder.problem()).isNull();
        assertThat(disk.begun).hasValue(2);
        assertThat(Recordings.finish(directory, 0).durationMs()).isCloseTo(FRAMES * 100L / 3, within(60L));
    }

    /// Joining takes the room a second time; what it would leave too little of is not touched.
    @Test
    void joiningLeavesTheReserveAndItsPieces() throws Exception {
        Path file = record();
        long usable = Files.getFileStore(directory).getUsableSpace();
        assertThatThrownBy(() -> Recordings.finish(directory, 2 * usable))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("MB가 더 있어야 합니다");
        assertThat(file).exists();
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(Recordings.finish(directory, 0).durationMs()).isPositive();
    }

    private void give(Recorder recorder, int from, int to) {
        SyntheticProgramme.give(
                programme.packets().stream()
                        .filter(packet ->
                                packet.pts() >= from * ticks(packet) / 30 && packet.pts() < to * ticks(packet) / 30)
                        .toList(),
                recorder,
                recorder::backlog);
    }

    private static List<EncodedPacket> later(int seconds) {
        return programme.packets().stream()
                .map(packet -> new EncodedPacket(
                        packet.kind(),
                        packet.data(),
                        packet.pts() + seconds * ticks(packet),
                        packet.duration(),
                        packet.key()))
                .toList();
    }

    private static long ticks(EncodedPacket packet) {
        return packet.kind() == EncodedPacket.Kind.VIDEO ? EncodedPacket.VIDEO_TICKS : EncodedPacket.AUDIO_TICKS;
    }

    private static @Nullable String code(Recorder recorder) {
        Event.Problem problem = recorder.problem();
        return problem == null ? null : problem.code();
    }

    /// A real directory on a disk whose room the test decides.
    private static final class SmallDisk implements RecordingDisk {

        private final RecordingDisk real;
        private final AtomicLong usable = new AtomicLong();
        /// What is written takes room.
        private volatile boolean takes;
        private volatile boolean broken;
        private final AtomicInteger begun = new AtomicInteger();

        SmallDisk(Path directory) {
            real = RecordingDisk.of(directory);
        }

        @Override
        public RecordingFile next() throws IOException {
            begun.incrementAndGet();
            RecordingFile file = real.next();
            return new RecordingFile() {
                @Override
                public void append(byte[] bytes) throws IOException {
                    if (broken || bytes.length > usable.get()) {
                        throw new IOException(broken ? "Input/output error" : "No space left on device");
                    }
                    file.append(bytes);
                    usable.addAndGet(takes ? -bytes.length : 0);
                }

                @Override
                public void delete() throws IOException {
                    file.delete();
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }

        @Override
        public long usable() {
            return usable.get();
        }
    }
}
