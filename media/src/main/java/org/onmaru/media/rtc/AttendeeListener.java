package org.onmaru.media.rtc;

/// What the room tells an attendee. All calls come on the network thread and must return within a
/// millisecond.
public interface AttendeeListener {

    /// Tells nobody.
    AttendeeListener NONE = new AttendeeListener() {};

    /// A subscriber cannot decode and asks for a key frame of this camera layer.
    ///
    /// @param layer index in the list given to [Attendee#publishCamera]
    default void keyFrameRequested(int layer) {}

    /// The room muted or unmuted what the attendee publishes.
    default void muted(RoomParticipant.Source source, boolean muted) {}

    /// The connection is lost or was ended; nothing comes after this.
    default void closed(String reason) {}
}
