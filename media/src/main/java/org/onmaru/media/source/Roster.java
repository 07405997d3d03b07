package org.onmaru.media.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.rtc.RoomParticipant;
import org.onmaru.media.rtc.RoomParticipant.Source;
import org.onmaru.media.rtc.RoomParticipant.Track;
import org.onmaru.media.scene.Person;
import org.onmaru.media.scene.Plate;

/// Reads the room's list of participants: whom the stage shows and which of their tracks matter.
final class Roster {

    private Roster() {}

    /// Everybody who is not hidden.
    static List<Person> people(List<RoomParticipant> all) {
        return all.stream().filter(one -> !one.hidden()).map(Roster::person).toList();
    }

    private static Person person(RoomParticipant one) {
        Map<String, String> said = one.attributes();
        Plate plate = new Plate(said.getOrDefault("unit", ""), said.getOrDefault("post", ""), one.name());
        int seat = seat(said.getOrDefault("seat", ""));
        return new Person(one.identity(), plate, seat, live(one, Source.CAMERA), live(one, Source.SCREEN));
    }

    private static @Nullable String live(RoomParticipant one, Source source) {
        for (Track track : one.tracks()) {
            if (track.source() == source && !track.muted() && track.codec().isVideo()) {
                return track.id();
            }
        }
        return null;
    }

    /// Without a seat: after everybody who has one.
    private static int seat(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    /// The name of the line of time that a track is on: somebody's camera and microphone share one, and so do their
    /// screen and its sound.
    static String line(String identity, boolean screen) {
        return screen ? identity + " screen" : identity;
    }

    /// Sound tracks and the lines of time they are on, muted ones included: they must be heard at once when they speak.
    static Map<String, String> sounds(List<RoomParticipant> all) {
        Map<String, String> owners = new HashMap<>();
        for (RoomParticipant one : all) {
            for (Track track : one.tracks()) {
                if (!one.hidden() && !track.codec().isVideo()) {
                    owners.put(track.id(), line(one.identity(), track.source() == Source.SCREEN_AUDIO));
                }
            }
        }
        return owners;
    }

    /// Every picture track that exists.
    static Set<String> pictures(List<RoomParticipant> all) {
        Set<String> ids = new HashSet<>();
        for (RoomParticipant one : all) {
            one.tracks().stream().filter(track -> track.codec().isVideo()).forEach(track -> ids.add(track.id()));
        }
        return ids;
    }
}
