package org.onmaru.media.source;

/// What [RoomSource] asks of the room's connection. Calls return at once and come from the programme's loop or a
/// decoding thread.
public interface TrackControl {

    /// Asks for a track, or no longer.
    void subscribe(String track, boolean on);

    /// Says how large a track is shown, so that the SFU picks the layer.
    ///
    /// @param enabled false stops the track's packets while it stays subscribed
    void want(String track, int width, int height, boolean enabled);

    /// Asks the sender for a frame that decodes alone.
    void requestKeyFrame(String track);
}
