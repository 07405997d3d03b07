package org.onmaru.server.open.archive;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.open.archive.index.ArchiveIndex;
import org.onmaru.server.open.archive.index.Standing;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.settings.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Keeps this server's index equal to the database. The index is a copy: one that is missing, broken, of another
/// version or of another database is made anew, and until then whoever searches is told so. It is written by one
/// thread, reads
/// on when something changed, and looks every few seconds for what other servers changed.
@Component
class ArchiveKeeper {

    private static final Logger log = LoggerFactory.getLogger(ArchiveKeeper.class);
    private static final int TOLD_EVERY_DAYS = 500;
    private static final int CLOSING_SECONDS = 20;

    private final DayReader reader;
    private final Meetings meetings;
    private final ChangeLog changes;
    private final Path directory;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("archive").daemon(true).factory());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean closing;

    /// Searched by everybody; null while it is being made.
    private volatile @Nullable ArchiveIndex ready;

    // Of the worker.
    private @Nullable ArchiveIndex index;
    private Standing standing = new Standing("", "0");
    private boolean written;

    @Autowired
    ArchiveKeeper(DayReader reader, Meetings meetings, ChangeLog changes, DataDirectory data) {
        this(reader, meetings, changes, data.path().resolve("archive"));
    }

    ArchiveKeeper(DayReader reader, Meetings meetings, ChangeLog changes, Path directory) {
        this.reader = reader;
        this.meetings = meetings;
        this.changes = changes;
        this.directory = directory;
    }

    /// @throws Problem while it is being made
    ArchiveIndex index() {
        var now = ready;
        if (now == null) {
            throw preparing();
        }
        return now;
    }

    static Problem preparing() {
        return Problem.unavailable(
                "archive-preparing",
                "기록 색인을 만드는 중입니다. 잠시 뒤 다시 검색해 주세요.",
                "The archive's index is being made. Please search again in a moment.");
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        readOn();
    }

    /// What other servers changed, and what could not be read before.
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void look() {
        run(() -> {
            readAll();
            commit();
        });
    }

    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT24H")
    void forgetOld() {
        changes.forgetOld();
    }

    /// Something changed. Returns at once; many changes are read together.
    void readOn() {
        if (waiting.compareAndSet(false, true)) {
            run(() -> {
                waiting.set(false);
                readAll();
            });
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void run(Work work) {
        try {
            worker.execute(() -> guarded(work));
        } catch (RejectedExecutionException e) {
            log.debug("the server stops; what changed is read at the next start");
        }
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("the archive reads on later, the database does not answer: {}", e.getMessage());
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            log.warn("the archive's index cannot be written and is opened again: {}", e.toString());
            letGo();
        } catch (RuntimeException e) {
            log.error("the archive could not be brought up to date", e);
        }
    }

    private void readAll() throws IOException {
        if (closing) {
            return;
        }
        var open = index;
        if (open == null) {
            open = opened();
            index = open;
        }
        var news = changes.since(standing.seen());
        if (!news.named().isEmpty() || !news.days().isEmpty()) {
            for (var series : news.named()) {
                for (var day : days()) {
                    if (day.series().equals(series)) {
                        open.replace(day.titles(), reader.titles(day));
                    }
                }
            }
            for (var day : news.days()) {
                read(open, day);
            }
            open.refresh();
            written = true;
        }
        standing = new Standing(standing.database(), news.seen());
        ready = open;
    }

    private ArchiveIndex opened() throws IOException {
        var usable = usable();
        return usable == null ? made() : usable;
    }

    /// What is there, when it can be read on; null when it has to be made anew.
    private @Nullable ArchiveIndex usable() throws IOException {
        ArchiveIndex found;
        try {
            found = ArchiveIndex.open(directory);
        } catch (IOException | RuntimeException e) {
            log.warn("the archive's index cannot be read and is made anew: {}", e.toString());
            return null;
        }
        try {
            var before = found.standing().filter(changes::reaches);
            if (before.isPresent()) {
                standing = before.get();
                return found;
            }
        } catch (RuntimeException e) {
            found.close();
            throw e;
        }
        found.close();
        return null;
    }

    /// Of everything there is. What changes meanwhile is read afterwards.
    private ArchiveIndex made() throws IOException {
        ArchiveIndex.forget(directory);
        var made = ArchiveIndex.open(directory);
        try {
            standing = changes.now();
            var days = days();
            int read = 0;
            for (var day : days) {
                if (closing) {
                    throw new IOException("the server stops");
                }
                read(made, day);
                if (++read % TOLD_EVERY_DAYS == 0) {
                    log.info("the archive's index: {} of {} days", read, days.size());
                }
            }
            made.refresh();
            made.commit(standing);
            log.info("the archive's index was made: {} days, {} passages", days.size(), made.size());
            return made;
        } catch (IOException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    private void read(ArchiveIndex into, Day day) throws IOException {
        into.replace(day.titles(), reader.titles(day));
        into.replace(day.contents(), reader.contents(day));
    }

    private Collection<Day> days() {
        return DayReader.days(meetings.between(LocalDate.EPOCH, LocalDate.EPOCH.plusYears(200)))
                .toList();
    }

    private void commit() throws IOException {
        var open = index;
        if (open != null && written) {
            open.commit(standing);
            written = false;
        }
    }

    private void letGo() {
        ready = null;
        var open = index;
        index = null;
        written = false;
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException e) {
                log.debug("closing a broken index", e);
            }
        }
    }

    /// Puts on the disk what was read, so that the next start reads on from here.
    @PreDestroy
    void stop() throws InterruptedException {
        closing = true;
        run(() -> {
            commit();
            letGo();
        });
        worker.shutdown();
        if (!worker.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            log.warn("the archive's index was not closed in time; it is read on from its last commit");
        }
    }
}
