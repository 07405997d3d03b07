package org.onmaru.server.onair.room.sfu;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.onair.room.RoomSettings;
import org.onmaru.server.onair.room.RoomUnavailable;
import org.onmaru.server.process.ProcessRecipe;
import org.onmaru.server.process.SupervisedProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The SFU as our own child process; comes back within a second when it dies.
public final class ChildSfu implements Sfu, SupervisedProcess.Observer, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChildSfu.class);
    private static final Duration PROBE_EVERY = Duration.ofMillis(50);
    private static final int PROBES = 400;

    private final RoomSettings settings;
    private final Path directory;
    private final SfuKey key;
    private final SupervisedProcess process;
    private final Runnable onUp;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(1))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private volatile boolean up;
    private volatile @Nullable SfuPorts ports;
    private volatile @Nullable URI webhook;
    private volatile @Nullable InetAddress bound;

    /// @param directory where its configuration and keys are kept
    /// @param onUp called each time it answers after a start
    public ChildSfu(RoomSettings settings, Path directory, Runnable onUp) throws IOException {
        this.settings = settings;
        this.directory = Files.createDirectories(directory.toAbsolutePath());
        this.key = SfuKey.keptIn(this.directory.resolve("key"));
        this.onUp = onUp;
        this.process = new SupervisedProcess("sfu", this::recipe, this);
    }

    /// @param webhookTo where the server listens for the SFU's reports
    /// @param boundTo address the web server listens on; null for all
    public void start(URI webhookTo, @Nullable InetAddress boundTo) {
        webhook = webhookTo;
        bound = boundTo;
        process.start();
    }

    @Override
    public URI signalling() {
        return URI.create("ws://127.0.0.1:" + chosen().signalling());
    }

    @Override
    public URI api() {
        return URI.create("http://127.0.0.1:" + chosen().signalling());
    }

    @Override
    public SfuKey key() {
        return key;
    }

    @Override
    public boolean up() {
        return up;
    }

    /// Pid of the running SFU, or -1.
    public long pid() {
        return process.pid();
    }

    @Override
    public void started(long pid) {
        Thread.ofVirtual().name("sfu-probe").start(() -> probe(pid));
    }

    @Override
    public void exited(int code, boolean again) {
        up = false;
        if (again) {
            log.warn("the SFU ended with code {}; starting it again", code);
        }
    }

    @Override
    public void failed(Exception why) {
        up = false;
        log.error("the SFU could not be started: {}", why.getMessage());
    }

    @Override
    public void ended() {
        up = false;
    }

    @Override
    public void close() {
        up = false;
        process.close();
    }

    private SfuPorts chosen() {
        SfuPorts now = ports;
        if (now == null) {
            throw new RoomUnavailable("the SFU has not been started yet", null);
        }
        return now;
    }

    private ProcessRecipe recipe() throws IOException {
        Path binary = SfuBinary.find(settings.binary(), System.getenv())
                .orElseThrow(() -> new IOException("livekit-server not found: set onmaru.sfu.binary or ONMARU_SFU"));
        SfuPorts now = ports;
        if (now == null || !SfuPorts.free(now)) { // the same ports after a restart: browsers find it where it was
            now = SfuPorts.choose(settings);
            ports = now;
        }
        URI to = webhook;
        if (to == null) {
            throw new IOException("started without an address for its reports");
        }
        NodeAddress node = NodeAddress.choose(settings.nodeAddress(), bound);
        Path file = directory.resolve("livekit.yaml");
        PrivateFile.write(file, new SfuConfiguration(now, node, key, to).yaml());
        log.info("SFU: media on {} UDP {} TCP {}", node.value(), now.udp(), now.tcp());
        return new ProcessRecipe(
                "sfu", List.of(binary.toString(), "--config", file.toString()), Map.of(), directory, true);
    }

    private void probe(long pid) {
        HttpRequest request =
                HttpRequest.newBuilder(api()).timeout(Duration.ofSeconds(1)).build();
        for (int probes = 0; probes < PROBES && process.pid() == pid; probes++) {
            if (answers(request)) {
                up = true;
                log.info("the SFU is up");
                onUp.run();
                return;
            }
            LockSupport.parkNanos(PROBE_EVERY.toNanos());
        }
        if (process.pid() == pid) {
            log.error("the SFU runs but does not answer; killing it");
            process.killChild();
        }
    }

    private boolean answers(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
