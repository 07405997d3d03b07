package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.onmaru.media.frame.YuvFrame;

/// A VP8 encoder as a browser's camera uses it: real-time, no look-ahead, one frame in, one frame out, a key frame
/// exactly when asked. Owns its native codec, frame and packet until [#close]. Not thread-safe.
public final class VpxEncoder implements AutoCloseable {

    /// No key frame but those asked for.
    private static final int NEVER = 1 << 20;

    private final AVCodecContext context;
    private final AVFrame picture;
    private final AVPacket packet;
    private long pts;

    /// @param bitRate bits per second the encoder aims at
    public VpxEncoder(int width, int height, int framesPerSecond, long bitRate) {
        var codec = FfmpegException.present("libvpx encoder", avcodec_find_encoder_by_name("libvpx"));
        context = FfmpegException.present("codec context", avcodec_alloc_context3(codec));
        picture = Native.frame();
        packet = Native.packet();
        try {
            open(width, height, framesPerSecond, bitRate);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open(int width, int height, int framesPerSecond, long bitRate) {
        context.width(width);
        context.height(height);
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.time_base().num(1).den(framesPerSecond);
        context.framerate().num(framesPerSecond).den(1);
        context.bit_rate(bitRate);
        context.rc_max_rate(bitRate + bitRate / 2);
        context.rc_buffer_size((int) bitRate);
        context.gop_size(NEVER);
        context.thread_count(1);
        try (var options = new AVDictionary(null)) {
            av_dict_set(options, "deadline", "realtime", 0);
            // Negative: this speed whatever the clock says, so that the same pictures give the same bytes.
            av_dict_set(options, "cpu-used", "-10", 0);
            av_dict_set(options, "lag-in-frames", "0", 0);
            av_dict_set(options, "auto-alt-ref", "0", 0);
            av_dict_set(options, "error-resilient", "default", 0);
            try {
                FfmpegException.check("open libvpx", avcodec_open2(context, context.codec(), options));
            } finally {
                av_dict_free(options);
            }
        }
        picture.format(AV_PIX_FMT_YUV420P);
        picture.width(width);
        picture.height(height);
        FfmpegException.check("picture memory", av_frame_get_buffer(picture, 0));
    }

    /// Encodes the next picture.
    ///
    /// @param frame of the encoder's size; only read
    /// @param key true for a frame that decodes alone
    public byte[] encode(YuvFrame frame, boolean key) {
        FfmpegException.check("writable picture", av_frame_make_writable(picture));
        Native.copy(frame, picture);
        picture.pts(pts++);
        picture.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        FfmpegException.check("encode VP8", avcodec_send_frame(context, picture));
        FfmpegException.check("receive VP8", avcodec_receive_packet(context, packet));
        if (key && (packet.flags() & AV_PKT_FLAG_KEY) == 0) {
            throw new IllegalStateException("libvpx gave no key frame when asked");
        }
        var data = new byte[packet.size()];
        packet.data().get(data);
        av_packet_unref(packet);
        return data;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(picture);
        avcodec_free_context(context);
    }
}
