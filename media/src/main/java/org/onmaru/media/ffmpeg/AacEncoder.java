package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.util.Arrays;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.FloatPointer;
import org.onmaru.media.frame.EncodedPacket;

/// AAC-LC, stereo, 48 kHz. Takes any number of samples at a time and cuts them into frames of 1,024. Its priming
/// packet, which lies before the first sample, is dropped, so no timestamp is below the first one given. Owns its
/// native memory until [#close]; one thread at a time.
public final class AacEncoder implements AutoCloseable {

    public static final int CHANNELS = 2;

    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private final byte[] extradata;
    private final float[][] pending;
    private final long firstSample;
    private int filled;
    private long samples;

    /// @param bitRate bits per second
    /// @param firstSample presentation time of the first sample that will come, in samples
    public AacEncoder(long bitRate, long firstSample) {
        this.firstSample = firstSample;
        AVCodec codec = FfmpegException.present("AAC encoder", avcodec_find_encoder(AV_CODEC_ID_AAC));
        this.context = FfmpegException.present("AAC encoder", avcodec_alloc_context3(codec));
        this.frame = Native.frame();
        this.packet = Native.packet();
        context.sample_rate(EncodedPacket.AUDIO_TICKS);
        context.sample_fmt(AV_SAMPLE_FMT_FLTP);
        av_channel_layout_default(context.ch_layout(), CHANNELS);
        context.bit_rate(bitRate);
        try (AVRational base = Native.rational(1, EncodedPacket.AUDIO_TICKS)) {
            context.time_base(base);
        }
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        FfmpegException.check("AAC encoder", avcodec_open2(context, codec, (AVDictionary) null));
        this.extradata = Native.extradata(context);
        int size = context.frame_size();
        this.pending = new float[CHANNELS][size];
        frame.format(AV_SAMPLE_FMT_FLTP);
        frame.sample_rate(EncodedPacket.AUDIO_TICKS);
        frame.nb_samples(size);
        av_channel_layout_default(frame.ch_layout(), CHANNELS);
        FfmpegException.check("sound frame", av_frame_get_buffer(frame, 0));
    }

    /// AudioSpecificConfig.
    public byte[] extradata() {
        return extradata.clone();
    }

    /// Appends samples, interleaved left and right, −1 to 1.
    public void encode(float[] stereo, Consumer<EncodedPacket> out) {
        for (int i = 0; i + 1 < stereo.length; i += CHANNELS) {
            pending[0][filled] = stereo[i];
            pending[1][filled] = stereo[i + 1];
            filled++;
            if (filled == pending[0].length) {
                send(out);
            }
        }
    }

    private void send(Consumer<EncodedPacket> out) {
        FfmpegException.check("sound frame", av_frame_make_writable(frame));
        new FloatPointer(frame.data(0)).put(pending[0], 0, filled);
        new FloatPointer(frame.data(1)).put(pending[1], 0, filled);
        frame.pts(samples);
        samples += filled;
        filled = 0;
        FfmpegException.check("encode sound", avcodec_send_frame(context, frame));
        drain(out);
    }

    /// Fills the last frame with silence and gives what the encoder still holds.
    public void finish(Consumer<EncodedPacket> out) {
        if (filled > 0) {
            Arrays.fill(pending[0], filled, pending[0].length, 0);
            Arrays.fill(pending[1], filled, pending[1].length, 0);
            filled = pending[0].length;
            send(out);
        }
        avcodec_send_frame(context, null);
        drain(out);
    }

    private void drain(Consumer<EncodedPacket> out) {
        while (avcodec_receive_packet(context, packet) >= 0) {
            long pts = packet.pts();
            byte[] data = new byte[packet.size()];
            packet.data().get(data);
            av_packet_unref(packet);
            if (pts >= 0) {
                out.accept(
                        new EncodedPacket(EncodedPacket.Kind.AUDIO, data, firstSample + pts, pending[0].length, true));
            }
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
