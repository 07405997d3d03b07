package org.onmaru.media.rtc.sdp;

import static org.onmaru.media.rtc.sdp.LocalDescription.END;

import java.util.stream.Collectors;

/// Our answer to the SFU's offer: receives Opus, VP8 and H.264 with NACK and PLI; no retransmission
/// stream, no redundancy, no bandwidth estimation, for the SFU stands near.
public final class SubscriberAnswer {

    private SubscriberAnswer() {}

    public static String write(SessionSdp offer, LocalDescription local, long version) {
        StringBuilder text = new StringBuilder(LocalDescription.session(
                version, offer.sections().stream().map(MediaSection::mid).toList()));
        boolean first = true;
        for (MediaSection section : offer.sections()) {
            text.append(
                    section.kind().equals("application") ? data(section, local, first) : media(section, local, first));
            first = false;
        }
        return text.toString();
    }

    private static String data(MediaSection section, LocalDescription local, boolean first) {
        return "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n"
                + local.section(section.mid(), first)
                + "a=sctp-port:5000\r\na=max-message-size:65535\r\n";
    }

    private static String media(MediaSection section, LocalDescription local, boolean first) {
        if (section.formats().isEmpty()) {
            return "m=" + section.kind() + " 0 UDP/TLS/RTP/SAVPF 0\r\n"
                    + local.section(section.mid(), first)
                    + "a=inactive\r\n";
        }
        StringBuilder text = new StringBuilder("m=")
                .append(section.kind())
                .append(" 9 UDP/TLS/RTP/SAVPF ")
                .append(section.formats().stream()
                        .map(format -> Integer.toString(format.payloadType()))
                        .collect(Collectors.joining(" ")))
                .append(END)
                .append(local.section(section.mid(), first))
                .append(section.sends() ? "a=recvonly" : "a=inactive")
                .append("\r\na=rtcp-mux\r\na=rtcp-rsize\r\n");
        for (MediaSection.Format format : section.formats()) {
            format(text, format);
        }
        return text.toString();
    }

    private static void format(StringBuilder text, MediaSection.Format format) {
        int type = format.payloadType();
        text.append("a=rtpmap:").append(type).append(' ').append(format.map()).append(END);
        String parameters = format.codec().isVideo() ? format.parameters() : stereo(format.parameters());
        if (!parameters.isEmpty()) {
            text.append("a=fmtp:").append(type).append(' ').append(parameters).append(END);
        }
        text.append("a=rtcp-fb:").append(type).append(" nack\r\n");
        if (format.codec().isVideo()) {
            text.append("a=rtcp-fb:").append(type).append(" nack pli\r\n");
        }
    }

    private static String stereo(String parameters) {
        return parameters.isEmpty() ? "stereo=1" : parameters + ";stereo=1";
    }
}
