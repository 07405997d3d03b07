package org.onmaru.media.programme;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.onmaru.wire.Gate;
import org.onmaru.wire.GateReason;

/// Decides, once per output frame, whether the room may be seen and heard. On air needs three things at once: the
/// server's wish, a lease renewed within ten seconds, and a connected room. Whatever is unknown is off air.
///
/// Any thread may tell it things; the output clock reads it once a frame and uses that one value for picture and
/// sound alike.
public final class OnAirGate {

    /// How long the gate stays open without a word from the server.
    public static final Duration LEASE = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private boolean wished;
    private boolean connected;
    private long renewedAt;
    private long generation;
    private Reading last = new Reading(Gate.OFF_AIR, GateReason.LIFECYCLE, 0);

    /// @param nanos monotonic nanoseconds, `System::nanoTime` outside tests
    public OnAirGate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// One reading of the gate.
    ///
    /// @param reason why it stands as it stands
    /// @param generation grows by one with each move, so that queued work knows whether it is still of this side
    public record Reading(Gate gate, GateReason reason, long generation) {

        /// True when the room may be seen and heard.
        public boolean onAir() {
            return gate == Gate.ON_AIR;
        }
    }

    /// The server wishes to be on air; counts as a renewal.
    public synchronized void wish() {
        wished = true;
        renewedAt = nanos.getAsLong();
    }

    /// The server wishes to be off air; true from the very next reading.
    public synchronized void unwish() {
        wished = false;
    }

    /// The server still knows that the programme may be on air.
    public synchronized void renew() {
        renewedAt = nanos.getAsLong();
    }

    /// The room is there, or not.
    public synchronized void room(boolean isConnected) {
        connected = isConnected;
    }

    /// The gate at this instant.
    public synchronized Reading read() {
        var gate = wished && connected && leased() ? Gate.ON_AIR : Gate.OFF_AIR;
        if (gate != last.gate()) {
            last = new Reading(gate, reasonFor(gate), ++generation);
        }
        return last;
    }

    /// True while the server wishes to be on air and the lease holds: the room should be connected then.
    public synchronized boolean wantsRoom() {
        return wished && leased();
    }

    private boolean leased() {
        return nanos.getAsLong() - renewedAt < LEASE.toNanos();
    }

    private GateReason reasonFor(Gate gate) {
        if (gate == Gate.ON_AIR || !wished) {
            return GateReason.COMMAND;
        }
        return leased() ? GateReason.ROOM_LOST : GateReason.LEASE_EXPIRED;
    }
}
