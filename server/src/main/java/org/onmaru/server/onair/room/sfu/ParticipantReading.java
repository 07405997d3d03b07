package org.onmaru.server.onair.room.sfu;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackSource;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.onair.room.Participant;
import org.onmaru.server.onair.room.Participant.Device;

/// Reads what the SFU knows of somebody. The attributes come from our own tokens, but nothing here may fail on odd
/// ones.
final class ParticipantReading {

    private ParticipantReading() {}

    static Participant of(ParticipantInfo info) {
        Map<String, String> attributes = info.getAttributesMap();
        return new Participant(
                info.getIdentity(),
                info.getName(),
                attributes.getOrDefault("unit", ""),
                attributes.getOrDefault("post", ""),
                role(attributes.get("role")),
                seat(attributes.get("seat")),
                Instant.ofEpochSecond(info.getJoinedAt()),
                device(info, TrackSource.MICROPHONE),
                device(info, TrackSource.CAMERA),
                info.getTracksList().stream()
                        .anyMatch(track -> track.getSource() == TrackSource.SCREEN_SHARE && !track.getMuted()),
                Boolean.parseBoolean(attributes.get("simulated")));
    }

    private static Device device(ParticipantInfo info, TrackSource source) {
        return info.getTracksList().stream()
                .filter(track -> track.getSource() == source)
                .map(track -> track.getMuted() ? Device.OFF : Device.ON)
                .min(Device::compareTo)
                .orElse(Device.NONE);
    }

    private static @Nullable Role role(@Nullable String name) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer seat(@Nullable String number) {
        return number != null && number.matches("[0-9]{1,6}") ? Integer.valueOf(number) : null;
    }
}
