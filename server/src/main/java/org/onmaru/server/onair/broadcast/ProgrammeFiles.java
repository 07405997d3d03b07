package org.onmaru.server.onair.broadcast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.process.SupervisedProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What programmes leave on disk, one directory each.
@Component
public class ProgrammeFiles {

    /// Marks the directory of a rehearsal, so that its files are known as such when its meeting is gone.
    static final String REHEARSAL = "rehearsal";

    private static final Logger log = LoggerFactory.getLogger(ProgrammeFiles.class);

    private final StudioCommand command;
    private final Wishes wishes;
    private final Studios studios;

    ProgrammeFiles(StudioCommand command, Wishes wishes, Studios studios) {
        this.command = command;
        this.wishes = wishes;
        this.studios = studios;
    }

    public Path directory(MeetingId meeting) {
        return command.directory(meeting);
    }

    /// Programmes that have a directory.
    public List<MeetingId> all() throws IOException {
        Path root = command.root();
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(root)) {
            return directories.flatMap(one -> id(one).stream()).toList();
        }
    }

    /// True while a studio of this server may still write there.
    public boolean inUse(MeetingId meeting) {
        return studios.carries(meeting);
    }

    public boolean rehearsal(MeetingId meeting) {
        return Files.exists(directory(meeting).resolve(REHEARSAL));
    }

    /// True when something was recorded, finished or not.
    public boolean recorded(MeetingId meeting) throws IOException {
        Path directory = directory(meeting);
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .anyMatch(name -> name.startsWith("recording") && name.endsWith(".mp4"));
        }
    }

    /// Lets a studio finish the recording that a crash left in pieces. Waits for it.
    public boolean finish(MeetingId meeting, Duration atMost) throws InterruptedException {
        AtomicInteger code = new AtomicInteger(-1);
        try (SupervisedProcess process =
                new SupervisedProcess("studio-finish", () -> command.finish(meeting), new Finish(meeting, code))) {
            process.letEnd();
            process.start();
            return process.awaitEnd(atMost) && code.get() == 0;
        }
    }

    /// Removes the live stream's files; the recording stays.
    public void dropLive(MeetingId meeting) throws IOException {
        delete(directory(meeting).resolve("live"));
    }

    /// Removes everything of a programme, on disk and in the gate's log.
    public void dropAll(MeetingId meeting) throws IOException {
        delete(directory(meeting));
        wishes.forget(meeting);
    }

    private record Finish(MeetingId meeting, AtomicInteger code) implements SupervisedProcess.Observer {
        @Override
        public void started(long pid) {
            log.info("finishing the recording of {}", meeting.value());
        }

        @Override
        public void exited(int with, boolean again) {
            code.set(with);
        }

        @Override
        public void failed(Exception why) {
            log.error("the recording of {} could not be finished: {}", meeting.value(), why.toString());
        }

        @Override
        public void ended() {
            // whoever waits for the process sees it
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Optional<MeetingId> id(Path directory) {
        try {
            return Optional.of(new MeetingId(UUID.fromString(String.valueOf(directory.getFileName()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
