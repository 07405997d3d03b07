package org.onmaru.bench.rehearse;

import java.util.OptionalInt;
import org.onmaru.bench.judge.Delays;
import org.onmaru.bench.judge.Eye;
import org.onmaru.bench.media.FrameGrid;
import org.onmaru.bench.media.Signature;

/// How one attendee's picture and sound arrive at one place. Safe from any thread.
final class Reception {

    /// Of all pictures and windows of sound, this share must be right.
    private static final double RIGHT_SHARE = 0.9;
    /// Fewer new pictures a second than this is no moving picture.
    private static final double LEAST_FRAMES_PER_SECOND = 10;

    private final Signature signature;
    private final Delays delays = new Delays();
    private int pictures;
    private int rightPictures;
    private int newPictures;
    private int windows;
    private int rightWindows;
    private OptionalInt lastCode = OptionalInt.empty();

    Reception(Signature signature) {
        this.signature = signature;
    }

    /// Takes what was seen where this attendee should be.
    ///
    /// @return true when it is this attendee
    synchronized boolean sees(Eye.Sight sight) {
        pictures++;
        if (!sight.shows(signature)) {
            return false;
        }
        rightPictures++;
        if (lastCode.isPresent()) {
            int steps = FrameGrid.steps(lastCode.getAsInt(), sight.code().getAsInt());
            newPictures += steps > 0 && steps < FrameGrid.FRAMES / 2 ? 1 : 0;
        }
        lastCode = sight.code();
        return true;
    }

    /// Takes how old a right picture was, milliseconds.
    void delayed(double milliseconds) {
        delays.add(milliseconds);
    }

    /// Takes whether this attendee was heard in a window of sound.
    synchronized void hears(boolean heard) {
        windows++;
        rightWindows += heard ? 1 : 0;
    }

    /// True when picture and sound were right at least once.
    synchronized boolean begun() {
        return newPictures > 0 && rightWindows > 0;
    }

    /// New pictures a second.
    synchronized double framesPerSecond(double seconds) {
        return newPictures / seconds;
    }

    synchronized boolean pictureArrived(double seconds) {
        return pictures > 0
                && rightPictures >= RIGHT_SHARE * pictures
                && newPictures / seconds >= LEAST_FRAMES_PER_SECOND;
    }

    synchronized boolean soundArrived() {
        return windows > 0 && rightWindows >= RIGHT_SHARE * windows;
    }

    Delays delays() {
        return delays;
    }
}
