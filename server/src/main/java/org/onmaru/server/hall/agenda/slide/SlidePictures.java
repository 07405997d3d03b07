package org.onmaru.server.hall.agenda.slide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.onmaru.server.city.attachment.Attachment;
import org.onmaru.server.city.attachment.FileType;
import org.onmaru.server.hall.agenda.slide.draw.DrawOrder;
import org.onmaru.server.hall.agenda.slide.draw.Drawn;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// Drawn pages: each is drawn once, however many ask for it at the same time, and kept while there is room.
@Component
class SlidePictures {

    private final SlideWorkshop workshop;
    private final SlideSettings settings;
    private final LinkedHashMap<Key, CompletableFuture<Drawn.Page>> pages = new LinkedHashMap<>(64, 0.75f, true);

    SlidePictures(SlideWorkshop workshop, SlideSettings settings) {
        this.workshop = workshop;
        this.settings = settings;
    }

    private record Key(UUID attachment, int page, SlideSize size) {}

    /// Whether files of this kind can be shown.
    static boolean shows(FileType type) {
        return switch (type) {
            case PDF, PNG, JPEG, WEBP -> true;
            case HWPX -> false;
        };
    }

    /// @param page from 1
    /// @throws Problem when it cannot be drawn
    Drawn.Page of(Attachment attachment, Path file, int page, SlideSize size) {
        var key = new Key(attachment.id(), page, size);
        var mine = new CompletableFuture<Drawn.Page>();
        CompletableFuture<Drawn.Page> there;
        synchronized (pages) {
            there = pages.putIfAbsent(key, mine);
        }
        if (there != null) {
            return waited(there);
        }
        try {
            mine.complete(drawn(attachment, new DrawOrder(file, kind(attachment), page, size.width(), size.height())));
        } catch (Problem refused) {
            mine.completeExceptionally(refused);
        } catch (IOException | RuntimeException failed) {
            mine.completeExceptionally(failed);
        }
        tidy(key, mine);
        return waited(mine);
    }

    private static Drawn.Page waited(CompletableFuture<Drawn.Page> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case Problem refused -> throw refused;
                case IOException failed -> throw new UncheckedIOException(failed);
                case null, default -> throw e;
            }
        }
    }

    private Drawn.Page drawn(Attachment attachment, DrawOrder order) throws IOException {
        return switch (workshop.draw(order)) {
            case SlideWorkshop.Outcome.Done(Drawn.Page page) -> page;
            case SlideWorkshop.Outcome.Done(Drawn.Refused refused) -> throw SlideProblems.refused(attachment, refused);
            case SlideWorkshop.Outcome.TooSlow() -> throw SlideProblems.tooSlow(settings.time());
            case SlideWorkshop.Outcome.TooHeavy() -> throw SlideProblems.tooHeavy();
            case SlideWorkshop.Outcome.Busy() -> throw SlideProblems.busy();
        };
    }

    private static DrawOrder.Kind kind(Attachment attachment) {
        return switch (attachment.type()) {
            case PDF -> DrawOrder.Kind.PDF;
            case PNG -> DrawOrder.Kind.PNG;
            case JPEG -> DrawOrder.Kind.JPEG;
            case WEBP -> DrawOrder.Kind.WEBP;
            case HWPX -> throw SlideProblems.hwpx();
        };
    }

    /// What failed may be tried again; of the rest what was not asked for longest goes first.
    private void tidy(Key key, CompletableFuture<Drawn.Page> mine) {
        synchronized (pages) {
            if (mine.isCompletedExceptionally()) {
                pages.remove(key);
                return;
            }
            long room = settings.kept().toBytes();
            for (var page : pages.values()) {
                room -= bytes(page);
            }
            for (var each = pages.values().iterator(); room < 0 && each.hasNext(); ) {
                var page = each.next();
                if (page.isDone()) {
                    room += bytes(page);
                    each.remove();
                }
            }
        }
    }

    private static long bytes(CompletableFuture<Drawn.Page> page) {
        return page.state() == java.util.concurrent.Future.State.SUCCESS
                ? page.resultNow().png().length
                : 0;
    }
}
