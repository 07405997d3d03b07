package org.onmaru.media.sink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.EncodedPacket;

/// Cuts picture and sound into pieces at the same moment of the programme. Sound is cut by its timestamp, never by
/// its arrival: AAC comes 42–64 ms late, so a piece waits until the sound has reached its end, usually two frames.
/// A piece also ends where the next key frame begins. One thread.
public final class Cutter {

    /// How far the picture may run ahead of missing sound before a piece goes without it, video ticks.
    private static final long PATIENCE = EncodedPacket.VIDEO_TICKS / 5;

    /// A piece of the programme.
    ///
    /// @param video in order, never empty
    /// @param audio in order, starting in `[start, end)`; what came too late for its piece is in a later one
    /// @param start first frame's time, video ticks
    /// @param end where the next piece begins, at most the wanted length after `start`; video ticks
    /// @param key true when it begins with a key frame
    /// @param beforeKey true when the next piece begins with a key frame
    /// @param beforeGap true when something is missing between it and the next piece
    public record Piece(
            List<EncodedPacket> video,
            List<EncodedPacket> audio,
            long start,
            long end,
            boolean key,
            boolean beforeKey,
            boolean beforeGap) {

        /// Length in video ticks.
        public long duration() {
            return end - start;
        }
    }

    private final long ticks;
    private final ArrayDeque<EncodedPacket> video = new ArrayDeque<>();
    private final ArrayDeque<EncodedPacket> audio = new ArrayDeque<>();
    private long soundEnd = -1;
    private long newest = Long.MIN_VALUE;

    /// @param ticks longest piece, 1/90000 s
    public Cutter(long ticks) {
        this.ticks = ticks;
    }

    /// Takes a packet; [#next] may then have a piece.
    public void add(EncodedPacket packet) {
        if (packet.kind() == EncodedPacket.Kind.VIDEO) {
            if (packet.pts() > newest) {
                newest = packet.pts();
                video.add(packet);
            }
        } else if (packet.pts() >= 0 && packet.pts() + packet.duration() > soundEnd) {
            soundEnd = packet.pts() + packet.duration();
            audio.add(packet);
        }
    }

    /// The next whole piece, if there is one.
    public Optional<Piece> next() {
        EncodedPacket first = video.peek();
        if (first == null) {
            return Optional.empty();
        }
        EncodedPacket after = boundary(first);
        if (after == null) {
            return Optional.empty();
        }
        boolean soundIsHere = inVideoTicks(soundEnd) >= after.pts();
        return soundIsHere || newest - after.pts() >= PATIENCE ? Optional.of(take(first, after)) : Optional.empty();
    }

    /// What is left, a piece a call, without waiting for sound; empty when nothing is left.
    public Optional<Piece> rest() {
        EncodedPacket first = video.peek();
        return first == null ? Optional.empty() : Optional.of(take(first, boundary(first)));
    }

    private @Nullable EncodedPacket boundary(EncodedPacket first) {
        for (EncodedPacket packet : video) {
            if (packet.pts() > first.pts() && (packet.key() || packet.pts() >= first.pts() + ticks)) {
                return packet;
            }
        }
        return null;
    }

    private Piece take(EncodedPacket first, @Nullable EncodedPacket after) {
        long limit = after == null ? Long.MAX_VALUE : after.pts();
        List<EncodedPacket> frames = new ArrayList<>();
        while (!video.isEmpty() && video.element().pts() < limit) {
            frames.add(video.remove());
        }
        EncodedPacket last = frames.getLast();
        long lastEnd = last.pts() + last.duration();
        long end = Math.min(after == null ? lastEnd : after.pts(), first.pts() + ticks);
        List<EncodedPacket> sound = new ArrayList<>();
        while (!audio.isEmpty() && inVideoTicks(audio.element().pts()) < limit) {
            sound.add(audio.remove());
        }
        boolean gap = after != null && after.pts() - lastEnd > ticks;
        return new Piece(frames, sound, first.pts(), end, first.key(), after != null && after.key(), gap);
    }

    private static long inVideoTicks(long audioTicks) {
        return Math.multiplyExact(audioTicks, EncodedPacket.VIDEO_TICKS / 6000) / (EncodedPacket.AUDIO_TICKS / 6000);
    }
}
