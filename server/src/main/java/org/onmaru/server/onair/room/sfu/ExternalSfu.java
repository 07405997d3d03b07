package org.onmaru.server.onair.room.sfu;

import java.net.URI;

/// An SFU that somebody else runs.
record ExternalSfu(URI signalling, SfuKey key) implements Sfu {

    @Override
    public URI api() {
        String address = signalling.toString();
        return URI.create(address.startsWith("ws") ? "http" + address.substring(2) : address);
    }

    @Override
    public boolean up() {
        return true;
    }
}
