package org.onmaru.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.frame.YuvFrame;

class ProgrammeEncoderIT {

    private static final int GOP = 60;
    private static final ProgrammeFormat FORMAT = new ProgrammeFormat(320, 180, 30, GOP, 300_000, 96_000);

    /// A machine that is late skips pictures; the IDRs, and with them the segments, still come every two seconds.
    @Test
    void keysAreDueByTimeHoweverManyPicturesAreSkipped() {
        for (int seed = 0; seed < 5; seed++) {
            var random = new Random(seed);
            var encoded = new ArrayList<Long>();
            var forced = new TreeSet<Long>();
            for (long frame = 0; frame < 600; frame += random.nextInt(10) == 0 ? 1 + random.nextInt(40) : 1) {
                encoded.add(frame);
                if (random.nextInt(150) == 0) {
                    forced.add(frame);
                }
            }
            assertThat(keys(encoded, forced)).as("seed %d", seed).isEqualTo(due(encoded, forced));
        }
    }

    private static List<Long> due(List<Long> encoded, Set<Long> forced) {
        var keys = new ArrayList<Long>();
        for (long frame : encoded) {
            if (keys.isEmpty() || forced.contains(frame) || frame - keys.getLast() >= GOP) {
                keys.add(frame);
            }
        }
        return keys;
    }

    private static List<Long> keys(List<Long> encoded, Set<Long> forced) {
        var packets = new ArrayList<EncodedPacket>();
        var picture = YuvFrame.allocate(FORMAT.width(), FORMAT.height());
        try (var encoder = new ProgrammeEncoder(FORMAT, 0, packets::add)) {
            for (long frame : encoded) {
                encoder.picture(picture, frame, forced.contains(frame));
            }
        }
        long ticks = EncodedPacket.VIDEO_TICKS / FORMAT.framesPerSecond();
        return packets.stream()
                .filter(packet -> packet.kind() == EncodedPacket.Kind.VIDEO && packet.key())
                .map(packet -> packet.pts() / ticks)
                .toList();
    }
}
