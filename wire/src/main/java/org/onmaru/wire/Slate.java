package org.onmaru.wire;

/// The card citizens see when off air.
///
/// @param heading the large line, e.g. the meeting's name
/// @param message the small line, e.g. `비공개 진행 중`
public record Slate(String heading, String message) {}
