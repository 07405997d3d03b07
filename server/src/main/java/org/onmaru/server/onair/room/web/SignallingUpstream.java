package org.onmaru.server.onair.room.web;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/// The half of a proxied connection that leads to the SFU.
///
/// Nothing is read from the SFU before the browser's half is there, and the next piece only after the last one was
/// written to the browser: a slow browser slows the SFU's socket and fills no memory here. Towards the SFU one send is
/// outstanding at a time.
final class SignallingUpstream implements WebSocket.Listener {

    private static final Logger log = LoggerFactory.getLogger(SignallingUpstream.class);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(10);
    private static final int NO_CODE = 1005;
    private static final int BROKEN = 1006;
    private static final int LARGEST_FROM_SFU = 4 << 20;
    private static final int LARGEST_FROM_BROWSER = 1 << 20;

    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private volatile @Nullable WebSocketSession browser;
    private int fromSfu;
    private int fromBrowser;

    /// The browser's half is there: begin to read.
    void bind(WebSocketSession session) {
        browser = session;
        socket.join().request(1);
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket.complete(opened); // no request yet: see bind
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        toBrowser(from, new TextMessage(data, last), data.length(), last);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        int size = data.remaining();
        toBrowser(from, new BinaryMessage(data, last), size, last);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeBrowser(
                switch (code) {
                    case NO_CODE -> CloseStatus.NORMAL;
                    case BROKEN -> CloseStatus.SERVICE_RESTARTED; // the SFU died: the browser shall come again
                    default -> sendable(code) ? new CloseStatus(code, reason) : CloseStatus.SERVER_ERROR;
                });
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        log.debug("the SFU's half of a connection broke: {}", error.toString());
        closeBrowser(CloseStatus.SERVICE_RESTARTED);
    }

    /// Passes on a piece from the browser; returns once the SFU's socket has taken it. Browser's thread.
    void send(TextMessage message) throws IOException {
        if (admit(message.getPayload().length(), message.isLast())) {
            await(socket.join().sendText(message.getPayload(), message.isLast()));
        }
    }

    /// As above.
    void send(BinaryMessage message) throws IOException {
        if (admit(message.getPayloadLength(), message.isLast())) {
            await(socket.join().sendBinary(message.getPayload(), message.isLast()));
        }
    }

    /// The browser is gone.
    void close(CloseStatus status) {
        WebSocket open = socket.getNow(null);
        if (open != null && !open.isOutputClosed()) {
            int code = acceptedByClient(status.getCode()) ? status.getCode() : WebSocket.NORMAL_CLOSURE;
            CompletableFuture<?> _ = open.sendClose(code, "").whenComplete((done, error) -> open.abort());
        }
    }

    /// The handshake with the browser failed: nothing must be left at the SFU.
    void abort() {
        CompletableFuture<?> _ = socket.thenAccept(WebSocket::abort);
    }

    private boolean admit(int size, boolean last) {
        fromBrowser += size;
        boolean small = fromBrowser <= LARGEST_FROM_BROWSER;
        if (last) {
            fromBrowser = 0;
        }
        if (!small) {
            closeBrowser(CloseStatus.TOO_BIG_TO_PROCESS);
        }
        return small;
    }

    private void toBrowser(WebSocket from, WebSocketMessage<?> message, int size, boolean last) {
        WebSocketSession session = browser;
        fromSfu = fromSfu + size;
        if (session == null || fromSfu > LARGEST_FROM_SFU) {
            from.abort();
            closeBrowser(CloseStatus.TOO_BIG_TO_PROCESS);
            return;
        }
        if (last) {
            fromSfu = 0;
        }
        try {
            session.sendMessage(message);
            from.request(1);
        } catch (IOException | IllegalStateException e) {
            log.debug("a browser left while being written to: {}", e.toString());
            from.abort();
        }
    }

    private void closeBrowser(CloseStatus status) {
        WebSocketSession session = browser;
        if (session == null || !session.isOpen()) {
            return;
        }
        try {
            session.close(status);
        } catch (IOException e) {
            log.debug("a browser was gone before it was told: {}", e.toString());
        }
    }

    private static void await(CompletableFuture<WebSocket> sent) throws IOException {
        try {
            sent.get(SEND_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending to the SFU", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the SFU does not take messages", e);
        }
    }

    /// Codes a server may put into a close frame.
    private static boolean sendable(int code) {
        return code >= 1000 && code < 5000 && code != 1004 && code != 1015;
    }

    /// Codes the JDK's client agrees to send.
    private static boolean acceptedByClient(int code) {
        return code == 1000 || code == 1001 || code == 1008 || code == 1011 || (code >= 3000 && code < 5000);
    }
}
