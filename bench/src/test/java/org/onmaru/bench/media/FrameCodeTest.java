package org.onmaru.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;

class FrameCodeTest {

    @Test
    void everyCodeIsReadBackAtFullSize() {
        var painter = new AttendeePainter(Signature.of(3), 640, 360);
        for (int code = 0; code < FrameGrid.FRAMES; code++) {
            YuvFrame frame = painter.paint(code);
            assertThat(FrameCode.read(frame, Area.of(frame))).hasValue(code);
        }
    }

    @Test
    void everyCodeSurvivesBeingMadeATile() {
        var painter = new AttendeePainter(Signature.of(5), 640, 360);
        YuvFrame programme = YuvFrame.allocate(1280, 720);
        Area tile = new Area(640, 180, 200, 112);
        for (int code = 0; code < FrameGrid.FRAMES; code++) {
            shrink(painter.paint(code), programme, tile);
            assertThat(FrameCode.read(programme, tile)).hasValue(code);
        }
    }

    @Test
    void aPlainPictureHasNoCode() {
        YuvFrame frame = YuvFrame.allocate(640, 360);
        frame.fill(0, 0, 640, 360, new Yuv(120, 100, 150));
        assertThat(FrameCode.read(frame, Area.of(frame))).isEmpty();
    }

    @Test
    void twoFramesMixedHaveNoCode() {
        var painter = new AttendeePainter(Signature.of(1), 640, 360);
        YuvFrame mixed = YuvFrame.allocate(640, 360);
        mixed.paste(painter.paint(0), 0, 0);
        YuvFrame other = painter.paint(7);
        for (int y = 0; y < 360; y += 2) {
            for (int x = 0; x < 640; x += 2) {
                int mean = (mixed.luma(x, y) + other.luma(x, y)) / 2;
                mixed.fill(x, y, 2, 2, new Yuv(mean, 128, 128));
            }
        }
        assertThat(FrameCode.read(mixed, Area.of(mixed))).isEmpty();
    }

    @Test
    void aTileOutsideThePictureHasNoCode() {
        YuvFrame frame = new AttendeePainter(Signature.of(1), 640, 360).paint(9);
        assertThat(FrameCode.read(frame, new Area(600, 300, 640, 360))).isEmpty();
    }

    /// The nearest pixel, the worst scaler there is.
    private static void shrink(YuvFrame from, YuvFrame to, Area tile) {
        for (int y = 0; y < tile.height(); y += 2) {
            for (int x = 0; x < tile.width(); x += 2) {
                int fromX = x * from.width() / tile.width();
                int fromY = y * from.height() / tile.height();
                var colour = new Yuv(from.luma(fromX, fromY), from.blue(fromX, fromY), from.red(fromX, fromY));
                to.fill(tile.x() + x, tile.y() + y, 2, 2, colour);
            }
        }
    }
}
