package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.YuvFrame;

/// Brings decoded pictures of other pixel formats, full range or BT.601 to I420 in BT.709 limited range, same size.
/// Owns its native context until [#close]; one thread at a time.
final class Recolour implements AutoCloseable {

    private static final int UNITY = 1 << 16;

    private final Planes from = new Planes();
    private final Planes to = new Planes();
    private @Nullable SwsContext context;

    /// True for I420 that is not tagged as anything but BT.709 limited. Untagged pictures count as such.
    static boolean needless(AVFrame frame) {
        return frame.format() == AV_PIX_FMT_YUV420P && !full(frame) && !old(frame);
    }

    private static boolean full(AVFrame frame) {
        int format = frame.format();
        return frame.color_range() == AVCOL_RANGE_JPEG
                || format == AV_PIX_FMT_YUVJ420P
                || format == AV_PIX_FMT_YUVJ422P
                || format == AV_PIX_FMT_YUVJ444P;
    }

    private static boolean old(AVFrame frame) {
        int space = frame.colorspace();
        return space == AVCOL_SPC_BT470BG || space == AVCOL_SPC_SMPTE170M || space == AVCOL_SPC_FCC;
    }

    /// swscale decides by the format at its start whether ranges differ, so full range must have its `J` name.
    private static int named(AVFrame frame) {
        return full(frame) && frame.format() == AV_PIX_FMT_YUV420P ? AV_PIX_FMT_YUVJ420P : frame.format();
    }

    void convert(AVFrame source, YuvFrame target) {
        int width = target.width();
        int height = target.height();
        SwsContext ready = FfmpegException.present(
                "colour conversion",
                sws_getCachedContext(
                        context,
                        width,
                        height,
                        named(source),
                        width,
                        height,
                        AV_PIX_FMT_YUV420P,
                        SWS_BILINEAR,
                        null,
                        null,
                        (DoublePointer) null));
        context = ready;
        int matrix = old(source) ? SWS_CS_ITU601 : SWS_CS_ITU709;
        sws_setColorspaceDetails(
                ready,
                sws_getCoefficients(matrix),
                full(source) ? 1 : 0,
                sws_getCoefficients(SWS_CS_ITU709),
                0,
                0,
                UNITY,
                UNITY);
        from.of(source);
        to.of(target, 0, 0);
        FfmpegException.check(
                "colour conversion", sws_scale(ready, from.data(), from.strides(), 0, height, to.data(), to.strides()));
    }

    @Override
    public void close() {
        sws_freeContext(context);
        from.close();
        to.close();
    }
}
