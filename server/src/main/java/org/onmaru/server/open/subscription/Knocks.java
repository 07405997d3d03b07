package org.onmaru.server.open.subscription;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// How often one address changed something within the hour, in memory alone: who subscribed from where is kept nowhere.
/// A town hall or a carrier has many people behind one address, so this only slows down machines.
@Component
class Knocks {

    static final int MOST = 100;
    private static final int MOST_PLACES = 50_000;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>(); // guarded by this
    private Instant begun; // guarded by this

    Knocks(Clock clock) {
        this.clock = clock;
        this.begun = clock.instant();
    }

    /// @throws Problem when it was too often
    synchronized void count(String address) {
        var now = clock.instant();
        if (!now.isBefore(begun.plus(WINDOW)) || counts.size() >= MOST_PLACES) {
            counts.clear();
            begun = now;
        }
        if (counts.merge(place(address), 1, Integer::sum) > MOST) {
            throw Problem.tooOften(
                    "too-many-subscriptions",
                    "이곳에서 알림을 너무 자주 바꿨습니다. 한 시간 뒤에 다시 시도하십시오.",
                    "Notices were changed too often from here. Please try again in an hour.");
        }
    }

    /// Whoever has an IPv6 address has 2^64 of them, so the network counts.
    private static String place(String address) {
        try {
            var literal = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return literal instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), 8))
                    : literal.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address.substring(0, Math.min(64, address.length())); // what a proxy calls somebody
        }
    }
}
