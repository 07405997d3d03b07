package org.onmaru.bench.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Keeps attendees' loops on disk, made once. A file that is not whole or of another version is made anew.
public final class MediaLibrary {

    /// Changes with anything that changes what is encoded.
    private static final int VERSION = 1;
    private static final int MAGIC = 0x4f4e4d41;

    private final Path directory;

    /// @param directory made when it does not exist
    public MediaLibrary(Path directory) {
        this.directory = directory;
    }

    /// The library in the user's cache, `$XDG_CACHE_HOME/onmaru/attendees`.
    public static MediaLibrary ofUser() {
        @Nullable String cache = System.getenv("XDG_CACHE_HOME");
        Path root =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return new MediaLibrary(root.resolve("onmaru").resolve("attendees"));
    }

    /// The loops of these attendees, in the order given; what is missing is made, on all cores.
    public List<AttendeeMedia> load(List<Signature> signatures) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        try (var executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Callable<AttendeeMedia>> work = new ArrayList<>();
            for (Signature signature : signatures) {
                work.add(() -> load(signature));
            }
            List<AttendeeMedia> result = new ArrayList<>();
            for (Future<AttendeeMedia> future : executor.invokeAll(work)) {
                result.add(future.get());
            }
            return result;
        } catch (ExecutionException e) {
            throw new IOException("an attendee's loop could not be made", e.getCause());
        }
    }

    private AttendeeMedia load(Signature signature) throws IOException {
        Path file = directory.resolve("attendee-%02d-v%d".formatted(signature.number(), VERSION));
        Optional<AttendeeMedia> kept = read(file, signature);
        if (kept.isPresent()) {
            return kept.get();
        }
        AttendeeMedia made = AttendeeStudio.record(signature);
        write(file, made);
        return made;
    }

    private static Optional<AttendeeMedia> read(Path file, Signature signature) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                return Optional.empty();
            }
            List<byte[]> high = readList(in, FrameGrid.FRAMES);
            List<byte[]> low = readList(in, FrameGrid.FRAMES);
            List<byte[]> sound = readList(in, AttendeeMedia.PACKETS);
            return in.readInt() == MAGIC
                    ? Optional.of(new AttendeeMedia(signature, high, low, sound))
                    : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static List<byte[]> readList(DataInputStream in, int count) throws IOException {
        List<byte[]> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int size = in.readInt();
            if (size < 1 || size > 1 << 20) {
                throw new IOException("a packet of " + size + " bytes");
            }
            list.add(in.readNBytes(size));
        }
        return list;
    }

    private void write(Path file, AttendeeMedia media) throws IOException {
        Path whole = Files.createTempFile(directory, "making-", "");
        try {
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(whole)))) {
                out.writeInt(MAGIC);
                writeList(out, media.high());
                writeList(out, media.low());
                writeList(out, media.sound());
                out.writeInt(MAGIC);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void writeList(DataOutputStream out, List<byte[]> list) throws IOException {
        for (byte[] data : list) {
            out.writeInt(data.length);
            out.write(data);
        }
    }
}
