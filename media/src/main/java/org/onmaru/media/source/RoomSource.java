package org.onmaru.media.source;

import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.compose.PictureSource;
import org.onmaru.media.compose.Voice;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.rtc.RoomListener;
import org.onmaru.media.rtc.RoomParticipant;
import org.onmaru.media.rtc.RoomSpeaker;
import org.onmaru.media.scene.Scene;
import org.onmaru.media.scene.Staging;
import org.onmaru.wire.Stage;

/// One stay in the room, from going on air to going off air: who is here, what they send, decoded and timed.
public final class RoomSource implements RoomListener, PictureSource, AutoCloseable {

    private final LongSupplier nanos;
    private volatile boolean lost;

    /// @param nanos the clock of ticks and arrivals, `System::nanoTime`
    public RoomSource(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Gives the connection this source listens to; until then nothing is subscribed.
    public void attach(TrackControl control) {}

    /// Whom to show where, now; asks the SFU for what it needs. The loop calls it once per tick.
    public Scene scene(Stage stage, long tickNanos) {
        return Staging.stage(stage, List.of(), null);
    }

    /// Every voice of the room.
    public List<Voice> voices() {
        return List.of();
    }

    @Override
    public @Nullable Due due(String track, long tickNanos) {
        return null;
    }

    /// True once the connection said that it is gone: the gate must close.
    public boolean lost() {
        return lost;
    }

    @Override
    public void participants(List<RoomParticipant> all) {}

    @Override
    public void speakers(List<RoomSpeaker> speakers) {}

    @Override
    public void media(AccessUnit unit) {}

    @Override
    public void ended(String track) {}

    @Override
    public void closed(String reason) {
        lost = nanos.getAsLong() != Long.MIN_VALUE;
    }

    /// Drops everything of the room at once: after it no picture and no sample comes out.
    @Override
    public void close() {}
}
