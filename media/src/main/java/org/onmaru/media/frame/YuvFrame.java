package org.onmaru.media.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A picture in I420 (8 bit, 4:2:0, BT.709 limited range) in native memory, so that FFmpeg reads and writes it in
/// place. Mutable and not thread-safe: whoever holds it owns it. The memory belongs to the garbage collector; frames
/// that come thirty times a second are taken from a [FramePool].
public final class YuvFrame {

    /// Rows start at multiples of this many bytes: FFmpeg's vector code likes it.
    private static final int ALIGN = 64;

    private final int width;
    private final int height;
    private final int strideY;
    private final int strideC;
    private final MemorySegment y;
    private final MemorySegment u;
    private final MemorySegment v;

    private YuvFrame(int width, int height) {
        this.width = width;
        this.height = height;
        this.strideY = aligned(width);
        this.strideC = aligned(chromaWidth());
        long sizeY = (long) strideY * height;
        long sizeC = (long) strideC * chromaHeight();
        // The tail lets vector code read and write a little past the last row.
        MemorySegment all = Arena.ofAuto().allocate(sizeY + 2 * sizeC + ALIGN, ALIGN);
        this.y = all.asSlice(0, sizeY);
        this.u = all.asSlice(sizeY, sizeC);
        this.v = all.asSlice(sizeY + sizeC, sizeC);
    }

    /// A frame of undefined content.
    ///
    /// @throws IllegalArgumentException for sizes below 1 or above 8192
    public static YuvFrame allocate(int width, int height) {
        if (width < 1 || height < 1 || width > 8192 || height > 8192) {
            throw new IllegalArgumentException("picture of " + width + "x" + height);
        }
        return new YuvFrame(width, height);
    }

    private static int aligned(int bytes) {
        return (bytes + ALIGN - 1) / ALIGN * ALIGN;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Columns of the two colour planes.
    public int chromaWidth() {
        return (width + 1) / 2;
    }

    /// Rows of the two colour planes.
    public int chromaHeight() {
        return (height + 1) / 2;
    }

    /// Bytes from one luma row to the next.
    public int strideY() {
        return strideY;
    }

    /// Bytes from one chroma row to the next.
    public int strideC() {
        return strideC;
    }

    public MemorySegment y() {
        return y;
    }

    public MemorySegment u() {
        return u;
    }

    public MemorySegment v() {
        return v;
    }

    /// Luma of one pixel, 0 to 255.
    public int luma(int px, int py) {
        return y.get(ValueLayout.JAVA_BYTE, (long) py * strideY + px) & 0xff;
    }

    /// Blue-difference chroma at one luma position.
    public int blue(int px, int py) {
        return u.get(ValueLayout.JAVA_BYTE, (long) (py / 2) * strideC + px / 2) & 0xff;
    }

    /// Red-difference chroma at one luma position.
    public int red(int px, int py) {
        return v.get(ValueLayout.JAVA_BYTE, (long) (py / 2) * strideC + px / 2) & 0xff;
    }

    /// Fills a rectangle; coordinates and sizes are even and inside.
    public void fill(int left, int top, int columns, int rows, Yuv colour) {
        fillPlane(y, strideY, left, top, columns, rows, colour.y());
        fillPlane(u, strideC, left / 2, top / 2, columns / 2, rows / 2, colour.u());
        fillPlane(v, strideC, left / 2, top / 2, columns / 2, rows / 2, colour.v());
    }

    /// Copies the whole of `from` to an even position; it must fit.
    public void paste(YuvFrame from, int left, int top) {
        copyPlane(from.y, from.strideY, y, strideY, left, top, from.width, from.height);
        copyPlane(from.u, from.strideC, u, strideC, left / 2, top / 2, from.chromaWidth(), from.chromaHeight());
        copyPlane(from.v, from.strideC, v, strideC, left / 2, top / 2, from.chromaWidth(), from.chromaHeight());
    }

    private static void fillPlane(
            MemorySegment plane, int stride, int left, int top, int columns, int rows, int value) {
        for (int row = top; row < top + rows; row++) {
            plane.asSlice((long) row * stride + left, columns).fill((byte) value);
        }
    }

    private static void copyPlane(
            MemorySegment from,
            int fromStride,
            MemorySegment to,
            int toStride,
            int left,
            int top,
            int columns,
            int rows) {
        for (int row = 0; row < rows; row++) {
            MemorySegment.copy(from, (long) row * fromStride, to, (long) (top + row) * toStride + left, columns);
        }
    }
}
