package org.onmaru.media.rtc.transport;

/// What a transport has met; for diagnosis.
public record TransportCounters(
        long rtp, long rtcp, long stun, long dtls, long refused, long earlyDropped, long unsent, long bytesReceived) {}
