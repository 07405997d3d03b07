package org.onmaru.media.rtc.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.SpeakerInfo;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackType;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.rtc.RoomParticipant;
import org.onmaru.media.rtc.RoomSpeaker;

/// Who is in the room and who speaks, kept up to date by the SFU's differences. One thread.
public final class Roster {

    private static final int MAX_PARTICIPANTS = 10_000;

    private final Map<String, Entry> bySid = new LinkedHashMap<>();
    private final Map<String, Float> levels = new LinkedHashMap<>();
    private String ownSid = "";

    private record Entry(RoomParticipant participant, int version) {}

    /// The SFU's session id of ourselves: not listed.
    public void self(String sid) {
        ownSid = sid;
        bySid.remove(sid);
    }

    /// Applies an update and returns whether the list changed.
    public boolean update(List<ParticipantInfo> updates) {
        boolean changed = false;
        for (ParticipantInfo info : updates) {
            changed |= update(info);
        }
        return changed;
    }

    /// Applies an update of levels and returns the speakers now, loudest first.
    public List<RoomSpeaker> speakers(List<SpeakerInfo> updates) {
        for (SpeakerInfo info : updates) {
            if (info.getActive() && bySid.containsKey(info.getSid())) {
                levels.put(info.getSid(), info.getLevel());
            } else {
                levels.remove(info.getSid());
            }
        }
        List<RoomSpeaker> speakers = new ArrayList<>();
        levels.forEach((sid, level) -> {
            Entry entry = bySid.get(sid);
            if (entry != null) {
                speakers.add(new RoomSpeaker(entry.participant().identity(), level));
            }
        });
        speakers.sort(Comparator.comparingDouble(RoomSpeaker::level).reversed());
        return speakers;
    }

    public List<RoomParticipant> participants() {
        return bySid.values().stream().map(Entry::participant).toList();
    }

    private boolean update(ParticipantInfo info) {
        String sid = info.getSid();
        if (sid.isEmpty() || sid.equals(ownSid)) {
            return false;
        }
        if (info.getState() == ParticipantInfo.State.DISCONNECTED) {
            levels.remove(sid);
            return bySid.remove(sid) != null;
        }
        Entry known = bySid.get(sid);
        if ((known != null && known.version() > info.getVersion())
                || (known == null && bySid.size() >= MAX_PARTICIPANTS)) {
            return false;
        }
        // Somebody who came back has a new session; the old one may be reported gone only later.
        bySid.entrySet()
                .removeIf(other -> !other.getKey().equals(sid)
                        && other.getValue().participant().identity().equals(info.getIdentity()));
        Entry entry = new Entry(participant(info), info.getVersion());
        bySid.put(sid, entry);
        return known == null || !known.participant().equals(entry.participant());
    }

    private static RoomParticipant participant(ParticipantInfo info) {
        return new RoomParticipant(
                info.getIdentity(),
                info.getName(),
                Map.copyOf(info.getAttributesMap()),
                info.getPermission().getHidden(),
                info.getTracksList().stream()
                        .map(Roster::track)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static RoomParticipant.@Nullable Track track(TrackInfo info) {
        Codec codec = codec(info);
        RoomParticipant.Source source = source(info);
        return codec == null || source == null
                ? null
                : new RoomParticipant.Track(
                        info.getSid(), source, codec, info.getMuted(), info.getWidth(), info.getHeight());
    }

    /// Audio always reaches us as Opus, however it was published.
    private static @Nullable Codec codec(TrackInfo info) {
        if (info.getType() == TrackType.AUDIO) {
            return Codec.OPUS;
        }
        if (info.getType() != TrackType.VIDEO) {
            return null;
        }
        return switch (info.getMimeType().toLowerCase(Locale.ROOT)) {
            case "video/h264" -> Codec.H264;
            case "video/vp8", "" -> Codec.VP8;
            default -> null;
        };
    }

    private static RoomParticipant.@Nullable Source source(TrackInfo info) {
        return switch (info.getSource()) {
            case CAMERA -> RoomParticipant.Source.CAMERA;
            case MICROPHONE -> RoomParticipant.Source.MICROPHONE;
            case SCREEN_SHARE -> RoomParticipant.Source.SCREEN;
            case SCREEN_SHARE_AUDIO -> RoomParticipant.Source.SCREEN_AUDIO;
            case UNKNOWN, UNRECOGNIZED ->
                info.getType() == TrackType.AUDIO ? RoomParticipant.Source.MICROPHONE : RoomParticipant.Source.CAMERA;
        };
    }
}
