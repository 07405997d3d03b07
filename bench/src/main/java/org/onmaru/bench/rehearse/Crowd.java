package org.onmaru.bench.rehearse;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.onmaru.bench.media.AttendeeMedia;
import org.onmaru.bench.media.FrameGrid;
import org.onmaru.media.rtc.Attendee;
import org.onmaru.media.rtc.RoomUnreachable;

/// Simulated attendees in a room. One thread paces them all on the grid of Unix time that [FrameGrid] defines.
public final class Crowd implements AutoCloseable {

    /// What the room is told about loudness, in −dBov: the level of the tone.
    private static final int SPEAKING_LEVEL = 26;

    private static final List<Attendee.Layer> LAYERS = List.of(
            new Attendee.Layer(
                    "q", AttendeeMedia.LOW_WIDTH, AttendeeMedia.LOW_HEIGHT, (int) AttendeeMedia.LOW_BIT_RATE),
            new Attendee.Layer(
                    "h", AttendeeMedia.HIGH_WIDTH, AttendeeMedia.HIGH_HEIGHT, (int) AttendeeMedia.HIGH_BIT_RATE));

    private static final int ATTEMPTS = 3;
    private static final long VIDEO_TICKS_PER_MS = 90;
    private static final long AUDIO_TICKS_PER_MS = 48;

    private record Sender(Attendee attendee, AttendeeMedia media) {}

    private final List<Sender> senders = new CopyOnWriteArrayList<>();
    private final Thread pacing;
    private volatile boolean closed;

    public Crowd() {
        pacing = Thread.ofPlatform().name("crowd-pacing").daemon().start(this::pace);
    }

    /// Brings one attendee into the room with camera and microphone; returns when both flow. Tries again when the
    /// room is slow to answer, as browsers do.
    public void join(URI sfu, String token, AttendeeMedia media) throws RoomUnreachable {
        for (int attempt = 1; ; attempt++) {
            try {
                enter(sfu, token, media);
                return;
            } catch (RoomUnreachable e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void enter(URI sfu, String token, AttendeeMedia media) throws RoomUnreachable {
        Attendee attendee = Attendee.connect(sfu, token);
        var sender = new Sender(attendee, media);
        senders.add(sender);
        try {
            attendee.publishCamera(LAYERS);
            attendee.publishMicrophone();
        } catch (RoomUnreachable e) {
            senders.remove(sender);
            attendee.close();
            throw e;
        }
    }

    /// How many are still connected.
    public int present() {
        return (int) senders.stream().filter(sender -> sender.attendee.isOpen()).count();
    }

    private void pace() {
        long due = (System.currentTimeMillis() / AttendeeMedia.PACKET_MS + 1) * AttendeeMedia.PACKET_MS;
        while (!closed) {
            long wait = due - System.currentTimeMillis();
            if (wait > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(wait));
                continue;
            }
            send(due);
            due += AttendeeMedia.PACKET_MS;
        }
    }

    private void send(long dueMs) {
        long captureNanos = TimeUnit.MILLISECONDS.toNanos(dueMs);
        for (Sender sender : senders) {
            sender.attendee.sendAudio(
                    sender.media.sound(dueMs), dueMs * AUDIO_TICKS_PER_MS, captureNanos, SPEAKING_LEVEL);
        }
        if (dueMs % FrameGrid.FRAME_MS != 0) {
            return;
        }
        int code = FrameGrid.code(dueMs);
        boolean key = AttendeeMedia.key(code);
        for (Sender sender : senders) {
            sender.attendee.sendVideo(0, sender.media.low().get(code), key, dueMs * VIDEO_TICKS_PER_MS, captureNanos);
            sender.attendee.sendVideo(1, sender.media.high().get(code), key, dueMs * VIDEO_TICKS_PER_MS, captureNanos);
        }
    }

    /// Everybody leaves.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(pacing);
        for (Sender sender : senders) {
            sender.attendee.close();
        }
    }
}
