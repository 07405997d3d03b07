package org.onmaru.server.onair.room.sfu;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.onair.room.RoomSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The SFU's three ports.
///
/// @param signalling TCP on 127.0.0.1, reached through the server's proxy only
/// @param udp media
/// @param tcp media where UDP is blocked
record SfuPorts(int signalling, int udp, int tcp) {

    static final int DEFAULT_UDP = 7882;
    static final int DEFAULT_TCP = 7881;

    private static final Logger log = LoggerFactory.getLogger(SfuPorts.class);

    /// Ports that are free now. A port set by hand is taken as it is: firewalls know it.
    static SfuPorts choose(RoomSettings settings) throws IOException {
        int udp = chosen("UDP", settings.udpPort(), DEFAULT_UDP, SfuPorts::udpFree, SfuPorts::anyUdp);
        int tcp = chosen("TCP", settings.tcpPort(), DEFAULT_TCP, SfuPorts::tcpFree, SfuPorts::anyTcp);
        return new SfuPorts(anyTcpExcept(tcp), udp, tcp);
    }

    /// True when all three could be bound now.
    static boolean free(SfuPorts ports) {
        return udpFree(ports.udp()) && tcpFree(ports.tcp()) && tcpFree(ports.signalling());
    }

    private interface Free {
        boolean test(int port);
    }

    private interface Any {
        int get() throws IOException;
    }

    private static int chosen(String kind, @Nullable Integer byHand, int usual, Free free, Any any) throws IOException {
        if (byHand != null) {
            return byHand;
        }
        if (free.test(usual)) {
            return usual;
        }
        int other = any.get();
        log.warn("{} port {} is in use; media uses {} until the next start", kind, usual, other);
        return other;
    }

    private static boolean udpFree(int port) {
        try (DatagramSocket socket = new DatagramSocket(null)) {
            socket.setReuseAddress(false);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean tcpFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port in TIME_WAIT is free for the SFU too
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyUdp() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static int anyTcp() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static int anyTcpExcept(int taken) throws IOException {
        int port = taken;
        while (port == taken) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
        }
        return port;
    }
}
