package org.onmaru.media.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.onmaru.wire.Gate;
import org.onmaru.wire.GateReason;

class OnAirGateTest {

    private final AtomicLong now = new AtomicLong(1_000);
    private final OnAirGate gate = new OnAirGate(now::get);

    @Test
    void beginsOffAir() {
        assertThat(gate.read().gate()).isEqualTo(Gate.OFF_AIR);
        assertThat(gate.read().reason()).isEqualTo(GateReason.LIFECYCLE);
    }

    @Test
    void aWishAloneIsNotEnough() {
        gate.wish();
        assertThat(gate.read().onAir()).isFalse();
        gate.room(true);
        assertThat(gate.read().onAir()).isTrue();
        assertThat(gate.read().reason()).isEqualTo(GateReason.COMMAND);
    }

    @Test
    void closesAtTheVeryNextReading() {
        open();
        gate.unwish();
        assertThat(gate.read().onAir()).isFalse();
        assertThat(gate.read().reason()).isEqualTo(GateReason.COMMAND);
    }

    @Test
    void failsClosedWhenTheLeaseRunsOut() {
        open();
        pass(Duration.ofMillis(9_999));
        assertThat(gate.read().onAir()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(gate.read().onAir()).isFalse();
        assertThat(gate.read().reason()).isEqualTo(GateReason.LEASE_EXPIRED);
        assertThat(gate.wantsRoom()).isFalse();
    }

    @Test
    void aRenewalKeepsItOpen() {
        open();
        for (int second = 0; second < 3_600; second++) {
            pass(Duration.ofSeconds(1));
            gate.renew();
            assertThat(gate.read().onAir()).isTrue();
        }
    }

    @Test
    void aRenewalWithoutAWishOpensNothing() {
        gate.room(true);
        gate.renew();
        assertThat(gate.read().onAir()).isFalse();
    }

    @Test
    void aLostRoomClosesAndItsReturnOpens() {
        open();
        gate.room(false);
        assertThat(gate.read().onAir()).isFalse();
        assertThat(gate.read().reason()).isEqualTo(GateReason.ROOM_LOST);
        assertThat(gate.wantsRoom()).isTrue();
        gate.room(true);
        assertThat(gate.read().onAir()).isTrue();
    }

    @Test
    void everyMoveIsANewGeneration() {
        long before = gate.read().generation();
        open();
        assertThat(gate.read().generation()).isEqualTo(before + 1);
        assertThat(gate.read().generation()).isEqualTo(before + 1);
        gate.unwish();
        assertThat(gate.read().generation()).isEqualTo(before + 2);
    }

    /// Against a model that only knows the rule: a million random events.
    @Test
    void isNeverOnAirWithoutWishLeaseAndRoom() {
        var random = new Random(20200225);
        boolean wished = false;
        boolean connected = false;
        long renewed = Long.MIN_VALUE / 2;
        for (int i = 0; i < 1_000_000; i++) {
            switch (random.nextInt(6)) {
                case 0 -> {
                    gate.wish();
                    wished = true;
                    renewed = now.get();
                }
                case 1 -> {
                    gate.unwish();
                    wished = false;
                }
                case 2 -> {
                    gate.renew();
                    renewed = now.get();
                }
                case 3, 4 -> {
                    connected = random.nextBoolean();
                    gate.room(connected);
                }
                default -> pass(Duration.ofMillis(random.nextInt(6_000)));
            }
            boolean expected = wished && connected && now.get() - renewed < OnAirGate.LEASE.toNanos();
            assertThat(gate.read().onAir()).isEqualTo(expected);
        }
    }

    private void open() {
        gate.wish();
        gate.room(true);
        assertThat(gate.read().onAir()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
