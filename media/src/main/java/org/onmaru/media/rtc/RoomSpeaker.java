package org.onmaru.media.rtc;

/// Somebody who speaks now.
///
/// @param level 0 silent to 1 loudest
public record RoomSpeaker(String identity, float level) {}
