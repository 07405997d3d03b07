package org.onmaru.media.rtc.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A UDP address where a peer may be reached.
public record IceCandidate(InetSocketAddress address) {

    /// Reads `candidate:…` (RFC 8839) with or without `a=`; null for TCP, RTCP-only, relayed, host-name
    /// or malformed candidates.
    public static @Nullable IceCandidate parse(String line) {
        int colon = line.indexOf(':');
        if (line.length() > 512 || colon < 0) {
            return null;
        }
        List<String> fields = List.of(line.substring(colon + 1).trim().split("\\s+", 12));
        if (fields.size() < 8 || !fields.get(1).equals("1") || !fields.get(2).equalsIgnoreCase("udp")) {
            return null;
        }
        if (fields.get(7).equals("relay")) {
            return null;
        }
        try {
            int port = Integer.parseInt(fields.get(5));
            InetAddress address = InetAddress.ofLiteral(fields.get(4));
            return port > 0 && port <= 0xffff && !address.isAnyLocalAddress() && !address.isMulticastAddress()
                    ? new IceCandidate(new InetSocketAddress(address, port))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Our own address as a host candidate, without `a=`.
    public static String host(InetSocketAddress own) {
        return "candidate:1 1 udp 2130706431 "
                + own.getAddress().getHostAddress().replaceFirst("%.*", "") + " " + own.getPort() + " typ host";
    }

    /// Smaller is tried first: this machine, then what can be routed, then what needs luck.
    public int rank() {
        InetAddress host = address.getAddress();
        if (host.isLoopbackAddress()) {
            return 0;
        }
        return host.isLinkLocalAddress() ? 2 : 1;
    }
}
