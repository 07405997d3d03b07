package org.onmaru.media.rtc.rtp;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;

/// One subscribed track's RTP: packets in, access units and feedback out. After a loss, video stays
/// silent until the next key frame, which it asks for. One thread.
public final class IncomingStream {

    /// What a stream sends back and on.
    public interface Output {

        void unit(AccessUnit unit);

        /// @param missing extended sequence numbers
        void nack(int ssrc, List<Long> missing);

        void pictureLoss(int ssrc);
    }

    private static final long GIVE_UP = 250_000_000L;
    private static final long NACK_EVERY = 20_000_000L;
    private static final int NACK_AT_ONCE = 128;
    private static final long KEY_EVERY = 500_000_000L;

    private final String track;
    private final int ssrc;
    private final Codec codec;
    private final LongUnaryOperator unixNanos;
    private final Output output;
    private final ReorderRing ring = new ReorderRing(GIVE_UP, this::ordered);
    private final TimestampLine line = new TimestampLine();
    private final SenderReportClock clock;
    private final Reception reception;
    private final Depacketizer depacketizer;

    private boolean needKey;
    private boolean gap;
    private boolean frameGap;
    private long lastNack;
    private boolean nacked;
    private @Nullable Long lastKeyRequest;
    private boolean keyWanted;

    private long units;
    private long dropped;

    /// @param unixNanos turns `System.nanoTime()` into Unix nanoseconds
    public IncomingStream(String track, int ssrc, Codec codec, LongUnaryOperator unixNanos, Output output) {
        this.track = track;
        this.ssrc = ssrc;
        this.codec = codec;
        this.unixNanos = unixNanos;
        this.output = output;
        this.clock = new SenderReportClock(codec.clockRate());
        this.reception = new Reception(ssrc, codec.clockRate());
        this.depacketizer = Depacketizer.of(codec, this::frame);
        this.needKey = codec.isVideo();
    }

    public String track() {
        return track;
    }

    public int ssrc() {
        return ssrc;
    }

    public Codec codec() {
        return codec;
    }

    public void rtp(RtpPacket packet) {
        reception.packet(packet.timestamp(), packet.arrival());
        ring.put(packet);
        askForMissing(packet.arrival());
    }

    public void report(RtcpMessage.SenderReport report, long now) {
        reception.report(report.ntp(), now);
        if (line.begun()) {
            clock.report(line.peek(report.rtpTimestamp()), report.unixNanos());
        }
    }

    /// To be called every 20 ms or so.
    public void tick(long now) {
        ring.tick(now);
        askForMissing(now);
        if (keyWanted || (needKey && ring.received() > 0)) {
            askForKey(now);
        }
    }

    /// Asks for a key frame as soon as the rate limit allows.
    public void wantKey(long now) {
        if (codec.isVideo()) {
            keyWanted = true;
            askForKey(now);
        }
    }

    /// Our report about this stream, or null if nothing came yet.
    public RtcpWriter.@Nullable Block block(long now) {
        return ring.expected() == 0 ? null : reception.block(ring, now);
    }

    public long units() {
        return units;
    }

    /// Frames that came but could not be handed on: broken, before a key frame, or the SFU's filler.
    public long dropped() {
        return dropped;
    }

    public long lost() {
        return ring.lost();
    }

    public long malformed() {
        return depacketizer.malformed();
    }

    private void ordered(RtpPacket packet, boolean gapBefore) {
        gap |= gapBefore;
        if (packet.size() == 0) {
            return;
        }
        long timestamp = line.extend(packet.timestamp());
        boolean before = gap;
        gap = false;
        frameGap |= before;
        depacketizer.packet(packet, timestamp, before);
    }

    private void frame(byte[] data, long timestamp, boolean key, boolean intact, long arrival) {
        boolean broken = !intact || (codec.isVideo() && frameGap && !key);
        needKey |= broken && codec.isVideo();
        frameGap |= broken;
        if (broken || (needKey && !key) || data.length == 0 || BlankFrame.is(codec, data)) {
            dropped++;
            if (needKey) {
                askForKey(arrival);
            }
            return;
        }
        needKey = false;
        if (key) {
            keyWanted = false;
        }
        boolean before = frameGap;
        frameGap = false;
        units++;
        long captured = clock.captured(timestamp, unixNanos.applyAsLong(arrival));
        output.unit(new AccessUnit(track, codec, data, timestamp, key, before, arrival, captured));
    }

    private void askForMissing(long now) {
        if (!ring.isWaiting()) {
            nacked = false;
            return;
        }
        if (nacked && now - lastNack < NACK_EVERY) {
            return;
        }
        List<Long> missing = ring.missing(NACK_AT_ONCE);
        if (!missing.isEmpty()) {
            nacked = true;
            lastNack = now;
            output.nack(ssrc, missing);
        }
    }

    private void askForKey(long now) {
        if (!codec.isVideo() || (lastKeyRequest != null && now - lastKeyRequest < KEY_EVERY)) {
            return;
        }
        lastKeyRequest = now;
        keyWanted = false;
        output.pictureLoss(ssrc);
    }
}
