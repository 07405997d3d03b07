package org.onmaru.server.onair.room;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.onair.room.sfu.Sfu;
import org.onmaru.server.onair.room.sfu.Tokens;
import org.springframework.stereotype.Service;

/// The rooms at the SFU.
@Service
class LiveRooms implements Rooms {

    private final Sfu sfu;
    private final RoomWatch watch;
    private final Presence presence;

    LiveRooms(Sfu sfu, RoomWatch watch, Presence presence) {
        this.sfu = sfu;
        this.watch = watch;
        this.presence = presence;
    }

    @Override
    public URI signalling() {
        return sfu.signalling();
    }

    @Override
    public String studioToken(MeetingId meeting) {
        return Tokens.studio(sfu.key(), meeting.value().toString());
    }

    @Override
    public List<Participant> participants(MeetingId meeting) {
        return watch.participants(meeting);
    }

    @Override
    public Optional<Instant> emptySince(MeetingId meeting) {
        return presence.emptySince(meeting);
    }

    @Override
    public RoomPass simulated(MeetingId meeting, int number, Seat seat) {
        String identity = "s-" + number;
        Map<String, String> attributes = new HashMap<>(
                Map.of("unit", seat.unit(), "post", seat.post(), "role", Role.ATTENDEE.name(), "simulated", "true"));
        if (seat.number() > 0) {
            attributes.put("seat", Integer.toString(seat.number()));
        }
        String token = Tokens.attendee(
                sfu.key(), meeting.value().toString(), identity, seat.name(), attributes, Role.ATTENDEE.permissions());
        return new RoomPass(identity, seat.name(), seat.unit(), token);
    }

    @Override
    public RoomPass observer(MeetingId meeting) {
        String identity = "observer-" + UUID.randomUUID();
        return new RoomPass(
                identity,
                identity,
                "",
                Tokens.observer(sfu.key(), meeting.value().toString(), identity));
    }
}
