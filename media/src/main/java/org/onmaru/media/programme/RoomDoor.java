package org.onmaru.media.programme;

import java.io.IOException;
import java.net.URI;
import org.onmaru.media.rtc.RoomConnection;
import org.onmaru.media.rtc.RoomListener;
import org.onmaru.media.source.TrackControl;

/// How a programme enters a room; a test puts another in its place.
public interface RoomDoor {

    /// Enters; blocks until joined.
    ///
    /// @throws IOException when the room cannot be entered
    Entered enter(RoomAccess access, RoomListener listener) throws IOException;

    /// A room entered.
    interface Entered extends TrackControl, AutoCloseable {
        @Override
        void close();
    }

    /// The SFU's door.
    static RoomDoor sfu() {
        return (access, listener) -> new SfuRoom(connect(access.url(), access.token(), listener));
    }

    private static RoomConnection connect(URI url, String token, RoomListener listener) throws IOException {
        return RoomConnection.connect(url, token, listener);
    }

    /// A connection as the source uses it.
    record SfuRoom(RoomConnection connection) implements Entered {
        @Override
        public void subscribe(String track, boolean on) {
            connection.subscribe(track, on);
        }

        @Override
        public void want(String track, int width, int height, boolean enabled) {
            connection.want(track, width, height, enabled);
        }

        @Override
        public void requestKeyFrame(String track) {
            connection.requestKeyFrame(track);
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
