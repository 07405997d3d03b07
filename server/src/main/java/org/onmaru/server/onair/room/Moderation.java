package org.onmaru.server.onair.room;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// What a host does to others. A mass action is one task of the server: it goes on when the one who asked is gone.
@Service
public class Moderation {

    private static final Logger log = LoggerFactory.getLogger(Moderation.class);

    private final RoomEngine engine;
    private final RoomWatch watch;
    private final RemovedPeople removed;
    private final Audit audit;
    private final ExecutorService tasks = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("moderation-", 0).factory());

    Moderation(RoomEngine engine, RoomWatch watch, RemovedPeople removed, Audit audit) {
        this.engine = engine;
        this.watch = watch;
        this.removed = removed;
        this.audit = audit;
    }

    /// Mutes one person's microphone or camera.
    public void mute(MeetingId meeting, String identity, RoomEngine.Kind kind) {
        String room = room(meeting);
        Participant participant = present(room, identity);
        engine.mute(room, identity, kind);
        watch.look(room);
        audit.changed("participant.muted", subject(meeting), null, Map.of("who", participant.name(), "what", kind));
    }

    /// Mutes every microphone except the asker's own. The future ends with the number muted; nobody has to wait for it.
    ///
    /// @param asker identity that stays as it is
    public CompletableFuture<Integer> muteAll(MeetingId meeting, String asker) {
        audit.changed("participant.muted-all", subject(meeting), null, null);
        return CompletableFuture.supplyAsync(() -> muteEverybody(room(meeting), asker), tasks);
    }

    /// Sends somebody out; they stay out until [#letIn].
    ///
    /// @param by name of the host
    public void remove(MeetingId meeting, String identity, String by) {
        String room = room(meeting);
        Participant participant = present(room, identity);
        removed.add(meeting, identity, participant.name(), by);
        engine.remove(room, identity);
        watch.look(room);
        audit.changed("participant.removed", subject(meeting), null, Map.of("who", participant.name()));
    }

    /// Those who were sent out, first one first.
    public List<RemovedPeople.Removal> removed(MeetingId meeting) {
        return removed.of(meeting);
    }

    /// Lets somebody who was sent out come back.
    public void letIn(MeetingId meeting, String identity) {
        if (!removed.forgive(meeting, identity)) {
            throw Problem.missing("not-removed", "내보낸 사람 목록에 없습니다.", "They are not among those who were removed.");
        }
        audit.changed("participant.let-in", subject(meeting), Map.of("who", identity), null);
    }

    @PreDestroy
    void stop() {
        tasks.shutdown();
    }

    private int muteEverybody(String room, String asker) {
        List<CompletableFuture<Integer>> each = engine.list(room).stream()
                .filter(participant -> participant.microphone() == Participant.Device.ON)
                .map(Participant::identity)
                .filter(identity -> !identity.equals(asker))
                .map(identity -> CompletableFuture.supplyAsync(() -> muteOne(room, identity), tasks))
                .toList();
        int muted = each.stream().mapToInt(CompletableFuture::join).sum();
        watch.look(room);
        return muted;
    }

    /// One person whom the SFU cannot mute must not spare the others.
    private int muteOne(String room, String identity) {
        try {
            return engine.mute(room, identity, RoomEngine.Kind.MICROPHONE);
        } catch (RoomUnavailable e) {
            log.warn("{} stays unmuted: {}", identity, e.getMessage());
            return 0;
        }
    }

    private Participant present(String room, String identity) {
        return engine.list(room).stream()
                .filter(participant -> participant.identity().equals(identity))
                .findFirst()
                .orElseThrow(() -> Problem.missing(
                        "not-in-room", "그 참가자는 지금 회의실에 없습니다.", "That participant is not in the room now."));
    }

    private static Subject subject(MeetingId meeting) {
        return Subject.of("meeting", meeting.value());
    }

    private static String room(MeetingId meeting) {
        return meeting.value().toString();
    }
}
