package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.onmaru.media.ffmpeg.FfmpegException.check;
import static org.onmaru.media.ffmpeg.FfmpegException.present;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/// Joins MP4 files, fragmented or not, into one with its index in front, without decoding. Timestamps go on across
/// the joints. One call, one thread.
public final class Remuxer {

    /// A file and how much of it is whole.
    public record Part(Path path, long bytes) {}

    private static final int VIDEO = 0;
    private static final int AUDIO = 1;

    private final AVFormatContext output = new AVFormatContext(null);
    private final AVPacket packet = present("packet", av_packet_alloc());
    private final long[] lastTime = {Long.MIN_VALUE, Long.MIN_VALUE};
    private final byte[][] extradata = new byte[2][];
    private long joint;
    private long reached;

    private Remuxer() {}

    /// @return length of what was written, milliseconds; 0 when no part had a packet, and then there is no file
    public static long join(List<Part> parts, Path target) {
        return new Remuxer().run(parts, target);
    }

    /// Length of a whole MP4 file, milliseconds.
    public static long durationMs(Path file) {
        AVFormatContext input = open(file.toString());
        try {
            return input.duration() / 1000;
        } finally {
            avformat_close_input(input);
        }
    }

    private long run(List<Part> parts, Path target) {
        boolean begun = false;
        try {
            check("open the MP4 writer", avformat_alloc_output_context2(output, null, "mp4", target.toString()));
            for (Part part : parts) {
                AVFormatContext input = open("subfile,,start,0,end," + part.bytes() + ",,:" + part.path());
                try {
                    if (!begun) {
                        begin(input, target);
                        begun = true;
                    }
                    copy(input);
                } finally {
                    avformat_close_input(input);
                }
            }
            if (begun) {
                check("finish the MP4", av_write_trailer(output));
            }
            return reached / 1000;
        } finally {
            av_packet_free(packet);
            if (begun) {
                check("close the MP4", avio_closep(output.pb()));
            }
            avformat_free_context(output);
        }
    }

    private static AVFormatContext open(String url) {
        AVFormatContext input = new AVFormatContext(null);
        check("open " + url, avformat_open_input(input, url, (AVInputFormat) null, (AVDictionary) null));
        check("read " + url, avformat_find_stream_info(input, (AVDictionary) null));
        return input;
    }

    private void begin(AVFormatContext input, Path target) {
        for (int kind : new int[] {VIDEO, AUDIO}) {
            AVStream from = stream(input, kind);
            AVStream to = present("stream", avformat_new_stream(output, null));
            check("copy the codec", avcodec_parameters_copy(to.codecpar(), from.codecpar()));
            to.codecpar().codec_tag(0);
            to.time_base(from.time_base());
            to.avg_frame_rate(from.avg_frame_rate());
            extradata[kind] = extradata(from.codecpar());
        }
        AVIOContext file = new AVIOContext(null);
        check("create " + target, avio_open(file, target.toString(), AVIO_FLAG_WRITE));
        output.pb(file);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "movflags", "+faststart", 0);
        int result = avformat_write_header(output, options);
        av_dict_free(options);
        check("write the MP4 header", result);
    }

    private static AVStream stream(AVFormatContext input, int kind) {
        int type = kind == VIDEO ? AVMEDIA_TYPE_VIDEO : AVMEDIA_TYPE_AUDIO;
        for (int i = 0; i < input.nb_streams(); i++) {
            if (input.streams(i).codecpar().codec_type() == type) {
                return input.streams(i);
            }
        }
        throw new FfmpegException("picture or sound of a recording", 0);
    }

    private static byte[] extradata(AVCodecParameters parameters) {
        byte[] bytes = new byte[parameters.extradata_size()];
        if (bytes.length > 0) {
            parameters.extradata().get(bytes);
        }
        return bytes;
    }

    /// Appends one input; its earliest packet comes where the inputs before it ended.
    private void copy(AVFormatContext input) {
        AVStream[] from = {stream(input, VIDEO), stream(input, AUDIO)};
        boolean[] fresh = {
            !Arrays.equals(extradata(from[VIDEO].codecpar()), extradata[VIDEO]),
            !Arrays.equals(extradata(from[AUDIO].codecpar()), extradata[AUDIO])
        };
        long offset = joint - Math.max(0, input.start_time() == AV_NOPTS_VALUE ? 0 : input.start_time());
        while (av_read_frame(input, packet) >= 0) {
            int kind = packet.stream_index() == from[VIDEO].index() ? VIDEO : AUDIO;
            boolean wanted = packet.stream_index() == from[kind].index();
            boolean whole = (packet.flags() & AV_PKT_FLAG_CORRUPT) == 0 && packet.dts() != AV_NOPTS_VALUE;
            if (wanted && whole) {
                if (fresh[kind]) {
                    announce(extradata(from[kind].codecpar()));
                    fresh[kind] = false;
                }
                write(from[kind], kind, offset);
            }
            av_packet_unref(packet);
        }
        joint = reached;
    }

    /// Tells the muxer that the coding's parameters are new from this packet on.
    private void announce(byte[] bytes) {
        BytePointer data = present(
                "memory for parameters", av_packet_new_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, bytes.length));
        data.put(bytes, 0, bytes.length);
    }

    private void write(AVStream from, int kind, long offset) {
        AVStream to = output.streams(kind);
        av_packet_rescale_ts(packet, from.time_base(), to.time_base());
        long shift = av_rescale_q(offset, av_make_q(1, 1_000_000), to.time_base());
        long time = Math.max(packet.dts() + shift, lastTime[kind] == Long.MIN_VALUE ? 0 : lastTime[kind] + 1);
        packet.pts(Math.max(time, packet.pts() + shift));
        packet.dts(time);
        lastTime[kind] = time;
        packet.stream_index(kind);
        packet.pos(-1);
        long end = av_rescale_q(time + packet.duration(), to.time_base(), av_make_q(1, 1_000_000));
        reached = Math.max(reached, end);
        check("write the MP4", av_interleaved_write_frame(output, packet));
    }
}
