package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// A whole server in a process of its own, so that it can be killed: the demonstration city with real studio, SFU and
/// database.
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().name("server-log").daemon(true).start(this::listen);
    }

    /// Starts it and waits until it is ready.
    public static ServerProcess start(Path data) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OnmaruServer.class.getName(),
                        "--onmaru.data=" + data,
                        "--onmaru.demo=true",
                        "--onmaru.sfu.udp-port=" + freePort(),
                        "--onmaru.sfu.tcp-port=" + freePort(),
                        "--server.port=0")
                .redirectErrorStream(true)
                .start();
        var server = new ServerProcess(process);
        try {
            server.port.get(6, TimeUnit.MINUTES);
            return server;
        } catch (Exception e) {
            server.close();
            throw new AssertionError("the server did not start: " + String.join("\n", server.said), e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port.join();
    }

    /// Everything it said so far, a line each.
    public List<String> said() {
        return List.copyOf(said);
    }

    /// The password of one of the demonstration's people.
    public String password(String login) {
        return said.stream()
                .filter(line -> line.startsWith("ONMARU_DEMO " + login + " "))
                .map(line -> line.split(" ", 4)[2])
                .findFirst()
                .orElseThrow();
    }

    /// Its children, and theirs, at this moment.
    public List<ProcessHandle> children() {
        return process.toHandle().descendants().toList();
    }

    /// SIGKILL to the server alone, as the kernel does when memory runs out.
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /// Waits until it has ended by itself.
    public int exit(long seconds) throws InterruptedException {
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("ONMARU_READY ")) {
                    port.complete(Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
                }
            }
        } catch (IOException e) {
            port.completeExceptionally(new UncheckedIOException(e));
        } finally {
            port.completeExceptionally(new IllegalStateException("it ended"));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
