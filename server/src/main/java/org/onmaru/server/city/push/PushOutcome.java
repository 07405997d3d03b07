package org.onmaru.server.city.push;

import java.time.Duration;

/// What a push service did with a message.
public sealed interface PushOutcome {

    /// It has it now.
    record Taken() implements PushOutcome {}

    /// That browser does not want any more, or is no more.
    record Gone() implements PushOutcome {}

    /// Too much at once, or it is not well.
    ///
    /// @param after it wants to be left alone for so long
    record Later(Duration after) implements PushOutcome {}

    record Refused() implements PushOutcome {}

    /// Nothing went out.
    record Unreachable() implements PushOutcome {}

    /// Its answer was lost, or did not come.
    record Unsure() implements PushOutcome {}
}
