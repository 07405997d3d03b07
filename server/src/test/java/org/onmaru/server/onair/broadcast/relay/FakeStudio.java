package org.onmaru.server.onair.broadcast.relay;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.hls.Origin;
import org.onmaru.media.hls.Packager;

/// A studio with a real packager and origin that plays noise in real time or faster.
final class FakeStudio implements AutoCloseable {

    /// SPS and PPS of a 1280×720 High stream.
    private static final String AVCC =
            "0164001fffe1" + "001a6764001facd9405005bb0110000003001000000303c0f1831960" + "01000668ebe3cb22c0";

    private static final EncodedFormat FORMAT = new EncodedFormat(
            1280, 720, 30, HexFormat.of().parseHex(AVCC), new byte[] {0x11, (byte) 0x90}, 2, 2_500_000, 128_000, 60);

    private final Random random = new Random(1);
    private final Packager packager;
    private final Origin origin;
    private final Thread clock;
    private volatile boolean stopped;
    private volatile boolean silent;

    /// @param speed programme seconds per second
    FakeStudio(Path directory, double speed) throws IOException {
        packager = Packager.open(directory, FORMAT, problem -> {
            throw new IllegalStateException(problem.toString());
        });
        packager.begin(Instant.now());
        origin = Origin.start(packager);
        clock = Thread.ofPlatform().name("fake-studio").start(() -> run(speed));
    }

    String instance() {
        return packager.instance();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + origin.port());
    }

    String key() {
        return origin.key();
    }

    long requests() {
        return origin.requests();
    }

    /// Hangs: it answers, but nothing new comes, until it goes on.
    void hang() {
        silent = true;
    }

    /// Goes on after [#hang], with the frames that follow those it gave.
    void goOn() {
        silent = false;
    }

    /// Dies without a word.
    @Override
    public void close() {
        stopped = true;
        origin.close();
        join();
        packager.suspend();
    }

    /// Ends the programme as a studio does.
    void end() {
        stopped = true;
        join();
        packager.close();
        origin.close();
    }

    private void join() {
        try {
            clock.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(double speed) {
        long start = System.nanoTime();
        long hung = 0;
        long sound = 0;
        for (long frame = 0; !stopped; frame++) {
            long from = System.nanoTime();
            while (silent && !stopped) {
                LockSupport.parkNanos(1_000_000);
                hung += System.nanoTime() - from;
                from = System.nanoTime();
            }
            long due = start + hung + (long) (frame * 1e9 / 30 / speed);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            boolean key = frame % 60 == 0;
            packager.accept(packet(EncodedPacket.Kind.VIDEO, key ? 30_000 : 9_000, frame * 3000, 3000, key));
            for (; (sound + 2) * 1024 <= frame * 1600; sound++) {
                packager.accept(packet(EncodedPacket.Kind.AUDIO, 340, sound * 1024, 1024, true));
            }
        }
    }

    private EncodedPacket packet(EncodedPacket.Kind kind, int size, long pts, long duration, boolean key) {
        byte[] data = new byte[size];
        random.nextBytes(data);
        if (kind == EncodedPacket.Kind.VIDEO) {
            ByteBuffer.wrap(data).putInt(size - 4).put((byte) (key ? 0x65 : 0x41));
        } else {
            data[0] = 0x21;
        }
        return new EncodedPacket(kind, data, pts, duration, key);
    }
}
