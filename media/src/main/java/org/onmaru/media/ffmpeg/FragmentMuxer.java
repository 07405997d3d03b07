package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.onmaru.media.ffmpeg.FfmpegException.check;
import static org.onmaru.media.ffmpeg.FfmpegException.present;

import java.io.ByteArrayOutputStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;

/// Packets to fragmented MP4 in memory: one initialisation, then one `moof` + `mdat` per [#cut]. Timestamps are kept
/// as they come. One owner, one thread; [#close] frees everything native.
public final class FragmentMuxer implements AutoCloseable {

    private static final int BUFFER = 65_536;

    private static final String FLAGS =
            "+frag_custom+empty_moov+default_base_moof+skip_trailer+frag_discont+omit_tfhd_offset";

    private final AVFormatContext context = new AVFormatContext(null);
    private final AVIOContext output;
    private final Collector collector = new Collector();
    private final AVPacket packet;
    private final byte[] init;
    private boolean closed;

    public FragmentMuxer(EncodedFormat format) {
        check("open the MP4 muxer", avformat_alloc_output_context2(context, null, "mp4", null));
        BytePointer buffer = new BytePointer(present("memory for the MP4 muxer", av_malloc(BUFFER)));
        output = present("output of the MP4 muxer", avio_alloc_context(buffer, BUFFER, 1, null, null, collector, null));
        output.seekable(0);
        context.pb(output);
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
        context.avoid_negative_ts(0);
        packet = present("packet of the MP4 muxer", av_packet_alloc());
        try {
            addVideo(format);
            addAudio(format);
            writeHeader();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        init = collect();
    }

    /// `ftyp` and `moov`, to be read before any fragment. Read only.
    public byte[] init() {
        return init;
    }

    /// Adds a packet to the fragment being made.
    public void write(EncodedPacket source) {
        byte[] data = source.data();
        check("memory for a packet", av_new_packet(packet, data.length));
        packet.data().put(data, 0, data.length);
        packet.pts(source.pts());
        packet.dts(source.pts());
        packet.duration(source.duration());
        packet.stream_index(source.kind() == EncodedPacket.Kind.VIDEO ? 0 : 1);
        packet.flags(source.key() ? AV_PKT_FLAG_KEY : 0);
        int result = av_write_frame(context, packet);
        av_packet_unref(packet);
        check("write a packet", result);
    }

    /// Ends the fragment and gives its bytes.
    public byte[] cut() {
        check("end a fragment", av_write_frame(context, (AVPacket) null));
        return collect();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        av_packet_free(packet);
        avformat_free_context(context);
        av_free(output.buffer());
        avio_context_free(output);
        collector.close();
    }

    private void addVideo(EncodedFormat format) {
        AVStream stream = present("video stream", avformat_new_stream(context, null));
        stream.time_base().num(1).den(EncodedPacket.VIDEO_TICKS);
        AVRational rate = stream.avg_frame_rate();
        rate.num(format.framesPerSecond()).den(1);
        AVCodecParameters parameters = stream.codecpar();
        parameters.codec_type(AVMEDIA_TYPE_VIDEO);
        parameters.codec_id(AV_CODEC_ID_H264);
        parameters.format(AV_PIX_FMT_YUV420P);
        parameters.width(format.width());
        parameters.height(format.height());
        parameters.bit_rate(format.videoBitRate());
        extradata(parameters, format.videoExtradata());
    }

    private void addAudio(EncodedFormat format) {
        AVStream stream = present("audio stream", avformat_new_stream(context, null));
        stream.time_base().num(1).den(EncodedPacket.AUDIO_TICKS);
        AVCodecParameters parameters = stream.codecpar();
        parameters.codec_type(AVMEDIA_TYPE_AUDIO);
        parameters.codec_id(AV_CODEC_ID_AAC);
        parameters.format(AV_SAMPLE_FMT_FLTP);
        parameters.sample_rate(EncodedPacket.AUDIO_TICKS);
        parameters.frame_size(1024);
        parameters.bit_rate(format.audioBitRate());
        av_channel_layout_default(parameters.ch_layout(), format.audioChannels());
        extradata(parameters, format.audioExtradata());
    }

    private static void extradata(AVCodecParameters parameters, byte[] bytes) {
        BytePointer copy = new BytePointer(
                present("memory for extradata", av_mallocz((long) bytes.length + AV_INPUT_BUFFER_PADDING_SIZE)));
        copy.put(bytes, 0, bytes.length);
        parameters.extradata(copy);
        parameters.extradata_size(bytes.length);
    }

    private void writeHeader() {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "movflags", FLAGS, 0);
        av_dict_set(options, "use_editlist", "0", 0);
        int result = avformat_write_header(context, options);
        av_dict_free(options);
        check("write the MP4 header", result);
    }

    private byte[] collect() {
        avio_flush(output);
        return collector.take();
    }

    /// FFmpeg's writes. Kept in a field: the native side holds no reference.
    private static final class Collector extends Write_packet_Pointer_BytePointer_int {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);

        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            byte[] copy = new byte[size];
            buffer.get(copy, 0, size);
            bytes.write(copy, 0, size);
            return size;
        }

        byte[] take() {
            byte[] taken = bytes.toByteArray();
            bytes.reset();
            return taken;
        }
    }
}
