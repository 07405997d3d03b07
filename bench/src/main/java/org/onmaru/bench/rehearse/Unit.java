package org.onmaru.bench.rehearse;

import org.onmaru.bench.judge.Delays;
import org.onmaru.bench.media.Signature;

/// One simulated attendee and what is known about how it arrives, in the room and in the broadcast.
final class Unit {

    private final String identity;
    private final String title;
    private final Signature signature;
    private volatile Reception room;
    private volatile Reception broadcast;
    private volatile Delays glassToPart = new Delays();

    Unit(String identity, String title, Signature signature) {
        this.identity = identity;
        this.title = title;
        this.signature = signature;
        this.room = new Reception(signature);
        this.broadcast = new Reception(signature);
    }

    /// Forgets what was seen so far: the judging begins.
    void begin() {
        room = new Reception(signature);
        broadcast = new Reception(signature);
        glassToPart = new Delays();
    }

    String identity() {
        return identity;
    }

    String title() {
        return title;
    }

    Signature signature() {
        return signature;
    }

    /// In the room; its delays are from capture to the observer.
    Reception room() {
        return room;
    }

    /// In the broadcast; its delays are from capture to a citizen's screen.
    Reception broadcast() {
        return broadcast;
    }

    /// From capture to the moment the part that holds the frame could be fetched.
    Delays glassToPart() {
        return glassToPart;
    }
}
