package org.onmaru.media.rtc;

import java.util.List;
import org.onmaru.media.frame.AccessUnit;

/// What a room tells its subscriber. Calls about one track come in order; [#media] is called on the network thread and
/// must return within a millisecond.
public interface RoomListener {

    /// The whole list, each time anything in it changed: who is here, what they publish, whether it is muted.
    void participants(List<RoomParticipant> all);

    /// Who speaks now, loudest first; empty when nobody does.
    void speakers(List<RoomSpeaker> speakers);

    /// A whole access unit of a subscribed track.
    void media(AccessUnit unit);

    /// The track is gone; no more units of it will come.
    void ended(String track);

    /// The connection is lost or was ended; nothing comes after this.
    void closed(String reason);
}
