package org.onmaru.server.hall.minutes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.PersonId;

/// Who signs minutes, and with what hash they did.
///
/// @param post as it was when they were named
/// @param signedAt null while they have not
/// @param sha256 of what they signed; null while they have not
public record Signer(
        PersonId person,
        Kind kind,
        String name,
        String post,
        @Nullable Instant signedAt,
        @Nullable String sha256) {

    /// As what somebody signs.
    public enum Kind {
        /// 의장.
        CHAIR,
        /// 작성자.
        CLERK,
        /// 서명자: named beside them.
        OTHER
    }

    public boolean signed() {
        return signedAt != null;
    }

    Signer signed(Instant at, String hash) {
        return new Signer(person, kind, name, post, at, hash);
    }
}
