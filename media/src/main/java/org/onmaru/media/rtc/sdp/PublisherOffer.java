package org.onmaru.media.rtc.sdp;

import java.util.ArrayList;
import java.util.List;

/// Our offer to the SFU: what we send, section by section.
public final class PublisherOffer {

    /// Ids of the header extensions we use.
    public static final int MID_EXTENSION = 1;
    public static final int RID_EXTENSION = 2;
    public static final int LEVEL_EXTENSION = 3;

    public static final int VP8_TYPE = 96;
    public static final int OPUS_TYPE = 111;

    private static final String MID_URI = "urn:ietf:params:rtp-hdrext:sdes:mid";
    private static final String RID_URI = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id";
    private static final String LEVEL_URI = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";

    private PublisherOffer() {}

    /// What one section sends.
    public sealed interface Section {

        /// The track's name, as announced by signalling.
        String cid();
    }

    /// An Opus microphone.
    public record Microphone(String cid, int ssrc) implements Section {}

    /// A VP8 camera.
    ///
    /// @param rids names of simulcast layers; empty for a single stream of `ssrc`
    public record Camera(String cid, int ssrc, List<String> rids) implements Section {}

    /// The section at index *i* gets the mid *i*.
    public static String write(List<Section> sections, LocalDescription local, long version) {
        List<String> mids = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            mids.add(Integer.toString(i));
        }
        StringBuilder text = new StringBuilder(LocalDescription.session(version, mids));
        for (int i = 0; i < sections.size(); i++) {
            text.append(section(sections.get(i), local.section(mids.get(i), i == 0)));
        }
        return text.toString();
    }

    private static String section(Section section, String common) {
        return switch (section) {
            case Microphone microphone ->
                start("audio", OPUS_TYPE, common, microphone)
                        + extension(LEVEL_EXTENSION, LEVEL_URI)
                        + "a=rtpmap:111 opus/48000/2\r\na=rtcp-fb:111 nack\r\n"
                        + "a=fmtp:111 minptime=10;useinbandfec=1\r\n"
                        + source(microphone.ssrc(), microphone.cid());
            case Camera camera ->
                start("video", VP8_TYPE, common, camera)
                        + extension(RID_EXTENSION, RID_URI)
                        + "a=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 nack\r\na=rtcp-fb:96 nack pli\r\n"
                        + layers(camera);
        };
    }

    private static String start(String kind, int type, String common, Section section) {
        return "m=" + kind + " 9 UDP/TLS/RTP/SAVPF " + type + "\r\n" + common
                + "a=sendonly\r\na=rtcp-mux\r\na=rtcp-rsize\r\na=msid:attendee " + section.cid() + "\r\n"
                + extension(MID_EXTENSION, MID_URI);
    }

    private static String layers(Camera camera) {
        if (camera.rids().isEmpty()) {
            return source(camera.ssrc(), camera.cid());
        }
        StringBuilder text = new StringBuilder();
        camera.rids().forEach(rid -> text.append("a=rid:").append(rid).append(" send\r\n"));
        return text.append("a=simulcast:send ")
                .append(String.join(";", camera.rids()))
                .append("\r\n")
                .toString();
    }

    private static String source(int ssrc, String cid) {
        String id = Integer.toUnsignedString(ssrc);
        return "a=ssrc:" + id + " cname:attendee\r\na=ssrc:" + id + " msid:attendee " + cid + "\r\n";
    }

    private static String extension(int id, String uri) {
        return "a=extmap:" + id + " " + uri + "\r\n";
    }
}
