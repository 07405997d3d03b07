package org.onmaru.media.rtc;

import io.livekit.server.AccessToken;
import io.livekit.server.CanPublish;
import io.livekit.server.CanSubscribe;
import io.livekit.server.Hidden;
import io.livekit.server.Recorder;
import io.livekit.server.RoomJoin;
import io.livekit.server.RoomName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A real SFU for a test: on the loopback, on free ports, with a configuration of its own, ended with
/// the test.
public final class SfuProcess implements AutoCloseable {

    public static final String KEY = "devkey";
    public static final String SECRET = "devsecretdevsecretdevsecretdevsecret";

    private static final Duration START_WITHIN = Duration.ofSeconds(20);

    private final Path directory;
    private final Process process;
    private final int port;

    private SfuProcess(Path directory, Process process, int port) {
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    public static SfuProcess start() throws IOException {
        Path directory = Files.createTempDirectory("onmaru-sfu-");
        int port = freeTcp();
        Path config = directory.resolve("livekit.yaml");
        Files.writeString(config, config(port, freeTcp(), freeUdp()));
        Process process = new ProcessBuilder(binary().toString(), "--config", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        SfuProcess sfu = new SfuProcess(directory, process, port);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        sfu.awaitPort();
        return sfu;
    }

    public URI url() {
        return URI.create("ws://127.0.0.1:" + port);
    }

    public long pid() {
        return process.pid();
    }

    /// A token for somebody who may publish and subscribe.
    public String token(String room, String identity, String name, Map<String, String> attributes) {
        AccessToken token = new AccessToken(KEY, SECRET);
        token.setIdentity(identity);
        token.setName(name);
        token.getAttributes().putAll(attributes);
        token.setTtl(Duration.ofHours(1).toMillis());
        token.addGrants(new RoomJoin(true), new RoomName(room), new CanSubscribe(true), new CanPublish(true));
        return token.toJwt();
    }

    /// A token for the studio: sees everybody, seen by nobody.
    public String studioToken(String room) {
        AccessToken token = new AccessToken(KEY, SECRET);
        token.setIdentity("studio");
        token.setTtl(Duration.ofHours(1).toMillis());
        token.addGrants(
                new RoomJoin(true),
                new RoomName(room),
                new CanSubscribe(true),
                new CanPublish(false),
                new Hidden(true),
                new Recorder(true));
        return token.toJwt();
    }

    /// Ends it as a crash would.
    public void kill() {
        process.destroyForcibly();
    }

    public String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitPort() throws IOException {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        String log = log();
        close();
        throw new IOException("the SFU did not start; its log:\n" + log);
    }

    private static String config(int port, int tcp, int udp) {
        return """
                port: %d
                bind_addresses: ["127.0.0.1"]
                keys:
                  %s: %s
                logging:
                  level: info
                rtc:
                  tcp_port: %d
                  udp_port: %d
                  use_external_ip: false
                  node_ip: 127.0.0.1
                  enable_loopback_candidate: true
                  interfaces:
                    includes: [lo]
                room:
                  sync_streams: true
                  enabled_codecs:
                    - mime: audio/opus
                    - mime: video/vp8
                    - mime: video/h264
                """.formatted(port, KEY, SECRET, tcp, udp);
    }

    private static Path binary() throws IOException {
        String named = System.getenv("ONMARU_SFU");
        if (named != null && Files.isExecutable(Path.of(named))) {
            return Path.of(named);
        }
        for (String folder :
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1)) {
            Path found = Path.of(folder, "livekit-server");
            if (!folder.isEmpty() && Files.isExecutable(found)) {
                return found;
            }
        }
        String cacheHome = System.getenv("XDG_CACHE_HOME");
        Path cache = cacheHome == null || cacheHome.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "onmaru")
                : Path.of(cacheHome, "onmaru");
        List<Path> cached = List.of();
        if (Files.isDirectory(cache)) {
            try (Stream<Path> files = Files.list(cache)) {
                cached = files.filter(file -> file.getFileName().toString().startsWith("livekit-server-"))
                        .filter(Files::isExecutable)
                        .sorted(Comparator.comparingLong(
                                (Path file) -> file.toFile().lastModified()))
                        .toList();
            }
        }
        if (cached.isEmpty()) {
            throw new IOException("no SFU: set ONMARU_SFU to a livekit-server, put one on the PATH, or run"
                    + " ./onmaru once, which builds one");
        }
        return cached.getLast();
    }

    private static int freeTcp() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int freeUdp() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
