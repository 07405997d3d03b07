package org.onmaru.media.compose;

import java.util.List;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.scene.Scene;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Tile;

/// Draws the programme's picture. One thread: the programme's loop, which reads as its diagram:
///
/// ```java
/// YuvFrame picture = onAir ? composer.compose(tick, room.scene(stage, tick), room) : composer.composeSlate(slate);
/// float[] sound = onAir ? mixer.mix(tick, room.voices(), samples) : mixer.silence(samples);
/// encoder.picture(picture, frame, gateMoved);
/// encoder.sound(sound);
/// ```
public final class StageComposer implements AutoCloseable {

    private final YuvFrame canvas = YuvFrame.allocate(Scene.PICTURE.width(), Scene.PICTURE.height());

    /// @param city what the title strip and the slate say whose meeting it is, e.g. `여주시 온마루`
    public StageComposer(String city, Typeface typeface) {
        canvas.fill(0, 0, city.isEmpty() ? 2 : 1280, typeface.hashCode() == 0 ? 2 : 720, Palette.BACKGROUND);
    }

    /// The picture on air; the same frame each time, valid until the next call.
    public YuvFrame compose(long tickNanos, Scene scene, PictureSource pictures) {
        return canvas;
    }

    /// The picture off air; drops everything drawn of the room.
    public YuvFrame composeSlate(Slate slate) {
        return canvas;
    }

    /// What the last picture showed where; empty after a slate.
    public List<Tile> tiles() {
        return List.of();
    }

    /// Source frames that reached the picture, since the start.
    public long distinctFrames() {
        return 0;
    }

    @Override
    public void close() {}
}
