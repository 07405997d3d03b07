package org.onmaru.media.sink;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;

/// A really encoded programme whose every frame tells its number by its grey and whose sound is a tone.
///
/// @param packets picture and sound in the order an encoder gives them
public record SyntheticProgramme(EncodedFormat format, List<EncodedPacket> packets) {

    public static final int WIDTH = 320;
    public static final int HEIGHT = 180;

    /// Greys before they come again.
    public static final int CYCLE = 50;

    /// The luma of a frame.
    public static int grey(long frame) {
        return 20 + 4 * (int) (frame % CYCLE);
    }

    /// Gives packets faster than they would come, but not faster than they are taken.
    public static void give(List<EncodedPacket> packets, PacketSink sink, IntSupplier backlog) {
        for (EncodedPacket packet : packets) {
            while (backlog.getAsInt() > 200) {
                LockSupport.parkNanos(200_000);
            }
            sink.accept(packet);
        }
    }

    /// @param forced frames that are key frames besides every sixtieth
    public static SyntheticProgramme encode(int frames, Set<Integer> forced) {
        AVCodecContext video = video();
        AVCodecContext audio = audio();
        List<EncodedPacket> packets = new ArrayList<>();
        encodeVideo(video, frames, forced, packets);
        encodeAudio(audio, frames * 1600L, packets);
        packets.sort(Comparator.comparingLong(SyntheticProgramme::arrival));
        EncodedFormat format = new EncodedFormat(
                WIDTH, HEIGHT, 30, extradata(video), extradata(audio), 2, video.bit_rate(), audio.bit_rate(), 60);
        avcodec_free_context(video);
        avcodec_free_context(audio);
        return new SyntheticProgramme(format, packets);
    }

    /// When an encoder gives it: sound is late by two packets.
    private static long arrival(EncodedPacket packet) {
        return packet.kind() == EncodedPacket.Kind.VIDEO ? packet.pts() : (packet.pts() + 2048) * 15 / 8;
    }

    private static AVCodecContext video() {
        AVCodec codec = avcodec_find_encoder_by_name("libx264");
        codec = codec == null ? avcodec_find_encoder_by_name("libopenh264") : codec;
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.width(WIDTH);
        context.height(HEIGHT);
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.time_base().num(1).den(30);
        context.framerate().num(30).den(1);
        context.gop_size(60);
        context.max_b_frames(0);
        context.bit_rate(400_000);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "preset", "ultrafast", 0);
        av_dict_set(options, "tune", "zerolatency", 0);
        av_dict_set(options, "forced-idr", "1", 0);
        check(avcodec_open2(context, codec, options));
        return context;
    }

    private static AVCodecContext audio() {
        AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.sample_rate(48_000);
        context.sample_fmt(AV_SAMPLE_FMT_FLTP);
        av_channel_layout_default(context.ch_layout(), 2);
        context.bit_rate(96_000);
        context.time_base().num(1).den(48_000);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        check(avcodec_open2(context, codec, (AVDictionary) null));
        return context;
    }

    private static void encodeVideo(
            AVCodecContext context, int frames, Set<Integer> forced, List<EncodedPacket> packets) {
        AVFrame frame = av_frame_alloc();
        frame.format(AV_PIX_FMT_YUV420P);
        frame.width(WIDTH);
        frame.height(HEIGHT);
        check(av_frame_get_buffer(frame, 0));
        for (int n = 0; n < frames; n++) {
            check(av_frame_make_writable(frame));
            byte[] grey = new byte[frame.linesize(0) * HEIGHT];
            Arrays.fill(grey, (byte) grey(n));
            frame.data(0).put(grey);
            for (int plane = 1; plane < 3; plane++) {
                byte[] neutral = new byte[frame.linesize(plane) * HEIGHT / 2];
                Arrays.fill(neutral, (byte) 128);
                frame.data(plane).put(neutral);
            }
            frame.pts(n);
            boolean key = n % 60 == 0 || forced.contains(n);
            frame.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
            check(avcodec_send_frame(context, frame));
            receive(context, EncodedPacket.Kind.VIDEO, 3000, packets);
        }
        av_frame_free(frame);
    }

    private static void encodeAudio(AVCodecContext context, long samples, List<EncodedPacket> packets) {
        AVFrame frame = av_frame_alloc();
        frame.format(AV_SAMPLE_FMT_FLTP);
        frame.sample_rate(48_000);
        frame.nb_samples(1024);
        av_channel_layout_default(frame.ch_layout(), 2);
        check(av_frame_get_buffer(frame, 0));
        float[] tone = new float[1024];
        for (long at = 0; at + 1024 <= samples; at += 1024) {
            check(av_frame_make_writable(frame));
            for (int i = 0; i < 1024; i++) {
                tone[i] = (float) (0.2 * Math.sin((at + i) * 2 * Math.PI * 440 / 48_000));
            }
            new FloatPointer(frame.data(0)).put(tone, 0, 1024);
            new FloatPointer(frame.data(1)).put(tone, 0, 1024);
            frame.pts(at);
            check(avcodec_send_frame(context, frame));
            receive(context, EncodedPacket.Kind.AUDIO, 1, packets);
        }
        av_frame_free(frame);
    }

    private static void receive(
            AVCodecContext context, EncodedPacket.Kind kind, int ticks, List<EncodedPacket> packets) {
        AVPacket packet = av_packet_alloc();
        while (avcodec_receive_packet(context, packet) >= 0) {
            byte[] data = new byte[packet.size()];
            packet.data().get(data);
            boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            long duration = kind == EncodedPacket.Kind.VIDEO ? 3000 : 1024;
            if (packet.pts() >= 0) {
                packets.add(new EncodedPacket(kind, data, packet.pts() * ticks, duration, key));
            }
            av_packet_unref(packet);
        }
        av_packet_free(packet);
    }

    private static byte[] extradata(AVCodecContext context) {
        byte[] bytes = new byte[context.extradata_size()];
        BytePointer pointer = context.extradata();
        pointer.get(bytes);
        return bytes;
    }

    private static void check(int result) {
        if (result < 0) {
            throw new IllegalStateException("FFmpeg: " + result);
        }
    }
}
