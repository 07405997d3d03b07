package org.onmaru.bench.media;

import java.util.ArrayList;
import java.util.List;
import org.onmaru.media.ffmpeg.OpusEncoder;
import org.onmaru.media.ffmpeg.VpxEncoder;

/// Makes an attendee's loop. Slow (about a second); [MediaLibrary] keeps the result.
final class AttendeeStudio {

    private static final int FRAMES_PER_SECOND = (int) (1000 / FrameGrid.FRAME_MS);
    private static final int SAMPLE_RATE = 48_000;
    /// Packets before the loop, so that the encoder has settled.
    private static final int LEAD = 25;

    private AttendeeStudio() {}

    static AttendeeMedia record(Signature signature) {
        return new AttendeeMedia(
                signature,
                layer(signature, AttendeeMedia.HIGH_WIDTH, AttendeeMedia.HIGH_HEIGHT, AttendeeMedia.HIGH_BIT_RATE),
                layer(signature, AttendeeMedia.LOW_WIDTH, AttendeeMedia.LOW_HEIGHT, AttendeeMedia.LOW_BIT_RATE),
                sound(signature));
    }

    private static List<byte[]> layer(Signature signature, int width, int height, long bitRate) {
        var painter = new AttendeePainter(signature, width, height);
        List<byte[]> frames = new ArrayList<>(FrameGrid.FRAMES);
        try (var encoder = new VpxEncoder(width, height, FRAMES_PER_SECOND, bitRate)) {
            for (int code = 0; code < FrameGrid.FRAMES; code++) {
                frames.add(encoder.encode(painter.paint(code), AttendeeMedia.key(code)));
            }
        }
        return frames;
    }

    private static List<byte[]> sound(Signature signature) {
        List<byte[]> packets = new ArrayList<>(AttendeeMedia.PACKETS);
        try (var encoder = new OpusEncoder(AttendeeMedia.SOUND_BIT_RATE)) {
            var samples = new float[OpusEncoder.PACKET_SAMPLES];
            for (int packet = -LEAD; packet < AttendeeMedia.PACKETS; packet++) {
                fill(samples, signature.toneHertz(), (long) packet * OpusEncoder.PACKET_SAMPLES);
                byte[] data = encoder.encode(samples);
                if (packet >= 0) {
                    packets.add(data);
                }
            }
        }
        return packets;
    }

    private static void fill(float[] samples, int hertz, long first) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Signature.AMPLITUDE * (float) Math.sin(2 * Math.PI * hertz * (first + i) / SAMPLE_RATE);
        }
    }
}
