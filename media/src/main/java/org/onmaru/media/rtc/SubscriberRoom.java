package org.onmaru.media.rtc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import livekit.LivekitRtc.JoinResponse;
import livekit.LivekitRtc.SessionDescription;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.SignalTarget;
import livekit.LivekitRtc.UpdateTrackSettings;
import org.onmaru.media.rtc.sdp.SessionSdp;
import org.onmaru.media.rtc.sdp.SubscriberAnswer;
import org.onmaru.media.rtc.signal.Requests;
import org.onmaru.media.rtc.signal.Roster;
import org.onmaru.media.rtc.transport.WallClock;

/// The subscriber's side of a room. Network thread, except what says otherwise.
final class SubscriberRoom extends SignalledRoom {

    /// The newest protocol whose features we keep to; above 9 synchronised streams, above 14 request
    /// responses.
    static final String QUERY = "protocol=15&sdk=java&version=0.1&auto_subscribe=0&adaptive_stream=0";

    private static final int MAX_WISHES = 4096;

    private final RoomListener listener;
    private final Roster roster = new Roster();
    private final SubscribedStreams streams;
    private final Map<String, UpdateTrackSettings> wishes = new HashMap<>();
    private final Set<String> subscribed = new HashSet<>();
    private volatile List<RoomParticipant> participants = List.of();
    private long answers;

    SubscriberRoom(RoomListener listener) {
        super(SignalTarget.SUBSCRIBER);
        this.listener = listener;
        this.streams = new SubscribedStreams(
                ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE),
                WallClock.system(),
                listener::media,
                transport::sendRtcp);
    }

    /// Any thread.
    List<RoomParticipant> participants() {
        return participants;
    }

    /// Any thread.
    void subscribe(String track, boolean on) {
        network.execute(() -> {
            if (isEnded() || (on && subscribed.size() >= MAX_WISHES)) {
                return;
            }
            if (on) {
                subscribed.add(track);
            } else {
                subscribed.remove(track);
                wishes.remove(track);
            }
            send(Requests.subscription(track, on));
        });
    }

    /// Any thread.
    void want(String track, int width, int height, boolean enabled) {
        UpdateTrackSettings settings = UpdateTrackSettings.newBuilder()
                .addTrackSids(track)
                .setWidth(Math.max(0, width))
                .setHeight(Math.max(0, height))
                .setDisabled(!enabled)
                .build();
        network.execute(() -> {
            if (!isEnded() && wishes.size() < MAX_WISHES && !settings.equals(wishes.put(track, settings))) {
                send(Requests.settings(settings));
            }
        });
    }

    /// Any thread.
    void requestKeyFrame(String track) {
        network.execute(() -> streams.wantKey(track, System.nanoTime()));
    }

    /// Any thread but the network's.
    RoomCounters counters() {
        CompletableFuture<RoomCounters> counters = new CompletableFuture<>();
        network.execute(() -> {
            var met = transport.counters();
            counters.complete(streams.counters(met.rtp(), met.refused(), signal.unreadable()));
        });
        return counters.join();
    }

    @Override
    void join(JoinResponse join) {
        roster.self(join.getParticipant().getSid());
        roster.update(join.getOtherParticipantsList());
        tellParticipants();
    }

    @Override
    void other(SignalResponse message) {
        switch (message.getMessageCase()) {
            case OFFER -> answer(message.getOffer());
            case UPDATE -> {
                if (roster.update(message.getUpdate().getParticipantsList())) {
                    tellParticipants();
                }
            }
            case SPEAKERS_CHANGED ->
                listener.speakers(roster.speakers(message.getSpeakersChanged().getSpeakersList()));
            default -> {}
        }
    }

    @Override
    void ticked(long now) {
        streams.tick(now);
    }

    @Override
    void ended(String reason, boolean admitted) {
        if (admitted) {
            streams.tracks().forEach(listener::ended);
            listener.closed(reason);
        }
    }

    @Override
    public void rtp(byte[] packet, int length, long nanos) {
        streams.rtp(packet, length, nanos);
    }

    @Override
    public void rtcp(byte[] packet, int length, long nanos) {
        streams.rtcp(packet, length, nanos);
    }

    @Override
    public void secured() {}

    private void answer(SessionDescription description) {
        SessionSdp offer = SessionSdp.parse(description.getSdp());
        if (offer.peer() == null) {
            return;
        }
        SubscribedStreams.Change change = streams.apply(offer);
        send(Requests.answer(SubscriberAnswer.write(offer, local(), ++answers), description.getId()));
        offer.candidates().forEach(transport::candidate);
        transport.peer(offer.peer());
        change.ended().forEach(listener::ended);
        for (String track : change.begun()) {
            UpdateTrackSettings wish = wishes.get(track);
            if (wish != null) {
                send(Requests.settings(wish));
            }
        }
    }

    private void tellParticipants() {
        participants = roster.participants();
        listener.participants(participants);
    }
}
