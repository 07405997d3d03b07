package org.onmaru.server.city.notice;

import org.onmaru.server.city.notice.Delivery.Fault;

/// How an attempt to send ended.
sealed interface Outcome {

    /// Somebody else has it now.
    record Taken(Carrier by) implements Outcome {}

    record Failed(Fault fault) implements Outcome {}
}
