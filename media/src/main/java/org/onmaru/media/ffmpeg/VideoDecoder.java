package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.frame.FramePool;
import org.onmaru.media.frame.YuvFrame;

/// VP8 or H.264 into I420, one picture per access unit, without delay. Damaged input is a result, never an exception.
/// Owns its native memory until [#close]; one thread at a time.
public final class VideoDecoder implements AutoCloseable {

    /// A browser's camera or screen is never wider or higher.
    static final int LARGEST = 4096;

    private static final int SMALLEST = 16;
    private static final long MOST_PIXELS = 4096L * 2304;

    private final Codec codec;
    private final AVCodecContext context;
    private final AVPacket packet;
    private final AVFrame frame;
    private @Nullable Recolour recolour;

    public VideoDecoder(Codec codec) {
        String name = switch (codec) {
            case VP8 -> "vp8";
            case H264 -> "h264";
            case OPUS -> throw new IllegalArgumentException("not a picture: " + codec);
        };
        this.codec = codec;
        AVCodec decoder = FfmpegException.present(name, avcodec_find_decoder_by_name(name));
        this.context = FfmpegException.present(name, avcodec_alloc_context3(decoder));
        this.packet = Native.packet();
        this.frame = Native.frame();
        context.thread_count(1);
        context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
        context.max_pixels(MOST_PIXELS);
        FfmpegException.check(name, avcodec_open2(context, decoder, (AVDictionary) null));
    }

    /// Decodes one access unit.
    ///
    /// @param pool where the picture's frame comes from
    public Decoded decode(byte[] data, FramePool pool) {
        if (data.length == 0) {
            return new Decoded.Nothing();
        }
        FfmpegException.check("packet", av_new_packet(packet, data.length));
        packet.data().put(data, 0, data.length);
        int sent = avcodec_send_packet(context, packet);
        av_packet_unref(packet);
        if (sent < 0) {
            return new Decoded.Broken(sent);
        }
        Decoded last = new Decoded.Nothing();
        while (avcodec_receive_frame(context, frame) >= 0) {
            if (last instanceof Decoded.Picture(YuvFrame unused)) {
                pool.give(unused);
            }
            last = taken(pool);
            av_frame_unref(frame);
        }
        return last;
    }

    private Decoded taken(FramePool pool) {
        int width = frame.width();
        int height = frame.height();
        if (frame.decode_error_flags() != 0
                || width < SMALLEST
                || height < SMALLEST
                || width > LARGEST
                || height > LARGEST) {
            return new Decoded.Broken(0);
        }
        YuvFrame picture = pool.take(width, height);
        // VP8 has no usable colour tag: FFmpeg reports BT.601 for every stream.
        boolean asIs = codec == Codec.VP8 ? frame.format() == AV_PIX_FMT_YUV420P : Recolour.needless(frame);
        if (asIs) {
            Native.copy(frame, picture);
        } else {
            recolour().convert(frame, picture);
        }
        return new Decoded.Picture(picture);
    }

    private Recolour recolour() {
        Recolour now = recolour;
        if (now == null) {
            now = new Recolour();
            recolour = now;
        }
        return now;
    }

    @Override
    public void close() {
        if (recolour != null) {
            recolour.close();
        }
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
