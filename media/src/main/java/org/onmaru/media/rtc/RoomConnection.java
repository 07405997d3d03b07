package org.onmaru.media.rtc;

import java.net.URI;
import java.util.List;

/// The studio's seat in a room: receives what it subscribes to, sends nothing.
public final class RoomConnection implements AutoCloseable {

    private final SubscriberRoom room;

    private RoomConnection(SubscriberRoom room) {
        this.room = room;
    }

    /// Enters the room and returns when the SFU has admitted us; nothing is subscribed by itself.
    /// The listener may be called before this returns. Not to be called on the network thread.
    ///
    /// @param url the SFU's address, `ws`, `wss`, `http` or `https`, with an optional path
    public static RoomConnection connect(URI url, String token, RoomListener listener) throws RoomUnreachable {
        SubscriberRoom room = new SubscriberRoom(listener);
        room.enter(url, token, SubscriberRoom.QUERY);
        return new RoomConnection(room);
    }

    /// Who is in the room now, without ourselves.
    public List<RoomParticipant> participants() {
        return room.participants();
    }

    /// Starts or stops receiving a track.
    public void subscribe(String track, boolean on) {
        room.subscribe(track, on);
    }

    /// Asks for the layer that fits a size in pixels; `enabled` false pauses the track without
    /// ending it.
    public void want(String track, int width, int height, boolean enabled) {
        room.want(track, width, height, enabled);
    }

    /// Asks for a key frame; at most two a second are sent.
    public void requestKeyFrame(String track) {
        room.requestKeyFrame(track);
    }

    /// What was met so far. Not to be called on the network thread.
    public RoomCounters counters() {
        return room.counters();
    }

    /// Leaves at once; [RoomListener#closed] follows. May be called on any thread, any number of
    /// times.
    @Override
    public void close() {
        room.leave("we left");
    }
}
