package org.onmaru.server.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One child process, restarted whenever it dies until this object is closed or the child ends by itself with code 0
/// after [#letEnd].
///
/// The child has its own session, so that Ctrl-C reaches the server only, and the kernel kills it when the server
/// dies. That signal is tied to the *thread* that started the child, so one platform thread starts it and waits on it.
public final class SupervisedProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SupervisedProcess.class);
    private static final List<Path> TOOL_DIRECTORIES = List.of(Path.of("/usr/bin"), Path.of("/bin"));

    /// Both ways in which Linux shares processors out: by process, and by session outside of control groups. Whoever
    /// may
    /// not do either starts as everybody else.
    private static final String COMES_FIRST = """
            { echo -10 >/proc/self/autogroup; renice -n -10 -p $$; } >/dev/null 2>&1
            exec "$@"
            """;

    private final String name;
    private final Callable<ProcessRecipe> recipes;
    private final Observer observer;
    private final Thread thread;
    private final RestartPace pace = new RestartPace();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean ending;
    private volatile @Nullable Process child;

    /// What happens to the child. Called on the supervising thread.
    public interface Observer {
        void started(long pid);

        /// @param again true when it will be started again, unless it is stopped first
        void exited(int code, boolean again);

        /// It could not be started at all.
        void failed(Exception why);

        /// No other will be started. The last call.
        void ended();
    }

    /// @param recipes asked before every start, so that ports and tokens can be new each time
    public SupervisedProcess(String name, Callable<ProcessRecipe> recipes, Observer observer) {
        this.name = name;
        this.recipes = recipes;
        this.observer = observer;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::supervise);
    }

    public void start() {
        thread.start();
    }

    /// Pid of the running child, or -1.
    public long pid() {
        Process running = child;
        return running != null && running.isAlive() ? running.pid() : -1;
    }

    public boolean alive() {
        return pid() >= 0;
    }

    /// From now on an exit is the end: no restart.
    public void letEnd() {
        ending = true;
    }

    /// Kills the child at once; it is started again unless it was to end.
    public void killChild() {
        Process running = child;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    /// Waits until the child is gone for good.
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return thread.join(atMost);
    }

    /// Asks the child to stop, kills it after the grace, and starts no other.
    public void stop(Duration grace) {
        ending = true;
        stop.countDown();
        Process running = child;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(2));
    }

    private void supervise() {
        boolean again = true;
        while (again) {
            long from = System.nanoTime();
            again = runOnce();
            Duration life = Duration.ofNanos(System.nanoTime() - from);
            if (again) {
                again = !stoppedWithin(pace.after(life));
            }
        }
        observer.ended();
    }

    private boolean runOnce() {
        try {
            Process started = launch(recipes.call());
            child = started;
            if (stop.getCount() == 0) {
                started.destroy();
            }
            observer.started(started.pid());
            int code = started.waitFor();
            boolean again = !ending;
            observer.exited(code, again);
            return again;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            observer.failed(e);
            return !ending;
        }
    }

    private boolean stoppedWithin(Duration delay) {
        try {
            return stop.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Process launch(ProcessRecipe recipe) throws IOException {
        List<String> command = new ArrayList<>();
        tool("setsid").ifPresent(command::add);
        tool("setpriv").ifPresent(path -> command.addAll(List.of(path, "--pdeathsig", "KILL", "--")));
        if (recipe.urgent()) {
            command.addAll(List.of("/bin/sh", "-c", COMES_FIRST, "sh"));
        }
        command.addAll(recipe.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(recipe.directory().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(recipe.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        Thread.ofVirtual().name(name + "-log").start(() -> copyLog(process));
        return process;
    }

    private static Optional<String> tool(String tool) {
        return TOOL_DIRECTORIES.stream()
                .map(directory -> directory.resolve(tool))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private void copyLog(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> log.info("{}: {}", name, line));
        } catch (IOException | UncheckedIOException e) {
            log.debug("{}: its log ended: {}", name, e.toString());
        }
    }
}
