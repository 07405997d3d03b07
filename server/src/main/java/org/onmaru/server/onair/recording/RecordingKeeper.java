package org.onmaru.server.onair.recording;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.broadcast.ProgrammeEnded;
import org.onmaru.server.onair.broadcast.ProgrammeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Takes finished recordings into the list, finishes those that were left in pieces, and lets rehearsals vanish. Pieces
/// are kept and tried again until they are one file: after a crash, when the disk had no room to join them, when the
/// meeting was adjourned before a studio had begun again.
///
/// One thread does all of it, one recording at a time: finishing is heavy on the disk.
@Component
class RecordingKeeper {

    private static final Logger log = LoggerFactory.getLogger(RecordingKeeper.class);
    private static final String FINISHED = "recording.mp4";
    private static final int REHEARSALS_EVERY_MINUTES = 1;

    private final ProgrammeFiles files;
    private final KeptRecordings kept;
    private final Meetings meetings;
    private final RecordingSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("recording").daemon(true).factory());

    RecordingKeeper(
            ProgrammeFiles files, KeptRecordings kept, Meetings meetings, RecordingSettings settings, Clock clock) {
        this.files = files;
        this.kept = kept;
        this.meetings = meetings;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(ProgrammeEnded ended) {
        run(() -> take(ended));
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Future<?> _ = worker.scheduleWithFixedDelay(
                () -> guarded(this::takeUp), 0, settings.tryAgain().toMillis(), TimeUnit.MILLISECONDS);
        Future<?> _ = worker.scheduleWithFixedDelay(
                () -> guarded(this::dropOldRehearsals),
                REHEARSALS_EVERY_MINUTES,
                REHEARSALS_EVERY_MINUTES,
                TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void run(Work work) {
        try {
            worker.execute(() -> guarded(work));
        } catch (RejectedExecutionException e) {
            log.debug("the server stops; the recording is taken in at the next start");
        }
    }

    private static void guarded(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | DataAccessException e) {
            log.error("a recording could not be taken in; trying again", e);
        } catch (RuntimeException e) {
            log.error("a recording could not be taken in", e);
        }
    }

    private void take(ProgrammeEnded ended) throws IOException, InterruptedException {
        MeetingId meeting = ended.meeting();
        ProgrammeEnded.Finished finished = ended.recording();
        if (files.rehearsal(meeting) && settings.rehearsalKeep().isZero()) {
            files.dropAll(meeting);
        } else if (finished != null && !finished.file().isEmpty()) {
            keep(meeting, finished.file(), finished.durationMs(), finished.bytes());
        } else {
            finish(meeting); // nothing was recorded, or it could not be made one file
        }
    }

    /// What an earlier server, or an earlier try, could not do. One that still cannot be done does not hold up the
    /// others.
    private void takeUp() throws IOException {
        List<MeetingId> all = files.all();
        Map<MeetingId, Recording> done = kept.of(all);
        all.stream().filter(one -> !done.containsKey(one)).forEach(one -> guarded(() -> takeUp(one)));
    }

    private void takeUp(MeetingId meeting) throws IOException, InterruptedException {
        if (files.inUse(meeting)) {
            return;
        }
        MeetingState state = meetings.find(meeting).map(MeetingView::state).orElse(null);
        boolean over = state != MeetingState.OPEN && state != MeetingState.IN_SESSION;
        if (over && vanishes(meeting, state)) {
            files.dropAll(meeting);
        } else if (state == MeetingState.ADJOURNED && files.recorded(meeting)) {
            finish(meeting);
        }
    }

    private boolean vanishes(MeetingId meeting, @Nullable MeetingState state) {
        return files.rehearsal(meeting) && (settings.rehearsalKeep().isZero() || state != MeetingState.ADJOURNED);
    }

    private void finish(MeetingId meeting) throws IOException, InterruptedException {
        if (!files.recorded(meeting)) {
            files.dropLive(meeting);
            return;
        }
        if (!files.finish(meeting, settings.finishLimit())) {
            log.error(
                    "the recording of {} could not be finished; its pieces are kept and it is tried again in {} s",
                    meeting.value(),
                    settings.tryAgain().toSeconds());
            return;
        }
        Path file = files.directory(meeting).resolve(FINISHED);
        if (Files.exists(file)) {
            keep(meeting, FINISHED, Mp4Length.millis(file), Files.size(file));
        } else {
            files.dropLive(meeting);
        }
    }

    private void keep(MeetingId meeting, String file, long durationMs, long bytes) throws IOException {
        kept.keep(
                new Recording(meeting, file, durationMs, bytes, files.rehearsal(meeting), clock.instant()),
                Stretches.read(files.directory(meeting)));
        files.dropLive(meeting);
        log.info("recording of {}: {} s, {} MB", meeting.value(), durationMs / 1000, bytes >> 20);
    }

    private void dropOldRehearsals() throws IOException {
        for (Recording one : kept.rehearsals()) {
            if (one.finishedAt().plus(settings.rehearsalKeep()).isBefore(clock.instant())) {
                files.dropAll(one.meeting());
                kept.forget(one.meeting());
            }
        }
    }
}
