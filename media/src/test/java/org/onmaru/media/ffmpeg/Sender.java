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
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.FloatPointer;
import org.onmaru.media.frame.YuvFrame;

/// Encodes as a participant's browser would: VP8 or H.264 pictures of any size, Opus sound. One encoder per object.
public final class Sender implements AutoCloseable {

    /// Samples per channel of one Opus packet, 20 ms.
    public static final int OPUS_SAMPLES = 960;

    private final AVCodecContext context;
    private final AVFrame frame = Native.frame();
    private final AVPacket packet = Native.packet();
    private long pts;
    private boolean key;

    private Sender(String encoder) {
        AVCodec codec = FfmpegException.present(encoder, avcodec_find_encoder_by_name(encoder));
        context = FfmpegException.present(encoder, avcodec_alloc_context3(codec));
        context.thread_count(1);
    }

    /// VP8 in real time.
    public static Sender vp8(int width, int height) {
        Sender sender = new Sender("libvpx");
        sender.picture(width, height, 0, 0, "deadline", "realtime", "cpu-used", "8", "lag-in-frames", "0");
        return sender;
    }

    /// H.264 with colour tags as FFmpeg numbers them; 0 for the range and 2 for the matrix leave it untagged.
    public static Sender h264(int width, int height, int range, int matrix) {
        Sender sender = new Sender("libx264");
        sender.picture(width, height, range, matrix, "preset", "ultrafast", "tune", "zerolatency");
        return sender;
    }

    /// Opus, 20 ms.
    public static Sender opus(int channels) {
        Sender sender = new Sender("libopus");
        sender.context.sample_rate(48_000);
        sender.context.sample_fmt(AV_SAMPLE_FMT_FLT);
        av_channel_layout_default(sender.context.ch_layout(), channels);
        sender.context.bit_rate(channels * 48_000L);
        sender.open();
        sender.frame.format(AV_SAMPLE_FMT_FLT);
        sender.frame.sample_rate(48_000);
        sender.frame.nb_samples(OPUS_SAMPLES);
        av_channel_layout_default(sender.frame.ch_layout(), channels);
        FfmpegException.check("frame", av_frame_get_buffer(sender.frame, 0));
        return sender;
    }

    private void picture(int width, int height, int range, int matrix, String... options) {
        context.width(width);
        context.height(height);
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        try (AVRational base = Native.rational(1, 30)) {
            context.time_base(base);
        }
        context.gop_size(300);
        context.max_b_frames(0);
        context.bit_rate(Math.max(200_000L, (long) width * height * 3));
        if (matrix != 0) {
            context.color_range(range);
            context.colorspace(matrix);
        }
        open(options);
        frame.format(AV_PIX_FMT_YUV420P);
        frame.width(width);
        frame.height(height);
        FfmpegException.check("frame", av_frame_get_buffer(frame, 0));
    }

    private void open(String... options) {
        AVDictionary dictionary = new AVDictionary(null);
        for (int i = 0; i < options.length; i += 2) {
            av_dict_set(dictionary, options[i], options[i + 1], 0);
        }
        FfmpegException.check("open", avcodec_open2(context, context.codec(), dictionary));
        av_dict_free(dictionary);
    }

    /// The next frame of the same size as the sender.
    public byte[] encode(YuvFrame picture) {
        av_frame_make_writable(frame);
        Native.copy(picture, frame);
        frame.pts(pts++);
        return sent();
    }

    /// The next 20 ms, interleaved.
    public byte[] encode(float[] samples) {
        av_frame_make_writable(frame);
        new FloatPointer(frame.data(0)).put(samples, 0, samples.length);
        frame.pts(pts);
        pts += OPUS_SAMPLES;
        return sent();
    }

    private byte[] sent() {
        FfmpegException.check("encode", avcodec_send_frame(context, frame));
        FfmpegException.check("encode", avcodec_receive_packet(context, packet));
        byte[] data = new byte[packet.size()];
        packet.data().get(data);
        key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        av_packet_unref(packet);
        return data;
    }

    /// Whether the last packet decodes alone.
    public boolean key() {
        return key;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
