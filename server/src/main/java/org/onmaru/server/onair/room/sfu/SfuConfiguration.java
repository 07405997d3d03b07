package org.onmaru.server.onair.room.sfu;

import java.net.URI;

/// The SFU's configuration file.
///
/// @param webhook where the SFU reports joins, leaves and tracks
record SfuConfiguration(SfuPorts ports, NodeAddress node, SfuKey key, URI webhook) {

    /// As YAML. Codecs are those every browser and the studio understand; `rtx` carries repeats of lost video.
    String yaml() {
        return """
                # Written by Onmaru at every start; changes here are lost.
                port: %d
                bind_addresses: ["127.0.0.1"]
                keys:
                  %s: %s
                logging:
                  level: warn
                rtc:
                  udp_port: %d
                  tcp_port: %d
                  use_external_ip: false
                  node_ip: %s
                  enable_loopback_candidate: %s
                room:
                  sync_streams: true
                  enabled_codecs:
                    - mime: audio/opus
                    - mime: video/vp8
                    - mime: video/h264
                    - mime: video/rtx
                webhook:
                  api_key: %s
                  urls:
                    - %s
                """.formatted(
                        ports.signalling(),
                        key.key(),
                        key.secret(),
                        ports.udp(),
                        ports.tcp(),
                        node.value(),
                        node.loopback(),
                        key.key(),
                        webhook);
    }
}
