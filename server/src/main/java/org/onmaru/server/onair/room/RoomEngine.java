package org.onmaru.server.onair.room;

import java.util.List;
import java.util.Set;

/// What the server does to rooms. Every call asks the SFU and throws [RoomUnavailable] when it does not answer.
public interface RoomEngine {

    /// Names of the rooms that exist now.
    Set<String> rooms();

    /// Who is in the room, without those nobody sees; empty when there is no such room.
    List<Participant> list(String room);

    /// Mutes what somebody sends of this kind. Returns how many tracks fell silent: 0 when none was on.
    int mute(String room, String identity, Kind kind);

    /// Gives somebody another plate, seat and right to send; what they may no longer send falls silent. Nothing happens
    /// when they are not there.
    void move(String room, String identity, Place place);

    /// Sends somebody out; nothing happens when they are not there.
    void remove(String room, String identity);

    /// Everybody leaves; nothing happens when there is no such room.
    void close(String room);

    /// What can be muted.
    enum Kind {
        MICROPHONE,
        CAMERA
    }
}
