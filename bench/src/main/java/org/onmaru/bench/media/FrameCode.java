package org.onmaru.bench.media;

import java.util.OptionalInt;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;

/// The frame number burnt into a picture as a row of blocks: white, black, eight bits from the lowest, odd parity.
/// The row lies away from the edges, where tiles may be cropped or badged, and from the name plate at the bottom.
public final class FrameCode {

    private static final double LEFT = 0.10;
    private static final double RIGHT = 0.90;
    private static final double TOP = 0.20;
    private static final double BOTTOM = 0.38;
    private static final int BITS = 8;
    private static final int BLOCKS = BITS + 3;
    private static final Yuv WHITE = new Yuv(235, 128, 128);
    private static final Yuv BLACK = new Yuv(16, 128, 128);

    /// White and black closer than this cannot be read.
    private static final double LEAST_CONTRAST = 60;
    /// A block between these shares of the way from black to white is neither.
    private static final double DARK = 0.35;
    private static final double BRIGHT = 0.65;

    private FrameCode() {}

    /// Paints the code over the whole frame's code row.
    ///
    /// @param code 0 to 249
    public static void paint(YuvFrame frame, int code) {
        for (int block = 0; block < BLOCKS; block++) {
            Area area = block(Area.of(frame), block);
            int left = even(area.x());
            int top = even(area.y());
            int columns = even(area.x() + area.width()) - left;
            int rows = even(area.y() + area.height()) - top;
            frame.fill(left, top, columns, rows, bright(code, block) ? WHITE : BLACK);
        }
    }

    /// Reads the code of the picture that fills `tile`; empty when there is none that is certain.
    public static OptionalInt read(YuvFrame frame, Area tile) {
        if (!tile.inside(frame)) {
            return OptionalInt.empty();
        }
        double white = level(frame, tile, 0);
        double black = level(frame, tile, 1);
        if (white - black < LEAST_CONTRAST) {
            return OptionalInt.empty();
        }
        int code = 0;
        for (int block = 2; block < BLOCKS; block++) {
            double share = (level(frame, tile, block) - black) / (white - black);
            if (share > DARK && share < BRIGHT) {
                return OptionalInt.empty();
            }
            code |= (share >= BRIGHT ? 1 : 0) << (block - 2);
        }
        boolean odd = Integer.bitCount(code) % 2 == 1;
        int number = code & 0xff;
        return odd && number < FrameGrid.FRAMES ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static boolean bright(int code, int block) {
        return switch (block) {
            case 0 -> true;
            case 1 -> false;
            case BLOCKS - 1 -> Integer.bitCount(code) % 2 == 0;
            default -> (code >> (block - 2) & 1) == 1;
        };
    }

    private static double level(YuvFrame frame, Area tile, int block) {
        return block(tile, block).middle(0.4).luma(frame);
    }

    private static Area block(Area tile, int block) {
        double width = (RIGHT - LEFT) / BLOCKS;
        return tile.part(LEFT + block * width, TOP, LEFT + (block + 1) * width, BOTTOM);
    }

    private static int even(int value) {
        return value & ~1;
    }
}
