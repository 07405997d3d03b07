package org.onmaru.server.onair.recording;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.onair.broadcast.ProgrammeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// What can be played and what will be.
@Service
class RecordingShelf implements Recordings {

    private static final Logger log = LoggerFactory.getLogger(RecordingShelf.class);

    private final KeptRecordings kept;
    private final ProgrammeFiles files;

    RecordingShelf(KeptRecordings kept, ProgrammeFiles files) {
        this.kept = kept;
        this.files = files;
    }

    @Override
    public Map<MeetingId, Recording> of(Collection<MeetingId> meetings) {
        return kept.of(meetings);
    }

    @Override
    public Set<MeetingId> preparing(Collection<MeetingId> meetings) {
        List<MeetingId> recorded = meetings.stream().filter(this::recorded).toList();
        Map<MeetingId, Recording> finished = kept.of(recorded);
        return recorded.stream().filter(one -> !finished.containsKey(one)).collect(Collectors.toSet());
    }

    @Override
    public Map<MeetingId, Stretches> stretches(Collection<MeetingId> meetings) {
        return kept.stretches(meetings);
    }

    private boolean recorded(MeetingId meeting) {
        try {
            return files.recorded(meeting);
        } catch (IOException e) {
            log.warn("the files of {} cannot be looked at: {}", meeting.value(), e.toString());
            return false;
        }
    }
}
