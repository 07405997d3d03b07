package org.onmaru.media.rtc;

/// What a room connection has met since it began; for status pages and tests.
///
/// @param packets RTP packets that were opened
/// @param refused datagrams that were malformed, forged, replayed or from nobody we know
/// @param units access units handed on
/// @param dropped frames that came but were broken, undecodable before a key frame, or the SFU's filler
/// @param lost packets given up
/// @param unreadable signalling messages that were none
public record RoomCounters(long packets, long refused, long units, long dropped, long lost, long unreadable) {}
