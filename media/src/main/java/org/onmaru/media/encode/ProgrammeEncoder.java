package org.onmaru.media.encode;

import java.util.function.Consumer;
import org.onmaru.media.ffmpeg.AacEncoder;
import org.onmaru.media.ffmpeg.H264Encoder;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.frame.YuvFrame;

/// The one encode of a programme. Nothing is queued in it: a picture's packet has been handed out when [#picture]
/// returns, so nothing of the room can wait here while the gate moves. One thread at a time: the programme's loop.
public final class ProgrammeEncoder implements AutoCloseable {

    private final H264Encoder video;
    private final AacEncoder audio;
    private final EncodedFormat format;
    private final int gopFrames;
    private final Consumer<EncodedPacket> out;
    private long nextKey;

    /// @param firstFrame number of the first frame that will come: 0, or where an earlier studio stopped
    /// @param out gets every packet on the calling thread; sound lags the picture by up to 42 ms
    public ProgrammeEncoder(ProgrammeFormat format, long firstFrame, Consumer<EncodedPacket> out) {
        this.out = out;
        this.gopFrames = format.gopFrames();
        this.video = new H264Encoder(
                format.width(), format.height(), format.framesPerSecond(), format.gopFrames(), format.videoBitRate());
        this.audio = new AacEncoder(format.audioBitRate(), firstFrame * format.samplesPerFrame());
        this.format = new EncodedFormat(
                format.width(),
                format.height(),
                format.framesPerSecond(),
                video.extradata(),
                audio.extradata(),
                AacEncoder.CHANNELS,
                format.videoBitRate(),
                format.audioBitRate(),
                format.gopFrames());
    }

    /// What muxers must know.
    public EncodedFormat format() {
        return format;
    }

    /// Encodes the picture of frame number `frame`; numbers may be skipped, never repeated. IDRs are due by number: the
    /// encoder alone would count pictures, and where some were skipped segments would begin without one.
    ///
    /// @param forceKey makes it an IDR: the first picture on each side of the gate
    public void picture(YuvFrame picture, long frame, boolean forceKey) {
        boolean key = forceKey || frame >= nextKey;
        if (key) {
            nextKey = frame + gopFrames;
        }
        video.encode(picture, frame, key, out);
    }

    /// Appends sound, interleaved stereo; every frame's time has its samples, skipped pictures too.
    public void sound(float[] stereo) {
        audio.encode(stereo, out);
    }

    /// Hands out the rest and frees the encoders.
    @Override
    public void close() {
        video.finish(out);
        audio.finish(out);
        video.close();
        audio.close();
    }
}
