package org.onmaru.server.onair.broadcast;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.wire.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a programme's host should know. What the studio calls wrong holds until the studio says that it is over; what
/// happened at one moment goes away by itself.
final class Faults {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    static final Programme.Fault STUDIO_LOST = new Programme.Fault(
            "studio-lost",
            "방송 장치를 다시 켜는 중입니다. 시민에게는 대기화면이 나갑니다.",
            "The studio is starting again. Citizens see the slate.");
    static final Programme.Fault UNSURE = new Programme.Fault(
            "database-lost",
            "데이터베이스가 응답하지 않아 방송을 계속할 수 없습니다. 잠시 뒤 대기화면으로 바뀝니다.",
            "The database does not answer, so the broadcast cannot go on; it turns to the slate shortly.");

    static final Programme.Fault LEFT_EMPTY = new Programme.Fault(
            "room-empty",
            "회의실이 오래 비어 있어 방송이 저절로 꺼졌습니다. 회의를 이어 가려면 방송을 다시 켜 주세요.",
            "The room stayed empty, so the broadcast went off air by itself. Go on air again to continue.");

    private static final Duration KEPT = Duration.ofSeconds(20);
    /// Nothing is wrong yet: these give way to whatever is.
    private static final Set<String> WARNINGS = Set.of("disk-low");

    private record Reported(Programme.Fault fault, long at) {}

    private final LinkedHashMap<String, Reported> reported = new LinkedHashMap<>();
    private final MeetingId meeting;
    private final LongSupplier nanos;
    private List<Programme.Fault> standing = List.of();

    Faults(MeetingId meeting, LongSupplier nanos) {
        this.meeting = meeting;
        this.nanos = nanos;
    }

    static Programme.Fault fault(Event.Problem problem) {
        return new Programme.Fault(problem.code(), problem.ko(), problem.en());
    }

    /// All that is wrong in the studio now, the most urgent first; what stood before and is not among them is over.
    void stand(List<Event.Problem> now) {
        List<Programme.Fault> before = standing;
        standing = now.stream().map(Faults::fault).toList();
        standing.stream()
                .filter(one -> !holds(before, one))
                .forEach(one -> log.warn("studio of {}: {}", meeting.value(), one.en()));
        before.stream()
                .filter(one -> !holds(standing, one))
                .forEach(one -> log.info("studio of {}: {} is over", meeting.value(), one.code()));
    }

    private static boolean holds(List<Programme.Fault> faults, Programme.Fault wanted) {
        return faults.stream().anyMatch(one -> one.code().equals(wanted.code()));
    }

    /// Something that happened now.
    void report(Programme.Fault fault) {
        reported.remove(fault.code());
        reported.put(fault.code(), new Reported(fault, nanos.getAsLong()));
    }

    void clear(String... codes) {
        for (String code : codes) {
            reported.remove(code);
        }
    }

    /// The most urgent that stands, else the latest that happened, else a warning.
    Programme.@Nullable Fault current() {
        long now = nanos.getAsLong();
        reported.values().removeIf(one -> now - one.at() > KEPT.toNanos());
        for (Programme.Fault one : standing) {
            if (!WARNINGS.contains(one.code())) {
                return one;
            }
        }
        if (!reported.isEmpty()) {
            return reported.lastEntry().getValue().fault();
        }
        return standing.isEmpty() ? null : standing.getFirst();
    }
}
