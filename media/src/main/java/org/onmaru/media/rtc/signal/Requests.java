package org.onmaru.media.rtc.signal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitRtc.LeaveRequest;
import livekit.LivekitRtc.MuteTrackRequest;
import livekit.LivekitRtc.Ping;
import livekit.LivekitRtc.SessionDescription;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalTarget;
import livekit.LivekitRtc.TrickleRequest;
import livekit.LivekitRtc.UpdateSubscription;
import livekit.LivekitRtc.UpdateTrackSettings;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.rtc.ice.IceCandidate;

/// The signalling messages that subscriber and attendee send.
public final class Requests {

    private static final Pattern CANDIDATE = Pattern.compile("\"candidate\"\\s*:\\s*\"([^\"\\\\]{1,512})\"");

    private Requests() {}

    public static SignalRequest ping(long unixMillis, long roundTripMillis) {
        return SignalRequest.newBuilder()
                .setPingReq(Ping.newBuilder().setTimestamp(unixMillis).setRtt(roundTripMillis))
                .build();
    }

    public static SignalRequest leave() {
        return SignalRequest.newBuilder()
                .setLeave(LeaveRequest.newBuilder()
                        .setReason(DisconnectReason.CLIENT_INITIATED)
                        .setAction(LeaveRequest.Action.DISCONNECT))
                .build();
    }

    /// @param id the offer's, which the SFU wants back
    public static SignalRequest answer(String sdp, int id) {
        return SignalRequest.newBuilder()
                .setAnswer(SessionDescription.newBuilder()
                        .setType("answer")
                        .setSdp(sdp)
                        .setId(id))
                .build();
    }

    public static SignalRequest offer(String sdp, int id) {
        return SignalRequest.newBuilder()
                .setOffer(SessionDescription.newBuilder()
                        .setType("offer")
                        .setSdp(sdp)
                        .setId(id))
                .build();
    }

    public static SignalRequest subscription(String track, boolean on) {
        return SignalRequest.newBuilder()
                .setSubscription(
                        UpdateSubscription.newBuilder().addTrackSids(track).setSubscribe(on))
                .build();
    }

    public static SignalRequest settings(UpdateTrackSettings settings) {
        return SignalRequest.newBuilder().setTrackSetting(settings).build();
    }

    public static SignalRequest mute(String track, boolean muted) {
        return SignalRequest.newBuilder()
                .setMute(MuteTrackRequest.newBuilder().setSid(track).setMuted(muted))
                .build();
    }

    /// @param candidate as in SDP, without `a=`
    public static SignalRequest candidate(String candidate, SignalTarget target) {
        String json = "{\"candidate\":\"" + candidate + "\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0}";
        return SignalRequest.newBuilder()
                .setTrickle(TrickleRequest.newBuilder().setCandidateInit(json).setTarget(target))
                .build();
    }

    /// The candidate in a trickle message, or null if we cannot use it.
    public static @Nullable IceCandidate candidate(TrickleRequest trickle) {
        Matcher found = CANDIDATE.matcher(trickle.getCandidateInit());
        return found.find() ? IceCandidate.parse(found.group(1)) : null;
    }
}
