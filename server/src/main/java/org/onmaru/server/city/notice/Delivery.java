package org.onmaru.server.city.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.PersonId;

/// How far a notice to one person is.
///
/// @param at since when it is in this state
/// @param carrier what took it; null until then
/// @param fault why the last attempt failed; null when none did
public record Delivery(
        UUID occasion,
        PersonId person,
        Way way,
        State state,
        Instant at,
        @Nullable Carrier carrier,
        @Nullable Fault fault) {

    public enum State {
        /// Its turn comes, or comes again.
        WAITING,
        /// A server is at it.
        SENDING,
        SENT,
        /// Nothing more is tried.
        FAILED,
        /// Nobody needed to be told any more before it was sent.
        WITHDRAWN
    }

    /// Why a notice was not sent.
    public enum Fault {
        /// The mail server or gateway said no.
        REFUSED,
        /// It cannot be reached.
        UNREACHABLE,
        /// The file could not be written.
        NOT_WRITTEN,
        /// The city does not send this way any more.
        OFF,
        /// The person gave no address for this way any more, or has no access.
        NO_ADDRESS,
        /// It was on its way and nobody knows whether it arrived: sending it again might tell somebody twice.
        UNSURE;

        /// Whether another attempt can help and cannot tell anybody twice.
        boolean again(Way way) {
            return switch (this) {
                case REFUSED, UNREACHABLE, NOT_WRITTEN, OFF -> true;
                case NO_ADDRESS -> false;
                // the same push once more takes the place of the first
                case UNSURE -> way == Way.PUSH;
            };
        }
    }
}
