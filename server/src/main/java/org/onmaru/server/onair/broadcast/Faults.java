package org.onmaru.server.onair.broadcast;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What a programme's host should know. A fault that is not reported again goes away by itself.
final class Faults {

    static final Programme.Fault STUDIO_LOST = new Programme.Fault(
            "studio-lost",
            "방송 장치를 다시 켜는 중입니다. 시민에게는 대기화면이 나갑니다.",
            "The studio is starting again. Citizens see the slate.");
    static final Programme.Fault UNSURE = new Programme.Fault(
            "database-lost",
            "데이터베이스가 응답하지 않아 방송을 계속할 수 없습니다. 잠시 뒤 대기화면으로 바뀝니다.",
            "The database does not answer, so the broadcast cannot go on; it turns to the slate shortly.");

    private static final Duration KEPT = Duration.ofSeconds(20);

    private record Reported(Programme.Fault fault, long at) {}

    private final LinkedHashMap<String, Reported> reported = new LinkedHashMap<>();
    private final LongSupplier nanos;

    Faults(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void report(Programme.Fault fault) {
        reported.remove(fault.code());
        reported.put(fault.code(), new Reported(fault, nanos.getAsLong()));
    }

    void clear(String... codes) {
        for (String code : codes) {
            reported.remove(code);
        }
    }

    /// The latest one that still holds.
    Programme.@Nullable Fault current() {
        long now = nanos.getAsLong();
        reported.values().removeIf(one -> now - one.at() > KEPT.toNanos());
        return reported.isEmpty() ? null : reported.lastEntry().getValue().fault();
    }
}
