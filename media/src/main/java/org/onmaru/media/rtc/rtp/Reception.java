package org.onmaru.media.rtc.rtp;

/// Reception figures of one stream for receiver reports, RFC 3550 appendix A. One thread.
final class Reception {

    private static final long NANOS = 1_000_000_000L;

    private final int ssrc;
    private final int clockRate;

    private boolean begun;
    private long lastTransit;
    private double jitter;
    private long lastReport;
    private long lastReportAt;
    private long expectedBefore;
    private long receivedBefore;

    Reception(int ssrc, int clockRate) {
        this.ssrc = ssrc;
        this.clockRate = clockRate;
    }

    void packet(int timestamp, long arrival) {
        long transit = arrival / 1000 * clockRate / 1_000_000 - (timestamp & 0xffff_ffffL);
        if (begun) {
            int difference = Math.abs((int) (transit - lastTransit));
            jitter += (difference - jitter) / 16;
        }
        begun = true;
        lastTransit = transit;
    }

    void report(long ntp, long now) {
        lastReport = ntp >>> 16 & 0xffff_ffffL;
        lastReportAt = now;
    }

    RtcpWriter.Block block(ReorderRing ring, long now) {
        long expected = ring.expected() - expectedBefore;
        long received = ring.received() - receivedBefore;
        expectedBefore = ring.expected();
        receivedBefore = ring.received();
        long fraction = expected <= 0 || received >= expected ? 0 : (expected - received) * 256 / expected;
        int delay = lastReportAt == 0 ? 0 : (int) ((now - lastReportAt) / 1000 * 65_536 / (NANOS / 1000));
        return new RtcpWriter.Block(
                ssrc,
                (int) Math.min(255, fraction),
                ring.expected() - ring.received(),
                (int) ring.newest(),
                (int) jitter,
                (int) lastReport,
                delay);
    }
}
