package org.onmaru.server.city.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;

/// Who makes this request.
public sealed interface Actor {

    /// Name as others see it.
    String name();

    /// Nobody has signed in.
    record Anonymous() implements Actor {
        @Override
        public String name() {
            return "익명";
        }
    }

    /// A person with an account.
    ///
    /// @param unit the unit of today's post
    /// @param post what they are there today, e.g. `면장` or `면장 직무대리`; empty when none
    record Person(PersonId id, String name, @Nullable UnitId unit, String post) implements Actor {}

    /// Somebody who came by an invitation link; may enter that one meeting only.
    record Guest(
            UUID id,
            String name,
            UUID meeting,
            Role role,
            @Nullable UnitId unit) implements Actor {}

    /// The machine's operator, proven by the secret in the data directory: rehearsal, benchmarks, doctor.
    record Operator() implements Actor {
        @Override
        public String name() {
            return "운영자";
        }
    }
}
