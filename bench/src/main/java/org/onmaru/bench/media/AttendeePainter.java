package org.onmaru.bench.media;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.onmaru.media.frame.YuvFrame;

/// Draws what a simulated attendee's camera sees: the colour with a little camera noise, the frame code, and a panel
/// of scrolling texture, so that codecs have the work a real picture gives them. The same for the same number.
public final class AttendeePainter {

    /// Luma noise of the body, ± this.
    private static final int NOISE = 3;
    private static final int POOL = 1 << 17;
    /// Side of one square of the texture.
    private static final int GRAIN = 8;
    private static final int TEXTURE_STEP = 3;

    private final Signature signature;
    private final YuvFrame frame;
    private final byte[] noise = new byte[POOL];
    private final byte[] texture;
    private final Area panel;
    private final Random random;

    public AttendeePainter(Signature signature, int width, int height) {
        this.signature = signature;
        this.frame = YuvFrame.allocate(width, height);
        this.panel = panelOf(Area.of(frame));
        this.random = new Random(31L * signature.number() + width);
        for (int i = 0; i < POOL; i++) {
            noise[i] = (byte) (signature.colour().y() + random.nextInt(-NOISE, NOISE + 1));
        }
        this.texture = new byte[1 << 12];
        for (int i = 0; i < texture.length; i++) {
            texture[i] = (byte) random.nextInt(60, 196);
        }
    }

    /// The part of a picture whose mean colour is the signature's.
    public static Area body(Area picture) {
        return picture.part(0.12, 0.46, 0.60, 0.70);
    }

    private static Area panelOf(Area picture) {
        return picture.part(0.68, 0.45, 0.92, 0.72);
    }

    /// The picture with this code; the painter's own, changed by the next call.
    public YuvFrame paint(int code) {
        random.setSeed(code * 7919L + signature.number());
        frame.fill(0, 0, frame.width(), frame.height(), signature.colour());
        for (int row = 0; row < frame.height(); row++) {
            int from = random.nextInt(POOL - frame.width());
            MemorySegment.copy(
                    noise, from, frame.y(), ValueLayout.JAVA_BYTE, (long) row * frame.strideY(), frame.width());
        }
        paintPanel(code * TEXTURE_STEP);
        FrameCode.paint(frame, code);
        return frame;
    }

    private void paintPanel(int shift) {
        for (int row = 0; row < panel.height(); row++) {
            int line = (row + shift) / GRAIN * 61;
            long start = (long) (panel.y() + row) * frame.strideY() + panel.x();
            for (int column = 0; column < panel.width(); column++) {
                int square = line + (column + shift / 2) / GRAIN;
                frame.y().set(ValueLayout.JAVA_BYTE, start + column, texture[square & (texture.length - 1)]);
            }
        }
    }
}
