package org.onmaru.media.rtc.rtp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts one stream's packets back in order. Holds at most 1,024 packets; what is missing for too long
/// is given up. One thread.
public final class ReorderRing {

    /// Receives packets in order.
    public interface Output {

        /// @param gapBefore true when packets just before this one are lost for good
        void packet(RtpPacket packet, boolean gapBefore);
    }

    private static final int SLOTS = 1024;
    private static final int MASK = SLOTS - 1;
    /// Numbers begin here, so that those before the first packet are not negative.
    private static final long FIRST_CYCLE = 0x1_0000L;
    /// So many packets in a row from far behind mean that the sender started anew.
    private static final int RESTART_AFTER = 64;

    private final @Nullable RtpPacket[] slots = new @Nullable RtpPacket[SLOTS];
    private final long giveUpNanos;
    private final Output output;

    private long next = -1;
    private long newest = -1;
    private long first;
    private long waitingSince;
    private boolean waiting;
    private boolean gap;
    private int behindInARow;

    private long received;
    private long lost;
    private long late;

    public ReorderRing(long giveUpNanos, Output output) {
        this.giveUpNanos = giveUpNanos;
        this.output = output;
    }

    /// Takes a packet and hands out all that are now in order.
    public void put(RtpPacket packet) {
        long sequence = extend(packet.sequence());
        if (next < 0) {
            restart(sequence);
        }
        if (sequence < next && !restarted(sequence)) {
            late++;
            return;
        }
        behindInARow = 0;
        if (sequence - next >= SLOTS) {
            skipTo(sequence);
        }
        int slot = (int) (sequence & MASK);
        if (slots[slot] != null) {
            late++;
            return;
        }
        slots[slot] = packet;
        received++;
        newest = Math.max(newest, sequence);
        drain();
        watch(packet.arrival());
    }

    /// Gives up what has been missing for too long.
    public void tick(long now) {
        if (waiting && now - waitingSince > giveUpNanos) {
            long present = next;
            while (present <= newest && slots[(int) (present & MASK)] == null) {
                present++;
            }
            skipTo(present);
            drain();
            waiting = false;
            watch(now);
        }
    }

    /// Extended sequence numbers that are missing, oldest first, at most `limit`.
    public List<Long> missing(int limit) {
        if (!waiting) {
            return List.of();
        }
        List<Long> missing = new ArrayList<>();
        for (long sequence = next; sequence < newest && missing.size() < limit; sequence++) {
            if (slots[(int) (sequence & MASK)] == null) {
                missing.add(sequence);
            }
        }
        return missing;
    }

    public boolean isWaiting() {
        return waiting;
    }

    public long received() {
        return received;
    }

    public long lost() {
        return lost;
    }

    public long late() {
        return late;
    }

    /// The highest extended sequence number so far, counted from the first wrap as RFC 3550 has it.
    public long newest() {
        return newest - FIRST_CYCLE;
    }

    /// How many packets the sender must have sent.
    public long expected() {
        return next < 0 ? 0 : newest - first + 1;
    }

    private long extend(int sequence) {
        if (newest < 0) {
            return FIRST_CYCLE + sequence;
        }
        return newest + (short) (sequence - (int) newest);
    }

    /// A packet from behind is late, unless nothing but such packets comes any more.
    private boolean restarted(long sequence) {
        boolean far = next - sequence > SLOTS;
        behindInARow = far ? behindInARow + 1 : 0;
        if (behindInARow < RESTART_AFTER) {
            return false;
        }
        skipTo(newest + 1);
        gap = true;
        restart(sequence);
        return true;
    }

    private void restart(long sequence) {
        next = sequence;
        first = sequence - received;
        newest = sequence - 1;
        waiting = false;
    }

    private void skipTo(long sequence) {
        if (sequence - next > SLOTS) {
            lost += sequence - next - SLOTS;
            long resume = sequence - SLOTS;
            for (int i = 0; i < SLOTS && next < resume; i++) {
                step();
            }
            next = Math.max(next, resume);
        }
        while (next < sequence) {
            step();
        }
    }

    private void step() {
        int slot = (int) (next++ & MASK);
        RtpPacket packet = slots[slot];
        slots[slot] = null;
        if (packet == null) {
            lost++;
            gap = true;
        } else {
            deliver(packet);
        }
    }

    private void drain() {
        RtpPacket packet = slots[(int) (next & MASK)];
        while (packet != null) {
            slots[(int) (next & MASK)] = null;
            next++;
            waiting = false;
            deliver(packet);
            packet = slots[(int) (next & MASK)];
        }
    }

    private void deliver(RtpPacket packet) {
        boolean before = gap;
        gap = false;
        output.packet(packet, before);
    }

    private void watch(long now) {
        if (next > newest) {
            waiting = false;
        } else if (!waiting) {
            waiting = true;
            waitingSince = now;
        }
    }
}
