package org.onmaru.server.onair.room;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onmaru.server.hall.meeting.MeetingId;

/// The door to the meeting rooms.
public interface Rooms {

    /// Signalling address as processes on this machine reach it, `ws://…`.
    ///
    /// @throws RoomUnavailable while the SFU is not up
    URI signalling();

    /// A token that lets a studio into the room unseen and unheard: subscribe only.
    String studioToken(MeetingId meeting);

    /// Who is in the room, in seat order, as last reconciled with the SFU.
    List<Participant> participants(MeetingId meeting);

    /// Since when nobody has been in the meeting's room; empty while somebody is there, or while this server does not
    /// know. No earlier than this server first looked, so that people can come back after a restart.
    Optional<Instant> emptySince(MeetingId meeting);

    /// A pass for an attendee that a machine plays; everybody sees that it is simulated.
    ///
    /// @param number from 1; the identity is `s-<number>`
    RoomPass simulated(MeetingId meeting, int number, Seat seat);

    /// A pass for a measuring subscriber that nobody sees.
    RoomPass observer(MeetingId meeting);

    /// Where somebody sits and what the plate says.
    ///
    /// @param unit name of the unit; empty when none
    /// @param number seat order, 0 when none
    record Seat(String name, String unit, String post, int number) {}
}
