package org.onmaru.media.rtc.transport;

import org.onmaru.media.rtc.ice.IceCredentials;

/// What SDP tells about the other side of a transport.
///
/// @param fingerprint SHA-256 of its certificate
/// @param lite it answers checks only, so we control
public record PeerDescription(IceCredentials credentials, String fingerprint, boolean lite) {}
