package org.onmaru.media.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.onmaru.media.frame.YuvFrame;

/// The arrays of plane addresses and strides that swscale wants, to use again. Points at memory of others; owns only
/// the arrays, until [#close].
final class Planes implements AutoCloseable {

    private static final int PLANES = 4;

    private final PointerPointer<Pointer> data = new PointerPointer<>(PLANES);
    private final IntPointer strides = new IntPointer(PLANES);
    private final Address address = new Address();

    Planes() {
        for (int plane = 0; plane < PLANES; plane++) {
            data.put(plane, (Pointer) null);
            strides.put(plane, 0);
        }
    }

    /// Points into a picture from an even position on.
    void of(YuvFrame frame, int left, int top) {
        long chroma = (long) (top / 2) * frame.strideC() + left / 2;
        data.put(0, address.at(frame.y(), (long) top * frame.strideY() + left));
        data.put(1, address.at(frame.u(), chroma));
        data.put(2, address.at(frame.v(), chroma));
        strides.put(0, frame.strideY());
        strides.put(1, frame.strideC());
        strides.put(2, frame.strideC());
    }

    /// Points at a decoded frame.
    void of(AVFrame frame) {
        for (int plane = 0; plane < PLANES; plane++) {
            data.put(plane, frame.data(plane));
            strides.put(plane, frame.linesize(plane));
        }
    }

    PointerPointer<Pointer> data() {
        return data;
    }

    IntPointer strides() {
        return strides;
    }

    @Override
    public void close() {
        data.close();
        strides.close();
        address.close();
    }
}
