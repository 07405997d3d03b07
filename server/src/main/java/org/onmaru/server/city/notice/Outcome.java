package org.onmaru.server.city.notice;

import java.time.Duration;
import org.onmaru.server.city.notice.Delivery.Fault;

/// How an attempt to send ended.
sealed interface Outcome {

    /// Somebody else has it now.
    record Taken(Carrier by) implements Outcome {}

    /// @param after whoever refused wants to be left alone for so long
    record Failed(Fault fault, Duration after) implements Outcome {

        Failed(Fault fault) {
            this(fault, Duration.ZERO);
        }
    }
}
