package org.onmaru.media.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.wire.Event;

class RecorderIT {

    private static final int FRAMES = 305;
    private static SyntheticProgramme programme;

    @TempDir
    Path directory;

    private final List<Event.Problem> problems = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void encode() {
        programme = SyntheticProgramme.encode(FRAMES, Set.of(100));
    }

    private Path record() throws IOException {
        Recorder recorder = Recorder.open(directory, programme.format(), problems::add);
        try (recorder) {
            SyntheticProgramme.give(programme.packets(), recorder, recorder::backlog);
        }
        assertThat(recorder.durationMs()).isEqualTo(FRAMES * 100L / 3);
        assertThat(recorder.bytes()).isEqualTo(Files.size(recorder.path()));
        return recorder.path();
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
        Recordings.Finished finished = Recordings.finish(directory);
        assertThat(finished.file()).isEqualTo("recording.mp4");
        assertThat(finished.durationMs()).isCloseTo(10_167, within(30L));
        assertThat(file).doesNotExist();
        Path result = directory.resolve(finished.file());
        assertThat(finished.bytes()).isEqualTo(Files.size(result));
        assertFrames(DebianFfmpeg.greys(result.toString()), 0, FRAMES);
        assertIndexInFront(result);
        assertThat(Recordings.finish(directory)).isEqualTo(finished);
        assertThat(problems.stream().filter(problem -> !problem.code().equals("disk-low")))
                .isEmpty();
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
            Recordings.Finished finished = Recordings.finish(directory);
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

    @Test
    void finishesWhatAnEarlierFinishBegan() throws Exception {
        record();
        Path joined = directory.resolve("recording.mp4");
        Files.copy(directory.resolve("recording-001.mp4"), directory.resolve("kept.mp4"));
        Recordings.Finished first = Recordings.finish(directory);
        // Killed after the note was written, before the joined file was in place and the pieces were gone.
        Files.move(joined, directory.resolve("recording.mp4.joining"));
        Files.move(directory.resolve("kept.mp4"), directory.resolve("recording-001.mp4"));
        Files.writeString(directory.resolve("recording.joined"), "recording-001.mp4\n");
        assertThat(Recordings.finish(directory)).isEqualTo(first);
        // Killed while joining: half a file and no note.
        Files.write(directory.resolve("recording.mp4.joining"), new byte[1000]);
        assertThat(Recordings.finish(directory)).isEqualTo(first);
        // A resumed programme adds to it.
        record();
        assertThat(Recordings.finish(directory).durationMs()).isCloseTo(2 * first.durationMs(), within(60L));
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(joined);
        }
    }

    @Test
    void nothingRecordedIsNoFile() throws Exception {
        assertThat(Recordings.finish(directory)).isEqualTo(new Recordings.Finished("", 0, 0));
        Recorder.open(directory, programme.format(), problems::add).close();
        assertThat(Recordings.finish(directory)).isEqualTo(new Recordings.Finished("", 0, 0));
    }

    @Test
    void aFullDiskEndsTheFileCleanlyAndSaysSo() throws Exception {
        Path file = directory.resolve("recording-001.mp4");
        long limit = 60_000;
        RecordingFile disk = RecordingFile.create(file);
        RecordingFile small = new RecordingFile() {
            @Override
            public void append(byte[] bytes) throws IOException {
                if (bytes.length > usable()) {
                    throw new IOException("No space left on device");
                }
                disk.append(bytes);
            }

            @Override
            public long usable() throws IOException {
                return limit - Files.size(file);
            }

            @Override
            public void close() throws IOException {
                disk.close();
            }
        };
        Recorder recorder = Recorder.open(file, small, programme.format(), problems::add);
        SyntheticProgramme.give(programme.packets(), recorder, recorder::backlog);
        recorder.close();
        assertThat(problems).extracting(Event.Problem::code).containsExactly("disk-low", "disk-full");
        assertThat(problems.getLast().ko()).contains("디스크");
        int frames = DebianFfmpeg.greys(file.toString()).size();
        assertThat(frames * 100L / 3).isEqualTo(recorder.durationMs()).isPositive();
        assertFrames(DebianFfmpeg.greys(file.toString()), 0, frames);
        assertThat(Recordings.finish(directory).durationMs()).isCloseTo(recorder.durationMs(), within(60L));
    }
}
