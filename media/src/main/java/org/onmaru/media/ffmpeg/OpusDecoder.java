package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/// Opus packets into stereo float at 48 kHz; mono comes out on both sides. FFmpeg's own decoder: libopus costs 2.5
/// times as much. Damaged input gives no samples, never an exception. Owns its native memory until [#close]; one
/// thread at a time.
public final class OpusDecoder implements AutoCloseable {

    /// Samples per channel of the longest packet, 120 ms.
    public static final int LONGEST = 5760;

    private static final int RATE = 48_000;
    /// OpusHead, version 1, two channels, no pre-skip, 48 kHz, no gain, mapping 0.
    private static final byte[] HEAD = {
        'O', 'p', 'u', 's', 'H', 'e', 'a', 'd', 1, 2, 0, 0, (byte) 0x80, (byte) 0xbb, 0, 0, 0, 0, 0
    };

    private final AVCodecContext context;
    private final AVPacket packet;
    private final AVFrame frame;
    private final float[] left = new float[LONGEST];
    private final float[] right = new float[LONGEST];

    public OpusDecoder() {
        AVCodec codec = FfmpegException.present("opus", avcodec_find_decoder_by_name("opus"));
        this.context = FfmpegException.present("opus", avcodec_alloc_context3(codec));
        this.packet = Native.packet();
        this.frame = Native.frame();
        context.thread_count(1);
        context.sample_rate(RATE);
        av_channel_layout_default(context.ch_layout(), 2);
        Native.extradata(context, HEAD);
        FfmpegException.check("opus", avcodec_open2(context, codec, (AVDictionary) null));
    }

    /// Decodes one packet.
    ///
    /// @param stereo gets interleaved samples, −1 to 1; at least `2 × LONGEST` long
    /// @return samples per channel, 0 when the packet gave none
    public int decode(byte[] data, float[] stereo) {
        if (data.length == 0) {
            return 0;
        }
        FfmpegException.check("packet", av_new_packet(packet, data.length));
        packet.data().put(data, 0, data.length);
        int sent = avcodec_send_packet(context, packet);
        av_packet_unref(packet);
        if (sent < 0) {
            return 0;
        }
        int samples = 0;
        while (avcodec_receive_frame(context, frame) >= 0) {
            samples += taken(stereo, samples);
            av_frame_unref(frame);
        }
        return samples;
    }

    private int taken(float[] stereo, int at) {
        int count = Math.min(frame.nb_samples(), LONGEST - at);
        if (frame.format() != AV_SAMPLE_FMT_FLTP || frame.sample_rate() != RATE || count <= 0) {
            return 0;
        }
        boolean mono = frame.ch_layout().nb_channels() == 1;
        new FloatPointer(frame.data(0)).get(left, 0, count);
        new FloatPointer(frame.data(mono ? 0 : 1)).get(right, 0, count);
        for (int i = 0; i < count; i++) {
            stereo[2 * (at + i)] = finite(left[i]);
            stereo[2 * (at + i) + 1] = finite(right[i]);
        }
        return count;
    }

    /// A damaged packet may decode to anything; one NaN would silence the whole mix.
    private static float finite(float sample) {
        return sample >= -1 && sample <= 1 ? sample : sample > 1 ? 1 : sample < -1 ? -1 : 0;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
