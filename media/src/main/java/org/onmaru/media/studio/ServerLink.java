package org.onmaru.media.studio;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onmaru.wire.Command;
import org.onmaru.wire.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// The studio's one connection to a server: comes back for ever, because a server that restarts must find its studio
/// again. Commands arrive on one thread in order. Of events that cannot be sent only what still matters is kept.
final class ServerLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLink.class);
    private static final Duration CONNECT_WAIT = Duration.ofSeconds(3);
    private static final Duration SEND_WAIT = Duration.ofSeconds(5);
    private static final long LOOK_MS = 200;
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 2_000;
    /// A command is a few hundred bytes; whatever is longer is no command.
    private static final int LONGEST_COMMAND = 1 << 16;

    private static final int QUEUED_EVENTS = 64;

    private final URI server;
    private final String token;
    private final Consumer<Command> commands;
    private final Runnable connected;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_WAIT).build();
    private final LinkedBlockingDeque<Event> queue = new LinkedBlockingDeque<>();
    private final Thread thread;
    private volatile boolean idle;
    private volatile boolean closed;

    /// @param commands called for each command, on the link's reading thread
    /// @param connected called on the link's thread each time a connection stands, before anything queued is sent
    ServerLink(URI server, String token, Consumer<Command> commands, Runnable connected) {
        this.server = server;
        this.token = token;
        this.commands = commands;
        this.connected = connected;
        this.thread = Thread.ofPlatform().name("server-link").daemon(true).unstarted(this::live);
    }

    void start() {
        thread.start();
    }

    /// Queues an event. A status only matters while fresh, so an older one gives way.
    void send(Event event) {
        if (event instanceof Event.Status) {
            queue.removeIf(Event.Status.class::isInstance);
        }
        if (queue.size() >= QUEUED_EVENTS) {
            queue.pollFirst();
        }
        queue.addLast(event);
    }

    private void live() {
        long pause = FIRST_PAUSE_MS;
        while (!closed) {
            var listener = new Listener();
            try {
                var socket = client.newWebSocketBuilder()
                        .connectTimeout(CONNECT_WAIT)
                        .header("Authorization", "Bearer " + token)
                        .buildAsync(server, listener)
                        .get(CONNECT_WAIT.toSeconds() + 2, TimeUnit.SECONDS);
                pause = FIRST_PAUSE_MS;
                connected.run();
                pump(socket, listener);
            } catch (ExecutionException | TimeoutException e) {
                LOG.debug("the server does not answer: {}", e.toString());
            } catch (InterruptedException e) {
                return;
            }
            if (!closed && !rest(pause)) {
                return;
            }
            pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
        }
    }

    private void pump(WebSocket socket, Listener listener) throws InterruptedException {
        Event unsent = null;
        try {
            while (!closed && listener.open()) {
                unsent = queue.pollFirst(LOOK_MS, TimeUnit.MILLISECONDS);
                idle = unsent == null;
                if (unsent != null) {
                    socket.sendText(WireJson.write(unsent), true).get(SEND_WAIT.toSeconds(), TimeUnit.SECONDS);
                    unsent = null;
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("the connection to the server broke: {}", e.toString());
            if (unsent != null) {
                queue.offerFirst(unsent);
            }
        } finally {
            socket.abort();
        }
    }

    private boolean rest(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /// Waits until everything queued has been sent, at most this long.
    void flush(Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        while (!(queue.isEmpty() && idle) && System.nanoTime() < until && rest(20)) {
            // the link's thread is sending
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        client.shutdownNow();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final CountDownLatch gone = new CountDownLatch(1);

        boolean open() {
            return gone.getCount() > 0;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (text.length() + data.length() > LONGEST_COMMAND) {
                socket.abort();
                gone.countDown();
                return null;
            }
            text.append(data);
            if (last) {
                var message = text.toString();
                text.setLength(0);
                obey(message);
            }
            socket.request(1);
            return null;
        }

        private void obey(String message) {
            try {
                commands.accept(WireJson.read(message));
            } catch (JacksonException e) {
                LOG.warn("not a command I know: {}", e.getOriginalMessage());
            } catch (RuntimeException e) {
                LOG.error("a command failed", e);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            gone.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            gone.countDown();
        }
    }
}
