package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.onmaru.media.frame.YuvFrame;

/// The few native steps that every codec here shares.
final class Native {

    /// Bytes FFmpeg may read past the end of any input.
    private static final int PADDING = 64;

    static {
        // Damaged input is an expected outcome here and is reported by result, not on standard error.
        av_log_set_level(AV_LOG_FATAL);
    }

    private Native() {}

    static AVFrame frame() {
        return FfmpegException.present("frame", av_frame_alloc());
    }

    static AVPacket packet() {
        return FfmpegException.present("packet", av_packet_alloc());
    }

    /// A rational for a setter that copies it; the caller closes it.
    static AVRational rational(int num, int den) {
        return new AVRational().num(num).den(den);
    }

    /// Gives a codec its out-of-band header; the context frees it.
    static void extradata(AVCodecContext context, byte[] header) {
        @SuppressWarnings("resource")
        BytePointer memory = FfmpegException.present("extradata", new BytePointer(av_mallocz(header.length + PADDING)));
        memory.put(header, 0, header.length);
        context.extradata(memory);
        context.extradata_size(header.length);
    }

    /// What an opened encoder tells the muxer.
    static byte[] extradata(AVCodecContext context) {
        byte[] header = new byte[context.extradata_size()];
        context.extradata().get(header);
        return header;
    }

    /// Copies a picture into an I420 frame of the same size that has buffers of its own.
    static void copy(YuvFrame from, AVFrame to) {
        try (Address plane = new Address()) {
            av_image_copy_plane(
                    to.data(0), to.linesize(0), plane.at(from.y(), 0), from.strideY(), from.width(), from.height());
            av_image_copy_plane(
                    to.data(1),
                    to.linesize(1),
                    plane.at(from.u(), 0),
                    from.strideC(),
                    from.chromaWidth(),
                    from.chromaHeight());
            av_image_copy_plane(
                    to.data(2),
                    to.linesize(2),
                    plane.at(from.v(), 0),
                    from.strideC(),
                    from.chromaWidth(),
                    from.chromaHeight());
        }
    }

    /// Copies a decoded I420 frame into a picture of the same size.
    static void copy(AVFrame from, YuvFrame to) {
        try (Address plane = new Address()) {
            av_image_copy_plane(
                    plane.at(to.y(), 0), to.strideY(), from.data(0), from.linesize(0), to.width(), to.height());
            av_image_copy_plane(
                    plane.at(to.u(), 0),
                    to.strideC(),
                    from.data(1),
                    from.linesize(1),
                    to.chromaWidth(),
                    to.chromaHeight());
            av_image_copy_plane(
                    plane.at(to.v(), 0),
                    to.strideC(),
                    from.data(2),
                    from.linesize(2),
                    to.chromaWidth(),
                    to.chromaHeight());
        }
    }
}
