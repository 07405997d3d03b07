package org.onmaru.server.onair.room.sfu;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The address browsers send media to.
///
/// @param loopback true when only this machine can reach the server
record NodeAddress(String value, boolean loopback) {

    private static final NodeAddress LOOPBACK = new NodeAddress("127.0.0.1", true);

    /// @param byHand the setting, if any
    /// @param bound the address the web server is bound to; null for all
    static NodeAddress choose(@Nullable String byHand, @Nullable InetAddress bound) {
        if (byHand != null && !byHand.isBlank()) {
            return new NodeAddress(byHand, byHand.equals("localhost") || byHand.startsWith("127."));
        }
        if (bound != null && bound.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (bound != null && !bound.isAnyLocalAddress()) {
            return new NodeAddress(bound.getHostAddress().replaceFirst("%.*", ""), false);
        }
        return inNetwork().map(address -> new NodeAddress(address, false)).orElse(LOOPBACK);
    }

    private static Optional<String> inNetwork() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .filter(NodeAddress::usable)
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .flatMap(one -> Collections.list(one.getInetAddresses()).stream())
                    .filter(address -> address instanceof Inet4Address && !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static boolean usable(NetworkInterface one) {
        try {
            return one.isUp() && !one.isLoopback() && !one.isPointToPoint() && !one.isVirtual();
        } catch (SocketException e) {
            return false;
        }
    }
}
