package org.onmaru.server.onair.room;

/// A short-lived key to one room for one identity.
///
/// @param token signed by the server; the SFU believes nothing else
public record RoomPass(String identity, String name, String unit, String token) {}
