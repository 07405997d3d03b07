package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.YuvFrame;

/// Decodes a programme the way a citizen's player does: an MP4 with one H.264 and one AAC track, read as it arrives,
/// never seeking. Reading blocks when the stream has nothing yet. Owns all its native objects until [#close]; one
/// thread.
public final class ProgrammeReader implements AutoCloseable {

    private static final int BUFFER = 1 << 15;

    /// Something decoded, in the order of the file.
    public sealed interface Piece {}

    /// A picture.
    ///
    /// @param frame the reader's own; its content changes with the next call of [ProgrammeReader#next]
    /// @param pts presentation time in 1/90000 s
    public record Picture(YuvFrame frame, long pts) implements Piece {}

    /// Sound.
    ///
    /// @param samples the mean of all channels, −1 to 1
    /// @param pts presentation time of the first sample in 1/48000 s
    public record Sound(float[] samples, long pts) implements Piece {}

    private final AVFormatContext format;
    private final AVIOContext io;
    private final AVPacket packet;
    private final AVFrame decoded;
    private final Source source;
    private final ArrayDeque<Piece> ready = new ArrayDeque<>();
    private @Nullable AVCodecContext video;
    private @Nullable AVCodecContext audio;
    private int videoStream = -1;
    private int audioStream = -1;
    private @Nullable YuvFrame frame;
    private boolean ended;

    /// @param in begins with the `ftyp` and `moov` boxes; the reader does not close it
    public ProgrammeReader(InputStream in) {
        source = new Source(in);
        BytePointer buffer = new BytePointer(FfmpegException.present("buffer", av_malloc(BUFFER)));
        io = FfmpegException.present("input", avio_alloc_context(buffer, BUFFER, 0, null, source, null, null));
        io.seekable(0);
        format = FfmpegException.present("demuxer", avformat_alloc_context());
        format.pb(io);
        packet = Native.packet();
        decoded = Native.frame();
        try {
            open();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() {
        var mp4 = FfmpegException.present("MP4 demuxer", av_find_input_format("mp4"));
        FfmpegException.check("open stream", avformat_open_input(format, "", mp4, (AVDictionary) null));
        for (int i = 0; i < format.nb_streams(); i++) {
            AVStream stream = format.streams(i);
            int type = stream.codecpar().codec_type();
            if (type == AVMEDIA_TYPE_VIDEO && video == null) {
                video = decoder(stream);
                videoStream = i;
            } else if (type == AVMEDIA_TYPE_AUDIO && audio == null) {
                audio = decoder(stream);
                audioStream = i;
            }
        }
    }

    private static AVCodecContext decoder(AVStream stream) {
        var codec = FfmpegException.present(
                "decoder", avcodec_find_decoder(stream.codecpar().codec_id()));
        var context = FfmpegException.present("codec context", avcodec_alloc_context3(codec));
        FfmpegException.check("decoder parameters", avcodec_parameters_to_context(context, stream.codecpar()));
        context.thread_count(1);
        context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
        context.pkt_timebase(stream.time_base());
        FfmpegException.check("open decoder", avcodec_open2(context, codec, (AVDictionary) null));
        return context;
    }

    /// The next picture or stretch of sound, or null at the end of the stream.
    ///
    /// @throws FfmpegException when the stream is broken
    public @Nullable Piece next() {
        while (ready.isEmpty() && !ended) {
            int result = av_read_frame(format, packet);
            if (result == AVERROR_EOF) {
                ended = true;
            } else {
                FfmpegException.check("read stream", result);
                feed(packet);
                av_packet_unref(packet);
            }
        }
        return ready.poll();
    }

    private void feed(AVPacket data) {
        if (video != null && data.stream_index() == videoStream) {
            decode(video, data, videoStream, new Tick(90_000));
        } else if (audio != null && data.stream_index() == audioStream) {
            decode(audio, data, audioStream, new Tick(48_000));
        }
    }

    private void decode(AVCodecContext context, AVPacket data, int stream, Tick tick) {
        FfmpegException.check("decode", avcodec_send_packet(context, data));
        while (avcodec_receive_frame(context, decoded) >= 0) {
            long pts = tick.of(decoded.best_effort_timestamp(), format.streams(stream));
            ready.add(stream == videoStream ? picture(pts) : sound(pts));
            av_frame_unref(decoded);
        }
    }

    private Picture picture(long pts) {
        if (decoded.format() != AV_PIX_FMT_YUV420P) {
            throw new FfmpegException("picture format " + decoded.format(), 0);
        }
        YuvFrame to = frame;
        if (to == null || to.width() != decoded.width() || to.height() != decoded.height()) {
            to = YuvFrame.allocate(decoded.width(), decoded.height());
            frame = to;
        }
        Native.copy(decoded, to);
        return new Picture(to, pts);
    }

    private Sound sound(long pts) {
        if (decoded.format() != AV_SAMPLE_FMT_FLTP) {
            throw new FfmpegException("sound format " + decoded.format(), 0);
        }
        int channels = decoded.ch_layout().nb_channels();
        var mean = new float[decoded.nb_samples()];
        var one = new float[decoded.nb_samples()];
        for (int channel = 0; channel < channels; channel++) {
            new FloatPointer(decoded.extended_data(channel)).get(one);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / channels;
            }
        }
        return new Sound(mean, pts);
    }

    @Override
    public void close() {
        if (video != null) {
            avcodec_free_context(video);
            video = null;
        }
        if (audio != null) {
            avcodec_free_context(audio);
            audio = null;
        }
        av_frame_free(decoded);
        av_packet_free(packet);
        // Frees nothing of ours: the input is custom, so the demuxer leaves it alone.
        avformat_close_input(format);
        av_free(io.buffer());
        avio_context_free(io);
        source.close();
    }

    /// Converts a stream's timestamps to ticks of 1/`perSecond` s.
    private record Tick(int perSecond) {

        long of(long timestamp, AVStream stream) {
            try (var base = new AVRational()) {
                return av_rescale_q(timestamp, stream.time_base(), base.num(1).den(perSecond));
            }
        }
    }

    /// FFmpeg's view of the stream. Nothing may be thrown into native code: a broken stream is its end.
    private static final class Source extends Read_packet_Pointer_BytePointer_int {

        private final transient InputStream in;
        private final byte[] chunk = new byte[BUFFER];

        Source(InputStream in) {
            this.in = in;
        }

        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            try {
                int read = in.read(chunk, 0, Math.min(size, chunk.length));
                if (read <= 0) {
                    return AVERROR_EOF;
                }
                buffer.put(chunk, 0, read);
                return read;
            } catch (IOException | RuntimeException e) {
                return AVERROR_EOF;
            }
        }
    }
}
