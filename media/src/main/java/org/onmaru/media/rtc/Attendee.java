package org.onmaru.media.rtc;

import java.net.URI;
import java.util.List;

/// Somebody in the room who publishes a camera and a microphone from frames that are encoded already.
public final class Attendee implements AutoCloseable {

    /// One simulcast layer of the camera, smallest first.
    ///
    /// @param rid `q`, `h` or `f`
    public record Layer(String rid, int width, int height, int bitsPerSecond) {}

    private Attendee() {}

    /// Enters the room and returns when the SFU has admitted us; nothing is published yet.
    public static Attendee connect(URI url, String token) throws RoomUnreachable {
        return connect(url, token, AttendeeListener.NONE);
    }

    /// Enters the room and returns when the SFU has admitted us; nothing is published yet.
    public static Attendee connect(URI url, String token, AttendeeListener listener) throws RoomUnreachable {
        throw new RoomUnreachable("not yet: " + url);
    }

    public String identity() {
        return "";
    }

    /// Publishes a VP8 camera of one to three layers and returns when media flows; once per attendee.
    public void publishCamera(List<Layer> layers) throws RoomUnreachable {}

    /// Publishes an Opus microphone and returns when media flows; once per attendee.
    public void publishMicrophone() throws RoomUnreachable {}

    /// Sends a frame captured now.
    public void sendVideo(int layer, byte[] vp8Frame, boolean key, long rtpTimestamp) {}

    /// Sends one VP8 frame; dropped while muted, closed, or before the first key frame of the layer.
    ///
    /// @param rtpTimestamp in 1/90000 s, one line for all layers; its low 32 bits go on the wire
    /// @param captureUnixNanos when it was captured; sender reports tell the room
    public void sendVideo(int layer, byte[] vp8Frame, boolean key, long rtpTimestamp, long captureUnixNanos) {}

    /// Sends a packet captured now, at a speaking level.
    public void sendAudio(byte[] opus, long rtpTimestamp) {}

    /// Sends one Opus packet; dropped while muted or closed.
    ///
    /// @param rtpTimestamp in 1/48000 s
    /// @param level 0 loudest to 127 silent, in −dBov; the room finds its speakers by it
    public void sendAudio(byte[] opus, long rtpTimestamp, long captureUnixNanos, int level) {}

    public void muteCamera(boolean muted) {}

    public void muteMicrophone(boolean muted) {}

    public boolean isOpen() {
        return false;
    }

    /// Leaves at once; [AttendeeListener#closed] follows. May be called on any thread, any number of times.
    @Override
    public void close() {}
}
