package org.onmaru.server.onair.broadcast;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.wire.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import tools.jackson.core.JacksonException;

/// Where studios connect: from this machine only, and only with the token of a programme that runs.
@Component
class StudioSocket extends TextWebSocketHandler implements HandshakeInterceptor {

    private static final Logger log = LoggerFactory.getLogger(StudioSocket.class);
    private static final String MEETING = "meeting";
    private static final String LINK = "link";
    private static final int LARGEST = 256 << 10;
    private static final int SEND_MILLIS = 3_000;

    private final Studios studios;
    private final LiveProgrammes programmes;

    StudioSocket(Studios studios, LiveProgrammes programmes) {
        this.studios = studios;
        this.programmes = programmes;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        InetSocketAddress from = request.getRemoteAddress();
        if (from.getAddress() == null || !from.getAddress().isLoopbackAddress()) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            return false;
        }
        Optional<MeetingId> owner = studios.bearer(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        if (owner.isEmpty()) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return false;
        }
        attributes.put(MEETING, owner.get());
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // nothing was opened for it yet
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LARGEST);
        Line line = new Line(new ConcurrentWebSocketSessionDecorator(session, SEND_MILLIS, LARGEST));
        session.getAttributes().put(LINK, line);
        programmes.connected(meeting(session), line);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        try {
            programmes.heard(meeting(session), line(session), WireJson.event(message.getPayload()));
        } catch (JacksonException e) {
            log.warn("a studio said something unknown: {}", e.getOriginalMessage());
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        programmes.disconnected(meeting(session), line(session));
    }

    private static MeetingId meeting(WebSocketSession session) {
        return (MeetingId) Objects.requireNonNull(session.getAttributes().get(MEETING));
    }

    private static Line line(WebSocketSession session) {
        return (Line) Objects.requireNonNull(session.getAttributes().get(LINK));
    }

    /// Identity is the connection: two are never equal.
    private static final class Line implements StudioLink {

        private final WebSocketSession session;

        Line(WebSocketSession session) {
            this.session = session;
        }

        @Override
        public void send(Command command) {
            try {
                session.sendMessage(new TextMessage(WireJson.text(command)));
            } catch (IOException | IllegalStateException e) {
                log.warn("a studio could not be told: {}", e.toString());
                close();
            }
        }

        @Override
        public void close() {
            try {
                session.close(CloseStatus.SESSION_NOT_RELIABLE);
            } catch (IOException e) {
                log.debug("a studio's line was closed already: {}", e.toString());
            }
        }
    }
}
