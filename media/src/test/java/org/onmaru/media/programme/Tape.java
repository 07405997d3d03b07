package org.onmaru.media.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.ffmpeg.AacListener;
import org.onmaru.media.ffmpeg.Decoded;
import org.onmaru.media.ffmpeg.VideoDecoder;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.frame.FramePool;
import org.onmaru.media.frame.YuvFrame;

/// Takes all that a programme gives out, and looks at it afterwards as a player would.
final class Tape implements Outputs {

    private final List<EncodedPacket> packets = new ArrayList<>();
    private @Nullable EncodedFormat format;
    private int kept;

    /// Looks at one picture.
    interface Look {
        boolean at(YuvFrame picture);
    }

    @Override
    public void open(EncodedFormat given) {
        format = given;
    }

    @Override
    public void begin(Instant zero) {}

    @Override
    public synchronized void accept(EncodedPacket packet) {
        packets.add(packet);
    }

    @Override
    public synchronized void keep() {
        kept++;
    }

    @Override
    public void close() {}

    int kept() {
        return kept;
    }

    /// Numbers of the frames that decode alone.
    List<Long> keys() {
        return of(EncodedPacket.Kind.VIDEO).stream()
                .filter(EncodedPacket::key)
                .map(Tape::frame)
                .toList();
    }

    /// Every frame's number and what the look says of it.
    SortedMap<Long, Boolean> look(Look look) {
        var seen = new TreeMap<Long, Boolean>();
        var parameters = Objects.requireNonNull(format).videoExtradata();
        try (var decoder = new VideoDecoder(Codec.H264)) {
            var pool = new FramePool(2);
            for (var packet : of(EncodedPacket.Kind.VIDEO)) {
                var data = packet.key() ? joined(parameters, packet.data()) : packet.data();
                if (!(decoder.decode(data, pool) instanceof Decoded.Picture(YuvFrame picture))) {
                    throw new AssertionError("frame " + frame(packet) + " does not decode");
                }
                seen.put(frame(packet), look.at(picture));
                pool.give(picture);
            }
        }
        return seen;
    }

    /// Interleaved stereo from the programme's first sample on.
    float[] sound() {
        return AacListener.hear(Objects.requireNonNull(format).audioExtradata(), of(EncodedPacket.Kind.AUDIO));
    }

    private synchronized List<EncodedPacket> of(EncodedPacket.Kind kind) {
        return packets.stream().filter(packet -> packet.kind() == kind).toList();
    }

    private static long frame(EncodedPacket packet) {
        return packet.pts() * 30 / EncodedPacket.VIDEO_TICKS;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
