package org.onmaru.media.programme;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.compose.SlidePicture;
import org.onmaru.wire.Event;
import org.onmaru.wire.Slide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the slide that is on the stage, fetched on a thread of its own; until the next one is there the one before
/// stays. Taken off, everything of it is unreachable at once, and one that is still under way is dropped when it comes.
final class SlideKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(SlideKeeper.class);
    private static final int TRIES = 5;
    private static final long PAUSE_MS = 300;

    private final SlideDoor door;
    private @Nullable Order order;
    private volatile @Nullable SlidePicture current;
    private volatile Event.@Nullable Problem problem;

    SlideKeeper(SlideDoor door) {
        this.door = door;
    }

    /// One time of being told to show something; two are never the same.
    private static final class Order {
        private final Slide slide;
        private @Nullable Thread thread;

        private Order(Slide slide) {
            this.slide = slide;
        }
    }

    /// Shows a slide as soon as it is here.
    synchronized void show(Slide slide) {
        forget();
        var now = new Order(slide);
        order = now;
        now.thread = Thread.ofVirtual().name("slide").start(() -> fetch(now));
    }

    /// No slide from now on.
    synchronized void takeOff() {
        forget();
        order = null;
        current = null;
        problem = null;
    }

    private void forget() {
        var before = order;
        if (before != null && before.thread != null) {
            before.thread.interrupt();
        }
    }

    /// What stands in the large place; null without a slide.
    @Nullable
    SlidePicture current() {
        return current;
    }

    /// Why there is no slide although there should be; null when there is nothing to tell.
    Event.@Nullable Problem problem() {
        return problem;
    }

    private void fetch(Order wanted) {
        try {
            for (int tried = 1; !fetched(wanted); tried++) {
                if (tried == TRIES) {
                    missing(wanted);
                    return;
                }
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean fetched(Order wanted) throws InterruptedException {
        try {
            arrived(wanted, SlidePicture.decode(door.fetch(wanted.slide)));
            return true;
        } catch (IOException e) {
            LOG.info("a slide cannot be fetched: {}", e.toString());
            return false;
        }
    }

    private synchronized void arrived(Order wanted, SlidePicture picture) {
        if (wanted.equals(order)) {
            current = picture;
            problem = null;
        }
    }

    /// Nobody may believe that an old page is the new one.
    private synchronized void missing(Order wanted) {
        if (wanted.equals(order)) {
            current = null;
            problem = Problems.slideMissing();
        }
    }
}
