package org.onmaru.server.onair.room.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.server.onair.room.RoomSettings;

/// The real SFU as a child.
class ChildSfuIT {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/internal/sfu/webhook");

    @TempDir
    Path directory;

    @Test
    void comesBackWithinASecondWhenItIsKilledAndKeepsItsPortsAndKey() throws Exception {
        Semaphore up = new Semaphore(0);
        try (ChildSfu sfu = new ChildSfu(settings(null), directory, up::release)) {
            sfu.start(NOWHERE, InetAddress.getLoopbackAddress());
            assertThat(up.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            URI before = sfu.signalling();
            long pid = sfu.pid();
            assertThat(new LiveKitEngine(sfu).rooms()).isEmpty();

            long killed = System.nanoTime();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            assertThat(up.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            Duration away = Duration.ofNanos(System.nanoTime() - killed);

            assertThat(away).isLessThan(Duration.ofSeconds(1));
            assertThat(sfu.pid()).isNotEqualTo(pid);
            assertThat(sfu.signalling()).isEqualTo(before);
            assertThat(new LiveKitEngine(sfu).rooms()).isEmpty();
        }
    }

    @Test
    void isGoneWhenClosedAndItsSecretsAreItsOwners() throws Exception {
        Semaphore up = new Semaphore(0);
        ChildSfu sfu = new ChildSfu(settings(null), directory, up::release);
        sfu.start(NOWHERE, InetAddress.getLoopbackAddress());
        assertThat(up.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        ProcessHandle process = ProcessHandle.of(sfu.pid()).orElseThrow();

        sfu.close();

        assertThat(process.isAlive()).isFalse();
        for (String secret : new String[] {"key", "livekit.yaml"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(secret))))
                    .isEqualTo("rw-------");
        }
        assertThat(new ChildSfu(settings(null), directory, () -> {}).key()).isEqualTo(sfu.key());
    }

    @Test
    void takesAnotherPortWhenTheUsualOneIsBusy() throws Exception {
        try (DatagramSocket _ = busy()) {
            SfuPorts ports = SfuPorts.choose(settings(null));

            assertThat(ports.udp()).isNotEqualTo(SfuPorts.DEFAULT_UDP).isPositive();
        }
    }

    @Test
    void aPortSetByHandIsTakenAsItIs() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0)) {
            assertThat(SfuPorts.choose(settings(taken.getLocalPort())).udp()).isEqualTo(taken.getLocalPort());
        }
    }

    /// Holds the usual port, unless something else on this machine does already.
    private static DatagramSocket busy() throws SocketException {
        try {
            return new DatagramSocket(SfuPorts.DEFAULT_UDP);
        } catch (BindException e) {
            return new DatagramSocket(0);
        }
    }

    static RoomSettings settings(@Nullable Integer udp) {
        return new RoomSettings(null, null, null, null, udp, null, null, Duration.ofSeconds(3));
    }
}
