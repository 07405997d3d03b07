package org.onmaru.media.rtc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.rtc.rtp.IncomingStream;
import org.onmaru.media.rtc.rtp.RtcpMessage;
import org.onmaru.media.rtc.rtp.RtcpWriter;
import org.onmaru.media.rtc.rtp.RtpPacket;
import org.onmaru.media.rtc.sdp.MediaSection;
import org.onmaru.media.rtc.sdp.SessionSdp;
import org.onmaru.media.rtc.transport.WallClock;

/// The streams that the SFU's last offer announced, by SSRC. Network thread only.
final class SubscribedStreams implements IncomingStream.Output {

    /// What the last offer changed.
    ///
    /// @param begun tracks that are new
    /// @param ended tracks that are gone
    record Change(Set<String> begun, Set<String> ended) {}

    private static final long REPORT_EVERY = 1_000_000_000L;
    private static final int MAX_STREAMS = 4096;

    private final int ownSsrc;
    private final WallClock clock;
    private final Consumer<AccessUnit> units;
    private final Consumer<byte[]> control;
    private final Map<Integer, Slot> bySsrc = new HashMap<>();
    private final Map<Integer, Codec> formats = new HashMap<>();
    private long reportedAt;
    private long refused;
    private long unitsOfEnded;
    private long droppedOfEnded;
    private long lostOfEnded;

    /// A track's SSRC; its stream begins with the first packet, which tells the codec.
    private static final class Slot {
        private final String track;
        private @Nullable IncomingStream stream;

        Slot(String track) {
            this.track = track;
        }
    }

    /// @param units receives access units
    /// @param control sends RTCP
    SubscribedStreams(int ownSsrc, WallClock clock, Consumer<AccessUnit> units, Consumer<byte[]> control) {
        this.ownSsrc = ownSsrc;
        this.clock = clock;
        this.units = units;
        this.control = control;
    }

    Change apply(SessionSdp offer) {
        Set<String> before = tracks();
        Map<Integer, String> announced = new HashMap<>();
        for (MediaSection section : offer.sections()) {
            section.formats().forEach(format -> formats.put(format.payloadType(), format.codec()));
            if (section.sends() && !section.kind().equals("application") && announced.size() < MAX_STREAMS) {
                section.ssrcs().forEach(stream -> announced.put(stream.ssrc(), stream.track()));
            }
        }
        for (Iterator<Map.Entry<Integer, Slot>> all = bySsrc.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Integer, Slot> entry = all.next();
            if (!entry.getValue().track.equals(announced.get(entry.getKey()))) {
                retire(entry.getValue());
                all.remove();
            }
        }
        announced.forEach((ssrc, track) -> bySsrc.computeIfAbsent(ssrc, s -> new Slot(track)));
        Set<String> after = tracks();
        Set<String> begun = new HashSet<>(after);
        begun.removeAll(before);
        before.removeAll(after);
        return new Change(begun, before);
    }

    void rtp(byte[] data, int length, long arrival) {
        RtpPacket packet = RtpPacket.parse(data, length, arrival);
        Slot slot = packet == null ? null : bySsrc.get(packet.ssrc());
        Codec codec = packet == null ? null : formats.get(packet.payloadType());
        if (packet == null || slot == null || codec == null) {
            refused++;
            return;
        }
        IncomingStream stream = slot.stream;
        if (stream == null || stream.codec() != codec) {
            retire(slot);
            stream = new IncomingStream(slot.track, packet.ssrc(), codec, clock::unixNanos, this);
            slot.stream = stream;
        }
        stream.rtp(packet);
    }

    void rtcp(byte[] data, int length, long now) {
        for (RtcpMessage message : RtcpMessage.parse(data, length)) {
            if (message instanceof RtcpMessage.SenderReport report) {
                Slot slot = bySsrc.get(report.ssrc());
                if (slot != null && slot.stream != null) {
                    slot.stream.report(report, now);
                }
            }
        }
    }

    void tick(long now) {
        boolean due = now - reportedAt >= REPORT_EVERY;
        List<RtcpWriter.Block> blocks = new ArrayList<>();
        for (Slot slot : bySsrc.values()) {
            IncomingStream stream = slot.stream;
            if (stream != null) {
                stream.tick(now);
                RtcpWriter.Block block = due ? stream.block(now) : null;
                if (block != null) {
                    blocks.add(block);
                }
            }
        }
        if (due) {
            reportedAt = now;
            for (int from = 0; from < blocks.size(); from += RtcpWriter.MAX_BLOCKS) {
                int to = Math.min(blocks.size(), from + RtcpWriter.MAX_BLOCKS);
                control.accept(RtcpWriter.receiverReport(ownSsrc, blocks.subList(from, to)));
            }
        }
    }

    void wantKey(String track, long now) {
        for (Slot slot : bySsrc.values()) {
            if (slot.track.equals(track) && slot.stream != null) {
                slot.stream.wantKey(now);
            }
        }
    }

    Set<String> tracks() {
        Set<String> tracks = new HashSet<>();
        bySsrc.values().forEach(slot -> tracks.add(slot.track));
        return tracks;
    }

    RoomCounters counters(long packets, long refusedByTransport, long unreadable) {
        long delivered = unitsOfEnded;
        long dropped = droppedOfEnded;
        long lost = lostOfEnded;
        for (Slot slot : bySsrc.values()) {
            if (slot.stream != null) {
                delivered += slot.stream.units();
                dropped += slot.stream.dropped();
                lost += slot.stream.lost();
            }
        }
        return new RoomCounters(packets, refused + refusedByTransport, delivered, dropped, lost, unreadable);
    }

    @Override
    public void unit(AccessUnit unit) {
        units.accept(unit);
    }

    @Override
    public void nack(int ssrc, List<Long> missing) {
        control.accept(RtcpWriter.nack(ownSsrc, ssrc, missing));
    }

    @Override
    public void pictureLoss(int ssrc) {
        control.accept(RtcpWriter.pictureLoss(ownSsrc, ssrc));
    }

    private void retire(Slot slot) {
        IncomingStream stream = slot.stream;
        if (stream != null) {
            unitsOfEnded += stream.units();
            droppedOfEnded += stream.dropped();
            lostOfEnded += stream.lost();
        }
        slot.stream = null;
    }
}
