package org.onmaru.server.onair.room.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.onair.room.Admission;
import org.onmaru.server.onair.room.RoomUnavailable;
import org.onmaru.server.onair.room.sfu.Sfu;
import org.onmaru.server.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Carries browsers' signalling to the SFU, which listens on this machine only. The SFU's half is opened first, so a
/// browser that is refused gets the SFU's status instead of an open socket that closes.
@Component
class SignallingProxy extends AbstractWebSocketHandler implements HandshakeInterceptor {

    private static final Logger log = LoggerFactory.getLogger(SignallingProxy.class);
    private static final String UPSTREAM = "upstream";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final Admission admission;
    private final Sfu sfu;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("signalling-", 0).factory()))
            .build();

    SignallingProxy(Admission admission, Sfu sfu) {
        this.admission = admission;
        this.sfu = sfu;
    }

    /// The SFU's own answer to "would this token be let in?", after our own check.
    ResponseEntity<String> validate(URI uri, @Nullable String authorization) {
        SignallingRequest request = SignallingRequest.of(uri, authorization);
        RoomToken token = admitted(request);
        HttpRequest question = HttpRequest.newBuilder(request.at(sfu.api()))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.text())
                .timeout(CONNECT_LIMIT)
                .build();
        try {
            HttpResponse<String> answer = http.send(question, HttpResponse.BodyHandlers.ofString());
            return ResponseEntity.status(HttpStatusCode.valueOf(answer.statusCode()))
                    .body(answer.statusCode() == HttpStatus.OK.value() ? answer.body() : "refused");
        } catch (IOException e) {
            throw new RoomUnavailable("the SFU does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomUnavailable("interrupted while asking the SFU", e);
        }
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        try {
            SignallingRequest wanted =
                    SignallingRequest.of(request.getURI(), request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
            attributes.put(UPSTREAM, connect(wanted, admitted(wanted)));
            return true;
        } catch (Problem refusal) {
            answer(response, refusal.status(), refusal.code());
            return false;
        } catch (RoomUnavailable e) {
            log.debug("a browser could not be connected: {}", e.getMessage());
            answer(response, HttpStatus.SERVICE_UNAVAILABLE, "room-unavailable");
            return false;
        }
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        if (failure != null) {
            log.debug("a browser's handshake failed: {}", failure.toString());
        }
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        upstream(session).bind(session);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
        upstream(session).send(message);
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) throws IOException {
        upstream(session).send(message);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        upstream(session).close(status);
    }

    private RoomToken admitted(SignallingRequest request) {
        RoomToken token = request.token()
                .orElseThrow(() -> Problem.unknownCaller(
                        "no-token",
                        "회의실에 들어갈 권한이 없습니다. 다시 참가해 주세요.",
                        "There is no valid ticket to the room. Please join again."));
        admission.refusal(token.room(), token.identity()).ifPresent(refusal -> {
            throw refusal;
        });
        return token;
    }

    private SignallingUpstream connect(SignallingRequest request, RoomToken token) {
        SignallingUpstream upstream = new SignallingUpstream();
        try {
            http.newWebSocketBuilder()
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.text())
                    .connectTimeout(CONNECT_LIMIT)
                    .buildAsync(request.at(sfu.signalling()), upstream)
                    .get(CONNECT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return upstream;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw refusedBySfu(refused.getResponse().statusCode());
            }
            throw new RoomUnavailable("the SFU does not answer: " + e.getCause(), e);
        } catch (TimeoutException e) {
            upstream.abort();
            throw new RoomUnavailable("the SFU does not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomUnavailable("interrupted while connecting to the SFU", e);
        }
    }

    private static Problem refusedBySfu(int status) {
        String ko = "회의실이 입장을 받아들이지 않았습니다. 다시 참가해 주세요.";
        String en = "The room refused this ticket. Please join again.";
        return status == HttpStatus.UNAUTHORIZED.value()
                ? Problem.unknownCaller("room-refused", ko, en)
                : Problem.bad("room-refused", ko, en);
    }

    private static void answer(ServerHttpResponse response, HttpStatusCode status, String code) {
        response.setStatusCode(status);
        try {
            response.getBody().write(code.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            log.debug("a browser left before it was refused: {}", e.toString());
        }
    }

    private static SignallingUpstream upstream(WebSocketSession session) {
        return (SignallingUpstream)
                Objects.requireNonNull(session.getAttributes().get(UPSTREAM));
    }
}
