package org.onmaru.server.open.citizen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.recording.Recording;
import org.onmaru.server.onair.recording.Recordings;
import org.onmaru.server.onair.recording.Stretches;
import org.springframework.stereotype.Component;

/// Meetings as everybody may see them. Rehearsals, and meetings that are not for citizens, do not exist here.
@Component
class PublicMeetings {

    private final Meetings meetings;
    private final Recordings recordings;

    PublicMeetings(Meetings meetings, Recordings recordings) {
        this.meetings = meetings;
        this.recordings = recordings;
    }

    /// Those that were held, latest first.
    List<PublicMeeting> held(int most) {
        return shown(
                meetings.adjourned(most).stream().filter(MeetingView::isPublic).toList());
    }

    Optional<PublicMeeting> find(UUID id) {
        return meetings.find(new MeetingId(id))
                .filter(MeetingView::isPublic)
                .map(meeting -> shown(List.of(meeting)).getFirst());
    }

    private List<PublicMeeting> shown(List<MeetingView> found) {
        Map<MeetingId, Recording> played =
                recordings.of(found.stream().map(MeetingView::id).toList());
        Map<MeetingId, Stretches> stretches = recordings.stretches(played.keySet());
        Set<MeetingId> preparing = recordings.preparing(found.stream()
                .filter(meeting -> meeting.state() == MeetingState.ADJOURNED)
                .map(MeetingView::id)
                .filter(id -> !played.containsKey(id))
                .toList());
        return found.stream()
                .map(meeting -> PublicMeeting.of(
                        meeting,
                        played.get(meeting.id()),
                        stretches.get(meeting.id()),
                        preparing.contains(meeting.id())))
                .toList();
    }
}
