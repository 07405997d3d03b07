package org.onmaru.server.city.push;

/// Where a browser is reached, and with which keys; only [Pushes] makes one of what a browser said.
///
/// @param endpoint address at its push service; whoever knows it can write there, so it is kept like a secret
/// @param p256dh the browser's public key, base64url
/// @param auth secret between the browser and us, base64url
public record PushAddress(String endpoint, String p256dh, String auth) {

    /// Addresses do not get into logs by accident.
    @Override
    public String toString() {
        return "PushAddress";
    }
}
