package org.onmaru.media.rtc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.JoinResponse;
import livekit.LivekitRtc.SessionDescription;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.SignalTarget;
import org.onmaru.media.rtc.rtp.OutgoingStream;
import org.onmaru.media.rtc.rtp.RtcpMessage;
import org.onmaru.media.rtc.sdp.PublisherOffer;
import org.onmaru.media.rtc.sdp.SessionSdp;
import org.onmaru.media.rtc.signal.Requests;
import org.onmaru.media.rtc.transport.WallClock;

/// The attendee's side of a room: tracks are announced, offered, answered, then flow. Network thread,
/// except what says otherwise.
final class PublisherRoom extends SignalledRoom {

    /// With protocol 2 the SFU makes the publisher's transport the primary one and no other; nothing is
    /// subscribed.
    static final String QUERY = "protocol=2&sdk=java&version=0.1&auto_subscribe=0&adaptive_stream=0";

    private static final long REPORT_EVERY = 1_000_000_000L;

    private final Attendee.Events events;
    private final WallClock clock;
    private final Map<String, Pending> announced = new HashMap<>();
    private final List<PublisherOffer.Section> offered = new ArrayList<>();
    private final Map<String, Pending> negotiating = new LinkedHashMap<>();
    private final Map<String, Pending> answered = new LinkedHashMap<>();
    private final Map<Integer, OutgoingStream> streams = new ConcurrentHashMap<>();
    private final Map<String, String> cidBySid = new ConcurrentHashMap<>();
    private boolean offerOutstanding;
    private int offers;
    private long reportedAt;

    /// What the SFU calls a track, and its media section.
    record Published(String sid, String mid) {}

    /// A section that is on its way; completes when media may flow.
    private record Pending(PublisherOffer.Section section, Published name, CompletableFuture<Published> done) {}

    PublisherRoom(Attendee.Events events, WallClock clock) {
        super(SignalTarget.PUBLISHER);
        this.events = events;
        this.clock = clock;
    }

    /// Announces and negotiates a section. Any thread.
    ///
    /// @return its names, when media may flow
    CompletableFuture<Published> publish(PublisherOffer.Section section, AddTrackRequest request) {
        CompletableFuture<Published> done = new CompletableFuture<>();
        network.execute(() -> {
            if (isEnded()) {
                done.completeExceptionally(new RoomUnreachable("the room is over"));
            } else {
                announced.put(section.cid(), new Pending(section, new Published("", ""), done));
                send(SignalRequest.newBuilder().setAddTrack(request).build());
            }
        });
        return done;
    }

    /// A stream whose losses are repaired and whose time is reported. Any thread.
    OutgoingStream stream(int ssrc, int payloadType, int clockRate, int firstSequence) {
        OutgoingStream stream = new OutgoingStream(ssrc, payloadType, clockRate, firstSequence, transport::sendRtp);
        streams.put(ssrc, stream);
        return stream;
    }

    /// Any thread.
    void mute(String sid, boolean muted) {
        send(Requests.mute(sid, muted));
    }

    @Override
    void join(JoinResponse join) {}

    @Override
    void other(SignalResponse message) {
        switch (message.getMessageCase()) {
            case TRACK_PUBLISHED ->
                published(
                        message.getTrackPublished().getCid(),
                        message.getTrackPublished().getTrack());
            case ANSWER -> answered(message.getAnswer());
            case MUTE -> {
                String cid = cidBySid.get(message.getMute().getSid());
                if (cid != null) {
                    events.muted(cid, message.getMute().getMuted());
                }
            }
            default -> {}
        }
    }

    @Override
    void ticked(long now) {
        if (now - reportedAt < REPORT_EVERY) {
            return;
        }
        reportedAt = now;
        long unixNanos = clock.now();
        for (OutgoingStream stream : streams.values()) {
            byte[] report = stream.report(unixNanos);
            if (report != null) {
                transport.sendRtcp(report);
            }
        }
    }

    @Override
    void ended(String reason, boolean admitted) {
        RoomUnreachable over = new RoomUnreachable("the room is over: " + reason);
        List.of(announced, negotiating, answered).forEach(waiting -> {
            waiting.values().forEach(pending -> pending.done().completeExceptionally(over));
            waiting.clear();
        });
        if (admitted) {
            events.closed(reason);
        }
    }

    @Override
    public void rtp(byte[] packet, int length, long nanos) {}

    @Override
    public void rtcp(byte[] packet, int length, long nanos) {
        for (RtcpMessage message : RtcpMessage.parse(packet, length)) {
            switch (message) {
                case RtcpMessage.Nack nack -> resend(nack);
                case RtcpMessage.PictureLoss loss -> events.keyFrameRequested(loss.ssrc());
                case RtcpMessage.SenderReport report -> {}
            }
        }
    }

    @Override
    public void secured() {
        completeAnswered();
    }

    private void resend(RtcpMessage.Nack nack) {
        OutgoingStream stream = streams.get(nack.ssrc());
        if (stream == null) {
            return;
        }
        for (int sequence : nack.sequences()) {
            byte[] packet = stream.sent(sequence);
            if (packet != null) {
                transport.sendAgain(packet);
            }
        }
    }

    private void published(String cid, TrackInfo track) {
        Pending pending = announced.remove(cid);
        if (pending != null) {
            cidBySid.put(track.getSid(), cid);
            Published name = new Published(track.getSid(), Integer.toString(offered.size()));
            offered.add(pending.section());
            negotiating.put(cid, new Pending(pending.section(), name, pending.done()));
            offer();
        }
    }

    private void offer() {
        if (!offerOutstanding) {
            offerOutstanding = true;
            offers++;
            send(Requests.offer(PublisherOffer.write(offered, local(), offers), offers));
        }
    }

    private void answered(SessionDescription description) {
        SessionSdp answer = SessionSdp.parse(description.getSdp());
        offerOutstanding = false;
        if (answer.peer() == null) {
            return;
        }
        answer.candidates().forEach(transport::candidate);
        transport.peer(answer.peer());
        for (int i = 0; i < answer.sections().size() && i < offered.size(); i++) {
            Pending pending = negotiating.remove(offered.get(i).cid());
            if (pending != null) {
                answered.put(pending.section().cid(), pending);
            }
        }
        if (transport.isSecured()) {
            completeAnswered();
        }
        if (!negotiating.isEmpty()) {
            offer();
        }
    }

    private void completeAnswered() {
        answered.values().forEach(pending -> pending.done().complete(pending.name()));
        answered.clear();
    }
}
