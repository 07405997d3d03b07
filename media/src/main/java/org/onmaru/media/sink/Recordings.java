package org.onmaru.media.sink;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onmaru.media.ffmpeg.Remuxer;

/// The files of a programme's recording: `recording-001.mp4` … while it runs, one `recording.mp4` afterwards.
public final class Recordings {

    /// The finished recording.
    public static final String FINISHED = "recording.mp4";

    private static final String JOINING = "recording.mp4.joining";

    /// Names the files that are in [#JOINING] or [#FINISHED] already; exists only between joining and deleting.
    private static final String JOINED = "recording.joined";

    /// Says which moment each stretch of [#FINISHED] begins at: a line each, milliseconds from its beginning and
    /// milliseconds since 1970.
    private static final String TIMES = "recording.times";

    private static final Pattern PIECE = Pattern.compile("recording-([0-9]{3,})\\.mp4");

    private Recordings() {}

    /// What became of a recording.
    ///
    /// @param file name in the programme's directory, empty when nothing was recorded
    public record Finished(String file, long durationMs, long bytes) {}

    /// Joins what was recorded into one `recording.mp4`, index in front, timestamps continuous, then deletes the
    /// pieces. Torn tails are left out. May be called again at any time, also after it was killed half way.
    ///
    /// @param reserve bytes of the disk that stay free for others; joining needs as much room again as the pieces
    /// @throws IOException when it cannot be written; the pieces are kept and a later call may succeed
    public static Finished finish(Path directory, long reserve) throws IOException {
        if (!Files.isDirectory(directory)) {
            return new Finished("", 0, 0);
        }
        settle(directory);
        Path finished = directory.resolve(FINISHED);
        List<Path> pieces = pieces(directory);
        List<Remuxer.Part> parts = new ArrayList<>();
        if (!pieces.isEmpty()) {
            for (Path path : Files.exists(finished) ? prepended(finished, pieces) : pieces) {
                Mp4Boxes.Whole whole = Mp4Boxes.measure(path);
                if (whole.playable()) {
                    parts.add(new Remuxer.Part(path, whole.bytes()));
                }
            }
            if (parts.stream().anyMatch(part -> !part.path().equals(finished))) {
                requireRoom(directory, parts, reserve);
                join(directory, parts);
                note(directory, parts);
            }
            replace(directory, pieces);
        }
        if (!Files.exists(finished)) {
            return new Finished("", 0, 0);
        }
        return new Finished(FINISHED, Remuxer.durationMs(finished), Files.size(finished));
    }

    /// The next file for a recorder.
    static Path nextFile(Path directory) throws IOException {
        settle(directory);
        List<Path> pieces = pieces(directory);
        int number = pieces.isEmpty() ? 1 : number(pieces.getLast()) + 1;
        return directory.resolve(String.format(Locale.ROOT, "recording-%03d.mp4", number));
    }

    private static void requireRoom(Path directory, List<Remuxer.Part> parts, long reserve) throws IOException {
        long needed = parts.stream().mapToLong(Remuxer.Part::bytes).sum();
        long usable = Files.getFileStore(directory).getUsableSpace();
        if (usable - needed < reserve) {
            throw new IOException(
                    "녹화 조각을 합치려면 디스크에 %1$d MB가 더 있어야 합니다. / Joining the recording needs %1$d MB more on the disk."
                            .formatted(((needed + reserve - usable) >> 20) + 1));
        }
    }

    private static void join(Path directory, List<Remuxer.Part> parts) throws IOException {
        Path joining = directory.resolve(JOINING);
        try {
            Remuxer.join(parts, joining);
        } catch (RuntimeException e) {
            Files.deleteIfExists(joining);
            throw new IOException("녹화 파일을 합칠 수 없습니다. The recording cannot be joined: " + directory, e);
        }
        sync(joining);
    }

    /// A piece ends when it was last written to, so it began its length before. What an earlier call joined is known.
    private static void note(Path directory, List<Remuxer.Part> parts) throws IOException {
        Path times = directory.resolve(TIMES);
        List<String> lines = new ArrayList<>();
        long offset = 0;
        for (Remuxer.Part part : parts) {
            long length = Remuxer.durationMs(part.path());
            if (part.path().equals(directory.resolve(FINISHED))) {
                for (String line : Files.exists(times) ? Files.readAllLines(times) : List.<String>of()) {
                    if (Long.parseLong(line.split(" ", 2)[0]) < length) {
                        lines.add(line);
                    }
                }
            } else {
                lines.add(offset + " " + (Files.getLastModifiedTime(part.path()).toMillis() - length));
            }
            offset += length;
        }
        Path note = directory.resolve(TIMES + ".new");
        Files.write(note, lines);
        sync(note);
        Files.move(note, times, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Puts the joined file in place of its pieces: first it is written down what it holds.
    private static void replace(Path directory, List<Path> pieces) throws IOException {
        Path note = directory.resolve(JOINED + ".new");
        Files.write(
                note, pieces.stream().map(path -> path.getFileName().toString()).toList());
        sync(note);
        Files.move(note, directory.resolve(JOINED), StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
        settle(directory);
    }

    /// Completes what an earlier call began, or undoes it.
    private static void settle(Path directory) throws IOException {
        Path joining = directory.resolve(JOINING);
        Path joined = directory.resolve(JOINED);
        if (!Files.exists(joined)) {
            Files.deleteIfExists(joining);
            return;
        }
        if (Files.exists(joining)) {
            Files.move(joining, directory.resolve(FINISHED), StandardCopyOption.ATOMIC_MOVE);
            sync(directory);
        }
        for (String name : Files.readAllLines(joined)) {
            if (PIECE.matcher(name).matches()) {
                Files.deleteIfExists(directory.resolve(name));
            }
        }
        sync(directory);
        Files.delete(joined);
    }

    private static List<Path> pieces(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            path -> PIECE.matcher(path.getFileName().toString()).matches())
                    .sorted((one, other) -> Integer.compare(number(one), number(other)))
                    .toList();
        }
    }

    private static int number(Path piece) {
        String name = piece.getFileName().toString();
        return Integer.parseInt(name.substring("recording-".length(), name.length() - ".mp4".length()));
    }

    private static List<Path> prepended(Path first, List<Path> rest) {
        List<Path> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
