package org.onmaru.media.hls;

import java.nio.ByteBuffer;
import java.util.Random;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;

/// Packets that mux but show nothing: the shape of a programme without the work.
final class FakePackets {

    static final EncodedFormat FORMAT = new EncodedFormat(
            1280,
            720,
            30,
            new byte[] {
                1, 0x64, 0, 0x1f, -1, -31, 0, 4, 0x67, 0x64, 0, 0x1f, 1, 0, 4, 0x68, (byte) 0xee, 0x3c, (byte) 0x80
            },
            new byte[] {0x11, (byte) 0x90},
            2,
            2_500_000,
            128_000,
            60);

    private final Random random;
    private long audio;

    FakePackets(Random random) {
        this.random = random;
    }

    EncodedPacket frame(long index, boolean key) {
        byte[] data = new byte[40 + random.nextInt(40)];
        random.nextBytes(data);
        ByteBuffer.wrap(data).putInt(data.length - 4).put((byte) (key ? 0x65 : 0x41));
        return new EncodedPacket(EncodedPacket.Kind.VIDEO, data, index * 3000, 3000, key);
    }

    /// The next sound if the programme has come that far.
    boolean soundBefore(long frames) {
        return (audio + 2) * 1024 <= frames * 1600;
    }

    /// True when the sound so far goes beyond the frame's beginning.
    boolean soundReached(long frame) {
        return audio * 1024 >= frame * 1600;
    }

    EncodedPacket sound() {
        byte[] data = new byte[20];
        random.nextBytes(data);
        data[0] = 0x21;
        return new EncodedPacket(EncodedPacket.Kind.AUDIO, data, 1024 * audio++, 1024, true);
    }
}
