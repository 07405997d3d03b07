package org.onmaru.media.rtc.signal;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import org.jspecify.annotations.Nullable;

/// The signalling connection. Sends in order, one message at a time; what cannot be read is counted and
/// passed over.
public final class SignalClient implements WebSocket.Listener {

    /// What comes; calls are in order and never at once.
    public interface Handler {

        void message(SignalResponse message);

        /// The connection is gone; nothing comes after this. Called once, also after [SignalClient#close].
        void closed(String reason);
    }

    private static final int MAX_MESSAGE = 4 << 20;
    private static final int MAX_WAITING = 4096;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private static final class Http {
        /// One for the process: each client has a selector thread of its own.
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .connectTimeout(CONNECT_WITHIN)
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("rtc-signal-", 0).factory()))
                .build();
    }

    private final Handler handler;
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong unreadable = new AtomicLong();
    private @Nullable WebSocket socket;
    private boolean sending;
    private volatile long heardAt = System.nanoTime();

    public SignalClient(Handler handler) {
        this.handler = handler;
    }

    /// Connects; completes when the WebSocket is open.
    ///
    /// @param query what follows the token in the address, URL-encoded
    public CompletableFuture<SignalClient> open(URI url, String token, String query) {
        return Http.CLIENT
                .newWebSocketBuilder()
                .connectTimeout(CONNECT_WITHIN)
                .header("Authorization", "Bearer " + token)
                .buildAsync(address(url, query), this)
                .thenApply(opened -> this);
    }

    static URI address(URI url, String query) {
        String text = url.toString();
        if (text.startsWith("http")) {
            text = "ws" + text.substring("http".length());
        }
        return URI.create((text.endsWith("/") ? text : text + "/") + "rtc?" + query);
    }

    /// Sends after everything sent before; dropped when closed.
    public void send(SignalRequest request) {
        byte[] message = request.toByteArray();
        synchronized (waiting) {
            if (closed.get()) {
                return;
            }
            if (waiting.size() < MAX_WAITING) {
                waiting.add(message);
                sendNext();
                return;
            }
        }
        end("signalling is stuck");
    }

    /// Messages that were no protobuf so far.
    public long unreadable() {
        return unreadable.get();
    }

    /// `System.nanoTime()` of the last message.
    public long heardAt() {
        return heardAt;
    }

    /// Ends the connection at once.
    public void close(String reason) {
        end(reason);
    }

    /// Sends what waits, then ends the connection; for a last word.
    public void closeAfter(SignalRequest last, String reason) {
        WebSocket open;
        byte[] message = last.toByteArray();
        synchronized (waiting) {
            open = sending ? null : socket;
        }
        if (open == null || closed.get()) {
            end(reason);
            return;
        }
        var _ = open.sendBinary(ByteBuffer.wrap(message), true)
                .orTimeout(1, TimeUnit.SECONDS)
                .whenComplete((sent, error) -> end(reason));
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (waiting) {
            socket = opened;
            sendNext();
        }
        if (closed.get()) {
            opened.abort();
        } else {
            opened.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        heardAt = System.nanoTime();
        if (partial.size() + data.remaining() > MAX_MESSAGE) {
            end("a signalling message is too long");
            return null;
        }
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        partial.writeBytes(bytes);
        if (last) {
            byte[] message = partial.toByteArray();
            partial.reset();
            read(message);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        unreadable.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end("the SFU closed signalling: " + code + (reason.isEmpty() ? "" : " " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end("signalling broke: " + error);
    }

    /// Takes one whole message.
    void read(byte[] message) {
        SignalResponse response;
        try {
            response = SignalResponse.parseFrom(message);
        } catch (InvalidProtocolBufferException e) {
            unreadable.incrementAndGet();
            return;
        }
        if (!closed.get()) {
            handler.message(response);
        }
    }

    private void sendNext() {
        synchronized (waiting) {
            WebSocket open = socket;
            if (sending || open == null) {
                return;
            }
            byte[] next = waiting.poll();
            if (next == null) {
                return;
            }
            sending = true;
            var _ = open.sendBinary(ByteBuffer.wrap(next), true).whenComplete((sent, error) -> {
                synchronized (waiting) {
                    sending = false;
                }
                if (error == null) {
                    sendNext();
                } else {
                    end("signalling broke: " + error);
                }
            });
        }
    }

    private void end(String reason) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        WebSocket open;
        synchronized (waiting) {
            waiting.clear();
            open = socket;
        }
        if (open != null) {
            open.abort();
        }
        handler.closed(reason);
    }
}
