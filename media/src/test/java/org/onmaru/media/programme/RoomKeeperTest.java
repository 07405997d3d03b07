package org.onmaru.media.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onmaru.media.rtc.RoomListener;

class RoomKeeperTest {

    private static final RoomAccess ACCESS = new RoomAccess(URI.create("ws://room"), "secret");

    private final AtomicLong now = new AtomicLong();
    private final OnAirGate gate = new OnAirGate(now::get);
    private final List<FakeRoom> rooms = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refusals = new AtomicInteger();
    private final RoomKeeper keeper = new RoomKeeper(gate, this::enter);

    RoomKeeperTest() {
        keeper.start();
    }

    @AfterEach
    void end() {
        keeper.close();
    }

    @Test
    void staysOutUntilWished() {
        keeper.access(ACCESS);
        await().during(java.time.Duration.ofMillis(150)).until(() -> rooms.isEmpty());
        gate.wish();
        await().until(() -> gate.read().onAir());
        assertThat(keeper.current()).isNotNull();
    }

    @Test
    void leavingIsImmediateAndTheNextStayIsNew() {
        goOnAir();
        var first = keeper.current();
        gate.unwish();
        keeper.leave();
        assertThat(keeper.current()).isNull();
        assertThat(gate.read().onAir()).isFalse();
        gate.wish();
        await().until(() -> gate.read().onAir());
        assertThat(keeper.current()).isNotSameAs(first);
        await().until(() -> rooms.getFirst().closed);
    }

    @Test
    void aLostRoomIsEnteredAgain() {
        goOnAir();
        rooms.getFirst().listener.closed("gone");
        await().until(() -> rooms.size() == 2 && gate.read().onAir());
        await().until(() -> rooms.getFirst().closed);
    }

    @Test
    void aRefusedRoomIsTriedAgainAndTheProblemStaysUntilItIsEntered() {
        refusals.set(Integer.MAX_VALUE);
        keeper.access(ACCESS);
        gate.wish();
        await().until(() -> keeper.problem() != null);
        assertThat(keeper.problem()).isNotNull().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("room-lost");
            assertThat(problem.toString()).doesNotContain("secret");
        });
        int tried = Integer.MAX_VALUE - refusals.get();
        await().until(() -> Integer.MAX_VALUE - refusals.get() > tried);
        assertThat(keeper.problem()).isNotNull();

        refusals.set(0);
        await().until(() -> gate.read().onAir() && keeper.problem() == null);
    }

    @Test
    void aRoomThatIsNotWantedAnyMoreIsNoProblem() {
        refusals.set(Integer.MAX_VALUE);
        keeper.access(ACCESS);
        gate.wish();
        await().until(() -> keeper.problem() != null);
        gate.unwish();
        await().until(() -> keeper.problem() == null);
    }

    @Test
    void aWishTakenBackWhileEnteringLeavesTheRoom() {
        keeper.access(ACCESS);
        var takeBack = new AtomicInteger(1);
        onEnter = () -> {
            if (takeBack.getAndDecrement() == 1) {
                gate.unwish();
            }
        };
        gate.wish();
        await().until(() -> rooms.size() == 1 && rooms.getFirst().closed);
        assertThat(keeper.current()).isNull();
        assertThat(gate.read().onAir()).isFalse();
    }

    @Test
    void theTokenIsNotInItsText() {
        assertThat(ACCESS.toString()).doesNotContain("secret");
    }

    private void goOnAir() {
        keeper.access(ACCESS);
        gate.wish();
        await().until(() -> gate.read().onAir());
    }

    private volatile Runnable onEnter = () -> {};

    private RoomDoor.Entered enter(RoomAccess access, RoomListener listener) throws IOException {
        onEnter.run();
        if (refusals.getAndDecrement() > 0) {
            throw new IOException("refused");
        }
        var room = new FakeRoom(listener);
        rooms.add(room);
        return room;
    }

    private static final class FakeRoom implements RoomDoor.Entered {
        private final RoomListener listener;
        private volatile boolean closed;

        FakeRoom(RoomListener listener) {
            this.listener = listener;
        }

        @Override
        public void subscribe(String track, boolean on) {}

        @Override
        public void want(String track, int width, int height, boolean enabled) {}

        @Override
        public void requestKeyFrame(String track) {}

        @Override
        public void close() {
            closed = true;
        }
    }
}
