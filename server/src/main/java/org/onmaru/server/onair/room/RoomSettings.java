package org.onmaru.server.onair.room;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the meeting rooms live.
///
/// @param binary the SFU's program; unset: `ONMARU_SFU`, the search path, then the tools' cache
/// @param url signalling address of an SFU somebody else runs, `ws://…` or `wss://…`; unset: our own child process
/// @param apiKey key at that SFU
/// @param apiSecret secret at that SFU
/// @param udpPort the one UDP port for media; unset: 7882, or any free one when that is taken
/// @param tcpPort TCP port for media where UDP is blocked; unset: 7881, or any free one when that is taken
/// @param nodeAddress address that browsers send media to; unset: the address the server listens on; when that is every
///     address, or loopback behind a proxy (onmaru.public-url), the address of this machine in its network
/// @param pollInterval how often the list of participants is compared with the SFU's while a meeting is live
@ConfigurationProperties("onmaru.sfu")
public record RoomSettings(
        @Nullable Path binary,
        @Nullable URI url,
        @Nullable String apiKey,
        @Nullable String apiSecret,
        @Nullable Integer udpPort,
        @Nullable Integer tcpPort,
        @Nullable String nodeAddress,
        @DefaultValue("3s") Duration pollInterval) {

    /// True when the rooms live at an SFU that this server does not start.
    public boolean external() {
        return url != null;
    }
}
