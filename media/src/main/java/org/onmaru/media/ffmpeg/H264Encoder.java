package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.frame.YuvFrame;

/// H.264 without delay: every picture comes out before the call returns. x264 where the build has it, openh264
/// otherwise. Owns its native memory until [#close]; one thread at a time.
public final class H264Encoder implements AutoCloseable {

    private static final int THREADS = 2;

    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private final byte[] extradata;
    private final int framesPerSecond;

    /// @param bitRate bits per second, also the ceiling over one second
    /// @param gopFrames frames between IDRs when nothing forces one
    public H264Encoder(int width, int height, int framesPerSecond, int gopFrames, long bitRate) {
        this(name(), width, height, framesPerSecond, gopFrames, bitRate);
    }

    H264Encoder(String name, int width, int height, int framesPerSecond, int gopFrames, long bitRate) {
        this.framesPerSecond = framesPerSecond;
        AVCodec codec = FfmpegException.present(name, avcodec_find_encoder_by_name(name));
        this.context = FfmpegException.present("H.264 encoder", avcodec_alloc_context3(codec));
        this.frame = Native.frame();
        this.packet = Native.packet();
        describe(width, height, gopFrames, bitRate);
        open(codec, name);
        this.extradata = Native.extradata(context);
        frame.format(AV_PIX_FMT_YUV420P);
        frame.width(width);
        frame.height(height);
        FfmpegException.check("picture", av_frame_get_buffer(frame, 0));
    }

    /// The encoder of this build: `libx264` or `libopenh264`.
    public static String name() {
        AVCodec x264 = avcodec_find_encoder_by_name("libx264");
        return x264 == null || x264.isNull() ? "libopenh264" : "libx264";
    }

    private void describe(int width, int height, int gopFrames, long bitRate) {
        context.width(width);
        context.height(height);
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        try (AVRational base = Native.rational(1, framesPerSecond);
                AVRational rate = Native.rational(framesPerSecond, 1);
                AVRational square = Native.rational(1, 1)) {
            context.time_base(base);
            context.framerate(rate);
            context.sample_aspect_ratio(square);
        }
        context.gop_size(gopFrames);
        context.keyint_min(gopFrames);
        context.max_b_frames(0);
        context.bit_rate(bitRate);
        context.rc_max_rate(bitRate);
        context.rc_buffer_size((int) bitRate);
        context.thread_count(THREADS);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        context.color_range(AVCOL_RANGE_MPEG);
        context.colorspace(AVCOL_SPC_BT709);
        context.color_primaries(AVCOL_PRI_BT709);
        context.color_trc(AVCOL_TRC_BT709);
        context.chroma_sample_location(AVCHROMA_LOC_LEFT);
    }

    private void open(AVCodec codec, String name) {
        AVDictionary options = new AVDictionary(null);
        try {
            if (name.equals("libx264")) {
                av_dict_set(options, "preset", "veryfast", 0);
                av_dict_set(options, "tune", "zerolatency", 0);
                av_dict_set(options, "sc_threshold", "0", 0);
                av_dict_set(options, "forced-idr", "1", 0);
                av_dict_set(options, "x264-params", "scenecut=0", 0);
            }
            FfmpegException.check(name, avcodec_open2(context, codec, options));
        } finally {
            av_dict_free(options);
        }
    }

    /// SPS and PPS, Annex B.
    public byte[] extradata() {
        return extradata.clone();
    }

    /// Encodes one picture.
    ///
    /// @param index the frame's number in the programme; grows by one or more from call to call
    /// @param forceKey makes it an IDR
    /// @param out gets the packet, Annex B, on the calling thread
    public void encode(YuvFrame picture, long index, boolean forceKey, Consumer<EncodedPacket> out) {
        FfmpegException.check("picture", av_frame_make_writable(frame));
        Native.copy(picture, frame);
        frame.pts(index);
        frame.pict_type(forceKey ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        FfmpegException.check("encode", avcodec_send_frame(context, frame));
        drain(out);
    }

    /// Gives what the encoder still holds.
    public void finish(Consumer<EncodedPacket> out) {
        avcodec_send_frame(context, null);
        drain(out);
    }

    private void drain(Consumer<EncodedPacket> out) {
        long ticks = EncodedPacket.VIDEO_TICKS / framesPerSecond;
        while (avcodec_receive_packet(context, packet) >= 0) {
            byte[] data = new byte[packet.size()];
            packet.data().get(data);
            boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            long pts = packet.pts() * ticks;
            av_packet_unref(packet);
            out.accept(new EncodedPacket(EncodedPacket.Kind.VIDEO, data, pts, ticks, key));
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
