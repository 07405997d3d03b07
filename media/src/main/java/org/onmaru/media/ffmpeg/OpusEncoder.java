package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/// A mono Opus encoder with packets of 20 ms, as a browser's microphone sends them. Owns its native codec, frame and
/// packet until [#close]. Not thread-safe.
public final class OpusEncoder implements AutoCloseable {

    /// Samples of one packet at 48 kHz.
    public static final int PACKET_SAMPLES = 960;

    private static final int SAMPLE_RATE = 48_000;

    private final AVCodecContext context;
    private final AVFrame sound;
    private final AVPacket packet;
    private long pts;

    /// @param bitRate bits per second
    public OpusEncoder(long bitRate) {
        var codec = FfmpegException.present("libopus encoder", avcodec_find_encoder_by_name("libopus"));
        context = FfmpegException.present("codec context", avcodec_alloc_context3(codec));
        sound = Native.frame();
        packet = Native.packet();
        try {
            open(bitRate);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open(long bitRate) {
        context.sample_rate(SAMPLE_RATE);
        context.sample_fmt(AV_SAMPLE_FMT_FLT);
        context.bit_rate(bitRate);
        context.time_base().num(1).den(SAMPLE_RATE);
        av_channel_layout_default(context.ch_layout(), 1);
        try (var options = new AVDictionary(null)) {
            av_dict_set(options, "application", "voip", 0);
            av_dict_set(options, "frame_duration", "20", 0);
            try {
                FfmpegException.check("open libopus", avcodec_open2(context, context.codec(), options));
            } finally {
                av_dict_free(options);
            }
        }
        sound.format(AV_SAMPLE_FMT_FLT);
        sound.nb_samples(PACKET_SAMPLES);
        sound.sample_rate(SAMPLE_RATE);
        FfmpegException.check("channel layout", av_channel_layout_copy(sound.ch_layout(), context.ch_layout()));
        FfmpegException.check("sound memory", av_frame_get_buffer(sound, 0));
    }

    /// Encodes the next 20 ms.
    ///
    /// @param samples [#PACKET_SAMPLES] samples, −1 to 1
    public byte[] encode(float[] samples) {
        if (samples.length != PACKET_SAMPLES) {
            throw new IllegalArgumentException("an Opus packet takes 960 samples, not " + samples.length);
        }
        FfmpegException.check("writable sound", av_frame_make_writable(sound));
        new FloatPointer(sound.data(0)).put(samples, 0, samples.length);
        sound.pts(pts);
        pts += PACKET_SAMPLES;
        FfmpegException.check("encode Opus", avcodec_send_frame(context, sound));
        FfmpegException.check("receive Opus", avcodec_receive_packet(context, packet));
        var data = new byte[packet.size()];
        packet.data().get(data);
        av_packet_unref(packet);
        return data;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(sound);
        avcodec_free_context(context);
    }
}
