package org.onmaru.wire.live;

/// What a request for a playlist gets.
public sealed interface Answer {

    /// 200.
    ///
    /// @param lasting true when this URL will never be answered with other words, so that caches may keep it
    record Found(Edition edition, boolean lasting) implements Answer {}

    /// 400: the request is for something too far in the future.
    record TooFar() implements Answer {}

    /// 503: it did not come in three target durations.
    record TimedOut() implements Answer {}
}
