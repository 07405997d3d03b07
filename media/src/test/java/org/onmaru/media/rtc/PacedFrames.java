package org.onmaru.media.rtc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Makes recognisable frames and sends them at their pace: 25 pictures and 50 sounds a second. What a
/// frame holds follows from its number alone.
final class PacedFrames implements AutoCloseable {

    static final int KEY_EVERY = 50;
    private static final int REMEMBERED = 4000;

    private final Attendee attendee;
    private final int layers;
    private final int step;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pace").factory());
    private final List<ScheduledFuture<?>> running = new ArrayList<>();
    private final Map<Long, Long> pictureTimes = new ConcurrentHashMap<>();
    private long picture;
    private long sound;

    PacedFrames(Attendee attendee, int layers) {
        this(attendee, layers, 1);
    }

    /// @param step pictures are numbered in steps of this, so key frames come so much more often
    PacedFrames(Attendee attendee, int layers, int step) {
        this.attendee = attendee;
        this.layers = layers;
        this.step = step;
        running.add(pace.scheduleAtFixedRate(this::picture, 0, 40, TimeUnit.MILLISECONDS));
        running.add(pace.scheduleAtFixedRate(this::sound, 0, 20, TimeUnit.MILLISECONDS));
    }

    /// VP8 as far as an SFU looks: key bit, start code and size, then noise that tells layer and number.
    static byte[] frame(int layer, long number) {
        boolean key = number % KEY_EVERY == 0;
        Random random = new Random(number * 3 + layer);
        byte[] frame = new byte[(key ? 3000 : 700) * (layer + 1) + random.nextInt(400)];
        random.nextBytes(frame);
        frame[0] = (byte) (key ? 0x10 : 0x11);
        if (key) {
            byte[] header = {
                (byte) 0x9d,
                0x01,
                0x2a,
                (byte) (320 << layer),
                (byte) ((320 << layer) >> 8),
                (byte) (180 << layer),
                (byte) ((180 << layer) >> 8)
            };
            System.arraycopy(header, 0, frame, 3, header.length);
        }
        return frame;
    }

    static byte[] packet(long number) {
        byte[] packet = new byte[80];
        new Random(number).nextBytes(packet);
        packet[0] = 0x78;
        return packet;
    }

    static long unixNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /// When a picture was said to be captured.
    long captured(long number) {
        return pictureTimes.getOrDefault(number, 0L);
    }

    private void picture() {
        long now = unixNanos();
        pictureTimes.put(picture, now);
        pictureTimes.remove(picture - (long) REMEMBERED * step);
        for (int layer = 0; layer < layers; layer++) {
            attendee.sendVideo(layer, frame(layer, picture), picture % KEY_EVERY == 0, picture * 3600, now);
        }
        picture += step;
    }

    private void sound() {
        attendee.sendAudio(packet(sound), sound * 960, unixNanos(), 20);
        sound++;
    }

    @Override
    public void close() {
        running.forEach(one -> one.cancel(false));
        pace.shutdownNow();
    }
}
