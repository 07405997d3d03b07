package org.onmaru.bench.citizen;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.onmaru.bench.media.AttendeePainter;
import org.onmaru.bench.media.FrameGrid;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.encode.ProgrammeEncoder;
import org.onmaru.media.encode.ProgrammeFormat;
import org.onmaru.media.hls.Packager;

/// A programme of one attendee, full size, by the real encoder and packager, thirty times a second until closed.
public final class EncodedProgramme implements AutoCloseable {

    private final Signature who;
    private final AttendeePainter painter;
    private final ProgrammeEncoder encoder;
    private final Packager packager;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    public EncodedProgramme(Path directory, Signature who) throws IOException {
        this.who = who;
        painter = new AttendeePainter(who, 1280, 720);
        var holder = new Packager[1];
        encoder = new ProgrammeEncoder(ProgrammeFormat.STANDARD, 0, packet -> holder[0].accept(packet));
        packager = Packager.open(directory, encoder.format(), problem -> {});
        holder[0] = packager;
        thread = Thread.ofPlatform().name("programme").start(this::run);
    }

    public Packager packager() {
        return packager;
    }

    private void run() {
        long began = System.nanoTime();
        packager.begin(Instant.now());
        int perFrame = ProgrammeFormat.STANDARD.samplesPerFrame();
        for (long frame = 0; closing.getCount() > 0; frame++) {
            long due = began + frame * 1_000_000_000L / 30;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            encoder.picture(painter.paint(FrameGrid.code(System.currentTimeMillis())), frame, false);
            encoder.sound(tone(frame * perFrame, perFrame));
        }
    }

    private float[] tone(long first, int samples) {
        var stereo = new float[2 * samples];
        for (int i = 0; i < samples; i++) {
            double turn = 2 * Math.PI * who.toneHertz() * (first + i) / 48_000;
            stereo[2 * i] = Signature.AMPLITUDE * (float) Math.sin(turn);
            stereo[2 * i + 1] = stereo[2 * i];
        }
        return stereo;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        encoder.close();
        packager.close();
    }
}
