package org.onmaru.media.hls;

/// A published part.
///
/// @param ticks length, 1/90000 s
/// @param independent true when it begins with an IDR
/// @param data one `moof` + `mdat`; read only
record LivePart(long ticks, boolean independent, byte[] data) {}
