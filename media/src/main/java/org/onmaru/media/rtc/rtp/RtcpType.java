package org.onmaru.media.rtc.rtp;

/// Numbers of RTCP packet types and feedback formats.
final class RtcpType {

    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int TRANSPORT_FEEDBACK = 205;
    static final int PAYLOAD_FEEDBACK = 206;

    static final int NACK = 1;
    static final int PICTURE_LOSS = 1;
    static final int FULL_INTRA_REQUEST = 4;

    private RtcpType() {}
}
