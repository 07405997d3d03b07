package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FAST_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.lang.ref.Reference;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.YuvFrame;

/// Scales a part of a picture to the whole of another; keeps its native context while sizes stay. Bilinear, or by area
/// when it shrinks below half, where bilinear would shimmer. Owns the context until [#close]; one thread at a time.
public final class Scaler implements AutoCloseable {

    private final Planes source = new Planes();
    private final Planes target = new Planes();
    private @Nullable SwsContext context;

    /// @param left even
    /// @param top even
    /// @param width columns of `from` to take, from `left` on
    /// @param height rows of `from` to take, from `top` on
    public void scale(YuvFrame from, int left, int top, int width, int height, YuvFrame to) {
        int shrinks = Math.max(width / to.width(), height / to.height());
        SwsContext ready = FfmpegException.present(
                "scaler",
                sws_getCachedContext(
                        context,
                        width,
                        height,
                        AV_PIX_FMT_YUV420P,
                        to.width(),
                        to.height(),
                        AV_PIX_FMT_YUV420P,
                        shrinks >= 2 ? SWS_AREA : SWS_FAST_BILINEAR,
                        null,
                        null,
                        (DoublePointer) null));
        context = ready;
        source.of(from, left, top);
        target.of(to, 0, 0);
        try {
            FfmpegException.check(
                    "scale",
                    sws_scale(ready, source.data(), source.strides(), 0, height, target.data(), target.strides()));
        } finally {
            Reference.reachabilityFence(from);
            Reference.reachabilityFence(to);
        }
    }

    @Override
    public void close() {
        sws_freeContext(context);
        context = null;
        source.close();
        target.close();
    }
}
