package org.onmaru.server.onair.recording.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.broadcast.ProgrammeFiles;
import org.onmaru.server.onair.recording.KeptRecordings;
import org.onmaru.server.onair.recording.Recording;
import org.onmaru.server.problem.Problem;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Serves recordings to players, which ask for ranges. A rehearsal's does not exist for outsiders.
@RestController
class RecordingController {

    private static final MediaType MP4 = MediaType.valueOf("video/mp4");

    private final KeptRecordings recordings;
    private final ProgrammeFiles files;
    private final Meetings meetings;
    private final Access access;

    RecordingController(KeptRecordings recordings, ProgrammeFiles files, Meetings meetings, Access access) {
        this.recordings = recordings;
        this.files = files;
        this.meetings = meetings;
        this.access = access;
    }

    @GetMapping("/recordings/{meetingId:[0-9a-f-]{36}}.mp4")
    ResponseEntity<Resource> playRecording(
            @PathVariable UUID meetingId,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange)
            throws IOException {
        Recording recording =
                recordings.find(new MeetingId(meetingId)).filter(this::mayWatch).orElseThrow(RecordingController::none);
        Path file = files.directory(recording.meeting()).resolve(recording.file());
        if (!Files.isRegularFile(file)) {
            throw none();
        }
        String tag = "\"" + recording.bytes() + "-" + recording.finishedAt().toEpochMilli() + "\"";
        CacheControl cache = CacheControl.maxAge(Duration.ofDays(1));
        return ResponseEntity.ok()
                .contentType(MP4)
                .contentLength(Files.size(file))
                .eTag(tag)
                .lastModified(recording.finishedAt())
                .cacheControl(recording.rehearsal() ? cache.cachePrivate() : cache.cachePublic())
                .body(content(file, ifRange == null || ifRange.equals(tag)));
    }

    /// A range of something that has changed since must not be mixed with what the player has: then all of it.
    private static Resource content(Path file, boolean unchanged) throws IOException {
        return unchanged ? new FileSystemResource(file) : new InputStreamResource(Files.newInputStream(file));
    }

    private boolean mayWatch(Recording recording) {
        if (!recording.rehearsal()) {
            return true;
        }
        Actor actor = access.current();
        return actor instanceof Actor.Operator
                || meetings.find(recording.meeting())
                        .map(meeting -> access.permissions(actor, meeting.scope()))
                        .filter(permissions -> permissions.contains(Permission.SEE_INTERNAL))
                        .isPresent();
    }

    private static Problem none() {
        return Problem.missing("no-recording", "이 회의의 녹화가 없습니다.", "There is no recording of this meeting.");
    }
}
