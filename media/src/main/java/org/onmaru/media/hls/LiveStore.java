package org.onmaru.media.hls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.hls.JournalLines.Told;
import org.onmaru.media.hls.JournalLines.ToldPart;
import org.onmaru.media.hls.JournalLines.ToldSegment;
import org.onmaru.wire.live.LiveRequest.Names;
import org.onmaru.wire.live.Position;

/// The live window on disk, so that a restarted studio goes on at the same URLs. No fsync: it survives the death of
/// the process; after a reboot of the machine a new instance begins. One thread.
final class LiveStore implements AutoCloseable {

    /// The window as it was found.
    ///
    /// @param nextEpoch first epoch never used
    /// @param used true when earlier segments exist or existed, so that the next one is a discontinuity
    record Found(
            List<LiveSegment> segments,
            Map<Integer, byte[]> inits,
            long discontinuities,
            long nextMsn,
            int nextEpoch,
            boolean used) {}

    private static final String JOURNAL = "journal";

    private final Path directory;
    private final String instance;
    private final @Nullable Found found;
    private @Nullable FileChannel journal;

    private LiveStore(Path directory, String instance, @Nullable Found found, FileChannel journal) {
        this.directory = directory;
        this.instance = instance;
        this.found = found;
        this.journal = journal;
    }

    /// Takes up the instance of an earlier studio, or makes a new one.
    ///
    /// @param boot tells one boot of the machine from another
    static LiveStore open(Path directory, String boot) throws IOException {
        Files.createDirectories(directory);
        Optional<Told> told =
                told(directory).filter(it -> !it.ended() && it.boot().equals(boot));
        String instance = told.map(Told::instance)
                .orElseGet(() -> UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        Found found = told.isPresent() ? find(directory, told.get()) : null;
        Path fresh = directory.resolve(JOURNAL + ".new");
        Files.writeString(fresh, beginning(instance, boot, found, told.orElse(null)));
        Files.move(fresh, directory.resolve(JOURNAL), StandardCopyOption.ATOMIC_MOVE);
        sweep(directory, found);
        FileChannel journal = FileChannel.open(directory.resolve(JOURNAL), StandardOpenOption.APPEND);
        return new LiveStore(directory, instance, found, journal);
    }

    String instance() {
        return instance;
    }

    Optional<Found> found() {
        return Optional.ofNullable(found);
    }

    void init(int epoch, byte[] bytes) throws IOException {
        put(Names.init(epoch), bytes);
        append(JournalLines.epoch(epoch));
    }

    void open(long msn, int epoch, boolean discontinuity, Instant start) throws IOException {
        append(JournalLines.segment(msn, epoch, discontinuity, start.toEpochMilli()));
    }

    void add(Position position, LivePart part) throws IOException {
        put(Names.part(position), part.data());
        append(JournalLines.part(position.msn(), told(part)));
    }

    void drop(LiveSegment segment) throws IOException {
        for (int i = 0; i < segment.parts().size(); i++) {
            Files.deleteIfExists(directory.resolve(Names.part(new Position(segment.msn(), i))));
        }
    }

    void end() throws IOException {
        append(JournalLines.ended());
    }

    /// Gives up durability: the journal no longer says what players see, so it must not be taken up again.
    void abandon() throws IOException {
        close();
        Files.deleteIfExists(directory.resolve(JOURNAL));
    }

    @Override
    public void close() throws IOException {
        FileChannel open = journal;
        journal = null;
        if (open != null) {
            open.close();
        }
    }

    private void put(String name, byte[] bytes) throws IOException {
        if (journal != null) {
            Files.write(directory.resolve(name), bytes);
        }
    }

    private void append(String line) throws IOException {
        FileChannel open = journal;
        if (open != null) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                open.write(bytes);
            }
        }
    }

    private static ToldPart told(LivePart part) {
        byte[] data = part.data();
        return new ToldPart(part.ticks(), part.independent(), data.length, JournalLines.checksum(data));
    }

    private static Optional<Told> told(Path directory) throws IOException {
        try {
            return JournalLines.read(Files.readAllBytes(directory.resolve(JOURNAL)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// The newest run of segments whose pieces are all whole.
    private static Found find(Path directory, Told told) throws IOException {
        List<LiveSegment> segments = new ArrayList<>();
        Map<Integer, byte[]> inits = new HashMap<>();
        long discontinuities = told.discontinuities();
        for (ToldSegment is : told.segments()) {
            Optional<LiveSegment> segment = load(directory, is, inits);
            if (segment.isPresent()) {
                segments.add(segment.get());
            } else {
                discontinuities +=
                        segments.stream().filter(LiveSegment::discontinuity).count();
                discontinuities += is.discontinuity() ? 1 : 0;
                segments.clear();
            }
        }
        return new Found(segments, inits, discontinuities, told.nextMsn(), told.lastEpoch() + 1, told.used());
    }

    private static Optional<LiveSegment> load(Path directory, ToldSegment told, Map<Integer, byte[]> inits)
            throws IOException {
        LiveSegment segment = new LiveSegment(
                told.msn(), told.epoch(), told.discontinuity(), Instant.ofEpochMilli(told.startMillis()));
        try {
            for (int i = 0; i < told.parts().size(); i++) {
                ToldPart part = told.parts().get(i);
                byte[] data = Files.readAllBytes(directory.resolve(Names.part(new Position(told.msn(), i))));
                if (data.length != part.length() || JournalLines.checksum(data) != part.checksum()) {
                    return Optional.empty();
                }
                segment.add(new LivePart(part.ticks(), part.independent(), data));
            }
            if (!inits.containsKey(told.epoch())) {
                inits.put(told.epoch(), Files.readAllBytes(directory.resolve(Names.init(told.epoch()))));
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(segment);
    }

    private static String beginning(String instance, String boot, @Nullable Found found, @Nullable Told told) {
        StringBuilder text = new StringBuilder(JournalLines.instance(instance, boot));
        if (found == null || told == null) {
            return text.append(JournalLines.base(-1, 0, 0, false)).toString();
        }
        text.append(JournalLines.base(told.lastEpoch(), found.nextMsn(), found.discontinuities(), found.used()));
        for (LiveSegment segment : found.segments()) {
            long start = segment.start().toEpochMilli();
            text.append(JournalLines.segment(segment.msn(), segment.epoch(), segment.discontinuity(), start));
            segment.parts().forEach(part -> text.append(JournalLines.part(segment.msn(), told(part))));
        }
        return text.toString();
    }

    /// Deletes what no player can ask for any more.
    private static void sweep(Path directory, @Nullable Found found) throws IOException {
        List<String> wanted = new ArrayList<>(List.of(JOURNAL));
        if (found != null) {
            found.inits().keySet().forEach(epoch -> wanted.add(Names.init(epoch)));
            for (LiveSegment segment : found.segments()) {
                for (int i = 0; i < segment.parts().size(); i++) {
                    wanted.add(Names.part(new Position(segment.msn(), i)));
                }
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!wanted.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
