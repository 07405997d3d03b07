package org.onmaru.media.rtc.sdp;

/// What a LiveKit 1.11 really offered a subscriber of one camera and one microphone.
public final class RecordedOffer {

    public static final String TEXT = """
            v=0
            o=- 2858777795860160468 1795413065 IN IP4 0.0.0.0
            s=-
            t=0 0
            a=msid-semantic:WMS *
            a=fingerprint:sha-256 A7:69:EE:9B:79:9D:91:04:D6:C1:A9:0F:87:91:F5:58:F0:32:E6:4E:EB:69:12:3A:C5:BD:59:0A:5F:FF:E1:D7
            a=group:BUNDLE 0 1 2
            m=application 9 UDP/DTLS/SCTP webrtc-datachannel
            c=IN IP4 0.0.0.0
            a=setup:actpass
            a=mid:0
            a=sendrecv
            a=sctp-port:5000
            a=max-message-size:65535
            a=ice-ufrag:NfktQWSETLcacmpM
            a=ice-pwd:PQPcoQWSUykoFYJAhuTihiaXXReDgOGd
            a=candidate:2878742611 1 udp 2130706431 127.0.0.1 47454 typ host ufrag NfktQWSETLcacmpM
            a=candidate:2878742611 2 udp 2130706431 127.0.0.1 47454 typ host ufrag NfktQWSETLcacmpM
            a=candidate:375738803 1 tcp 1671430143 127.0.0.1 33629 typ host tcptype passive ufrag NfktQWSETLcacmpM
            a=candidate:375738803 2 tcp 1671430143 127.0.0.1 33629 typ host tcptype passive ufrag NfktQWSETLcacmpM
            a=end-of-candidates
            m=video 9 UDP/TLS/RTP/SAVPF 96 125 108
            c=IN IP4 0.0.0.0
            a=setup:actpass
            a=mid:1
            a=ice-ufrag:NfktQWSETLcacmpM
            a=ice-pwd:PQPcoQWSUykoFYJAhuTihiaXXReDgOGd
            a=rtcp-mux
            a=rtcp-rsize
            a=rtpmap:96 VP8/90000
            a=rtcp-fb:96 ccm fir
            a=rtcp-fb:96 nack
            a=rtcp-fb:96 nack pli
            a=rtcp-fb:96 goog-remb
            a=rtpmap:125 H264/90000
            a=fmtp:125 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f
            a=rtcp-fb:125 ccm fir
            a=rtcp-fb:125 nack
            a=rtcp-fb:125 nack pli
            a=rtcp-fb:125 goog-remb
            a=rtpmap:108 H264/90000
            a=fmtp:108 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f
            a=rtcp-fb:108 ccm fir
            a=rtcp-fb:108 nack
            a=rtcp-fb:108 nack pli
            a=rtcp-fb:108 goog-remb
            a=extmap:1 https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension
            a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time
            a=extmap:3 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
            a=ssrc:87033772 cname:PA_UF2or7LyXoe2|camera
            a=ssrc:87033772 msid:PA_UF2or7LyXoe2|camera TR_VCHMBqx5uw3Hpj
            a=ssrc:87033772 mslabel:PA_UF2or7LyXoe2|camera
            a=ssrc:87033772 label:TR_VCHMBqx5uw3Hpj
            a=msid:PA_UF2or7LyXoe2|camera TR_VCHMBqx5uw3Hpj
            a=sendrecv
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            c=IN IP4 0.0.0.0
            a=setup:actpass
            a=mid:2
            a=ice-ufrag:NfktQWSETLcacmpM
            a=ice-pwd:PQPcoQWSUykoFYJAhuTihiaXXReDgOGd
            a=rtcp-mux
            a=rtcp-rsize
            a=rtpmap:111 opus/48000/2
            a=fmtp:111 minptime=10;useinbandfec=1
            a=rtcp-fb:111 nack
            a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time
            a=ssrc:3298657927 cname:PA_UF2or7LyXoe2|camera
            a=ssrc:3298657927 msid:PA_UF2or7LyXoe2|camera TR_AM8h58n5Sqm4gb
            a=ssrc:3298657927 mslabel:PA_UF2or7LyXoe2|camera
            a=ssrc:3298657927 label:TR_AM8h58n5Sqm4gb
            a=msid:PA_UF2or7LyXoe2|camera TR_AM8h58n5Sqm4gb
            a=sendrecv
            """.replace("\n", "\r\n");

    private RecordedOffer() {}
}
