package org.onmaru.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.onmaru.media.source.Hall.MS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onmaru.media.ffmpeg.AacEncoder;
import org.onmaru.media.ffmpeg.AacListener;
import org.onmaru.media.ffmpeg.OpusDecoder;
import org.onmaru.media.ffmpeg.Sender;
import org.onmaru.media.ffmpeg.Tone;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.frame.EncodedPacket;

class RoomSoundIT {

    private static final long SECOND = 1000 * MS;

    private final Hall hall = new Hall();
    private final SplittableRandom random = new SplittableRandom(11);

    @AfterEach
    void close() {
        hall.close();
    }

    /// Sends a tone in 20 ms packets where `speaks` says so, by the packet's capture time.
    private List<byte[]> say(
            String identity, double hertz, int channels, long seconds, double ppm, LongPredicate speaks) {
        List<byte[]> packets = new ArrayList<>();
        try (Sender microphone = Sender.opus(channels)) {
            for (long i = 0; i < seconds * 50; i++) {
                float[] samples =
                        channels == 1 ? Tone.mono(hertz, 0.4, i * 960, 960) : Tone.stereo(hertz, 0.4, i * 960, 960);
                byte[] packet = microphone.encode(samples);
                packets.add(packet);
                long captured = Math.round(i * 20 * MS * (1 - ppm / 1e6));
                if (speaks.test(captured)) {
                    long media = i * 20 * MS;
                    long arrives = captured + 24 * MS + random.nextLong(6 * MS);
                    hall.send(identity + "-voice", Codec.OPUS, packet, true, media, arrives, 0);
                }
            }
        }
        return packets;
    }

    @Test
    void everySampleOfAMinuteIsHeardOnceAndInOrder() {
        hall.join(Hall.participant("p-1", 1, true));
        List<byte[]> packets = say("p-1", 440, 2, 61, 0, at -> true);
        float[] said = new float[2 * 48_000 * 61];
        float[] one = new float[2 * OpusDecoder.LONGEST];
        int filled = 0;
        try (OpusDecoder decoder = new OpusDecoder()) {
            for (byte[] packet : packets) {
                int samples = decoder.decode(packet, one);
                System.arraycopy(one, 0, said, filled, 2 * samples);
                filled += 2 * samples;
            }
        }
        assertThat(filled).as("samples decoded of 61 s").isEqualTo(said.length);
        float[] heard = hall.run(60 * SECOND);
        int start = 2 * 48_000;
        int delay = delay(said, heard, start);
        assertThat(delay).as("samples from capture to mix").isBetween(48 * 60, 48 * 125);
        assertThat(Arrays.mismatch(heard, start, heard.length, said, start - 2 * delay, heard.length - 2 * delay))
                .as("first sample that differs")
                .isEqualTo(-1);
    }

    /// Samples by which `heard` is behind `said`.
    private static int delay(float[] said, float[] heard, int start) {
        for (int delay = 0; delay < 48 * 400; delay++) {
            if (Arrays.equals(heard, start, start + 4800, said, start - 2 * delay, start + 4800 - 2 * delay)) {
                return delay;
            }
        }
        return -1;
    }

    @Test
    void tonesOfSeveralPeopleReachTheCitizen() {
        hall.join(Hall.participant("p-1", 1, true));
        hall.join(Hall.participant("p-2", 2, true));
        say("p-1", 440, 1, 6, 0, at -> true);
        say("p-2", 1000, 2, 6, 0, at -> true);
        List<EncodedPacket> packets = new ArrayList<>();
        byte[] extradata;
        try (AacEncoder encoder = new AacEncoder(128_000, 0)) {
            encoder.encode(hall.run(5 * SECOND), packets::add);
            encoder.finish(packets::add);
            extradata = encoder.extradata();
        }
        assertThat(packets.getFirst().pts()).isZero();
        for (int i = 1; i < packets.size(); i++) {
            assertThat(packets.get(i).pts()).isEqualTo(i * 1024L);
        }
        float[] heard = AacListener.hear(extradata, packets);
        float[] middle = Arrays.copyOfRange(heard, 2 * 48_000, 2 * 48_000 * 4);
        assertThat(Tone.amplitude(middle, 440)).isCloseTo(0.4, within(0.05));
        assertThat(Tone.amplitude(middle, 1000)).isCloseTo(0.4, within(0.05));
        assertThat(Tone.amplitude(middle, 700)).isLessThan(0.01);
    }

    @Test
    void joiningMutingLosingAndLeavingDoNotClick() {
        hall.join(Hall.participant("p-1", 1, true));
        say("p-1", 440, 1, 6, 0, at -> {
            boolean muted = at > 2 * SECOND && at < 3 * SECOND;
            boolean lost = at % (700 * MS) < 20 * MS;
            return at > 300 * MS && !muted && !lost;
        });
        float[] before = hall.run(4 * SECOND + 10 * MS);
        hall.leave("p-1");
        float[] after = hall.run(SECOND);
        float[] all = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, all, before.length, after.length);
        // The tone itself moves 0.023 per sample, a ramp of 5 ms adds 0.002; a click would be up to 0.4.
        assertThat(Tone.largestStep(all)).isLessThan(0.04);
        assertThat(Arrays.copyOfRange(before, 2 * 120_000, 2 * 140_000))
                .as("muted")
                .containsOnly(0f);
        assertThat(Tone.amplitude(Arrays.copyOfRange(before, 2 * 160_000, 2 * 180_000), 440))
                .as("heard again")
                .isGreaterThan(0.3);
        assertThat(Arrays.copyOfRange(after, 2 * 480, after.length)).as("gone").containsOnly(0f);
    }

    @Test
    void aClockThatRunsFastIsFollowedWithoutClicksOrGrowingDelay() {
        hall.join(Hall.participant("p-1", 1, true));
        say("p-1", 440, 1, 121, 300, at -> true);
        float[] heard = hall.run(120 * SECOND);
        float[] end = Arrays.copyOfRange(heard, 2 * 48_000 * 20, heard.length);
        assertThat(Tone.largestStep(end)).isLessThan(0.04);
        double quietest = 1;
        for (int second = 1; second < 99; second++) {
            float[] piece = Arrays.copyOfRange(end, 2 * 48_000 * second, 2 * 48_000 * second + 9600);
            quietest = Math.min(quietest, Tone.amplitude(piece, 440));
        }
        assertThat(quietest).as("always heard").isGreaterThan(0.3);
    }

    /// A microphone, or a whole browser, hangs for a moment and goes on with the sample it stopped at: from then on its
    /// sound is later than it was, and never again as early. Sender reports may say so soon, late or not at all.
    @ParameterizedTest
    @CsvSource({"350, 0", "350, 3000", "350, 60000", "900, 60000", "120, 60000"})
    void whoeverHangsForAMomentIsHeardAgainAtOnce(long slipMs, long reportedAfterMs) {
        hall.join(Hall.participant("p-1", 1, true));
        try (Sender microphone = Sender.opus(1)) {
            for (long i = 0; i < 14 * 50; i++) {
                long media = i * 20 * MS;
                long slip = media < 4 * SECOND ? 0 : slipMs * MS;
                boolean reported = media >= 4 * SECOND + reportedAfterMs * MS;
                byte[] packet = microphone.encode(Tone.mono(440, 0.4, i * 960, 960));
                long arrives = media + slip + 24 * MS + random.nextLong(6 * MS);
                hall.send("p-1-voice", Codec.OPUS, packet, true, media, arrives, reported ? slip : 0);
            }
        }
        float[] heard = hall.run(13 * SECOND);
        assertThat(Tone.largestStep(heard)).isLessThan(0.04);
        int from = Math.toIntExact(4000 + slipMs + 600);
        for (int ms = from; ms < 12_900; ms += 100) {
            float[] piece = Arrays.copyOfRange(heard, 2 * 48 * ms, 2 * 48 * (ms + 100));
            assertThat(Tone.amplitude(piece, 440)).as("at %d ms", ms).isGreaterThan(0.3);
        }
    }

    /// A starved browser makes 46 packets a second instead of 50 and falls ever further behind: there must be holes,
    /// but everybody who speaks is heard, as by the others in the room.
    @Test
    void whoeverFallsEverFurtherBehindIsHeardMostOfTheTime() {
        hall.join(Hall.participant("p-1", 1, true));
        try (Sender microphone = Sender.opus(1)) {
            for (long i = 0; i < 20 * 46; i++) {
                byte[] packet = microphone.encode(Tone.mono(440, 0.4, i * 960, 960));
                long arrives = i * SECOND / 46 + 24 * MS + random.nextLong(6 * MS);
                hall.send("p-1-voice", Codec.OPUS, packet, true, i * 20 * MS, arrives, 0);
            }
        }
        float[] heard = hall.run(19 * SECOND);
        int loud = 0;
        for (int ms = 2000; ms < 18_900; ms += 100) {
            float[] piece = Arrays.copyOfRange(heard, 2 * 48 * ms, 2 * 48 * (ms + 100));
            loud += Tone.amplitude(piece, 440) > 0.3 ? 1 : 0;
        }
        assertThat(loud).as("tenths of 16.9 seconds").isGreaterThan(140);
    }

    @Test
    void afterClosingNothingIsHeard() {
        hall.join(Hall.participant("p-1", 1, true));
        say("p-1", 440, 1, 3, 0, at -> true);
        float[] before = hall.run(SECOND);
        assertThat(Tone.amplitude(Arrays.copyOfRange(before, 48_000, 96_000), 440))
                .isGreaterThan(0.3);
        hall.room.close();
        assertThat(hall.run(SECOND)).containsOnly(0f);
        assertThat(hall.room.voices()).isEmpty();
    }

    @Test
    void damagedSoundIsSilenceAndNeverEndsTheThread() {
        hall.join(Hall.participant("p-1", 1, true));
        for (long i = 0; i < 100; i++) {
            byte[] garbage = new byte[random.nextInt(200)];
            for (int k = 0; k < garbage.length; k++) {
                garbage[k] = (byte) random.nextInt(256);
            }
            hall.send("p-1-voice", Codec.OPUS, garbage, true, i * 20 * MS, i * 20 * MS + 25 * MS, 0);
        }
        for (float sample : hall.run(3 * SECOND)) {
            assertThat(Math.abs(sample)).isLessThanOrEqualTo(1f);
        }
    }
}
