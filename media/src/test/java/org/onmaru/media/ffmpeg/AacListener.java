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
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.onmaru.media.frame.EncodedPacket;

/// What a citizen's player hears.
public final class AacListener {

    private AacListener() {}

    /// Decodes packets of sound to interleaved stereo.
    public static float[] hear(byte[] extradata, List<EncodedPacket> packets) {
        AVCodec codec = FfmpegException.present("aac", avcodec_find_decoder_by_name("aac"));
        AVCodecContext context = FfmpegException.present("aac", avcodec_alloc_context3(codec));
        AVFrame frame = Native.frame();
        AVPacket packet = Native.packet();
        context.sample_rate(48_000);
        av_channel_layout_default(context.ch_layout(), 2);
        Native.extradata(context, extradata);
        FfmpegException.check("aac", avcodec_open2(context, codec, (AVDictionary) null));
        float[] out = new float[packets.size() * 2048];
        int at = 0;
        for (EncodedPacket one : packets) {
            av_new_packet(packet, one.data().length);
            packet.data().put(one.data(), 0, one.data().length);
            FfmpegException.check("aac", avcodec_send_packet(context, packet));
            av_packet_unref(packet);
            while (avcodec_receive_frame(context, frame) >= 0) {
                float[] left = new float[frame.nb_samples()];
                float[] right = new float[frame.nb_samples()];
                new FloatPointer(frame.data(0)).get(left);
                new FloatPointer(frame.data(1)).get(right);
                for (int i = 0; i < left.length; i++) {
                    out[at++] = left[i];
                    out[at++] = right[i];
                }
            }
        }
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(context);
        return Arrays.copyOf(out, at);
    }
}
