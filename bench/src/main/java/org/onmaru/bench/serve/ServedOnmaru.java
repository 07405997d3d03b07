package org.onmaru.bench.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A whole Onmaru of our own: server, database, SFU and studios, started by a command and stopped as by Ctrl-C.
public final class ServedOnmaru implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration STOP = Duration.ofSeconds(40);
    private static final String READY = "ONMARU_READY ";

    /// Where the script and all parts lie; the script sets it.
    private static final String ROOT = "onmaru.root";

    private final Process process;
    private final int port;
    private final Path data;

    private ServedOnmaru(Process process, int port, Path data) {
        this.process = process;
        this.port = port;
        this.data = data;
    }

    /// The words that start a server: those given, or the script's own, with the demonstration city to rehearse in.
    public static List<String> command(String... given) throws IOException {
        if (given.length > 0) {
            return List.of(given);
        }
        String root = System.getProperty(ROOT);
        if (root == null) {
            throw new IOException("서버를 켜는 명령을 모릅니다. ./onmaru bench 로 실행해 주세요 (run it by ./onmaru bench)");
        }
        return List.of(Path.of(root, "onmaru").toString(), "run", "--demo");
    }

    /// A new directory for servers; others may pass through it, because the database runs as somebody else.
    public static Path workDirectory() throws IOException {
        Path work = Files.createTempDirectory("onmaru-bench-");
        return Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwx--x--x"));
    }

    /// Starts it and returns when it is ready.
    ///
    /// @param command the words that start a server; `--port` and `--data` are added
    /// @param log takes all it says
    public static ServedOnmaru start(List<String> command, Path data, Path log)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        var served = new ServedOnmaru(process, port, data);
        try {
            served.awaitReady(log);
            return served;
        } catch (IOException | InterruptedException e) {
            served.close();
            throw e;
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        var ready = new CompletableFuture<Boolean>();
        Thread.ofPlatform().name("served-log").daemon().start(() -> copy(log, ready));
        try {
            if (!ready.get(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("서버가 시작되지 못했습니다. %s 파일을 봐 주세요 (the server did not start)".formatted(log));
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("서버가 제때 시작되지 못했습니다. %s 파일을 봐 주세요 (the server is late)".formatted(log), e);
        }
    }

    private void copy(Path log, CompletableFuture<Boolean> ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                var out = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line);
                out.newLine();
                out.flush();
                if (line.startsWith(READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        } finally {
            ready.complete(false);
        }
    }

    public int port() {
        return port;
    }

    /// Its data directory, where [Operator] finds the token.
    public Path data() {
        return data;
    }

    /// Processor time that it took since its start, with the database, the SFU and the studios that run now.
    public Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Asks it to stop and waits until it has.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
