package org.onmaru.server.onair.broadcast.relay;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.wire.live.Edition;
import org.onmaru.wire.live.LiveRequest;

/// Answers players over HTTP. Whether somebody may watch was judged before. A held request occupies a virtual thread,
/// nothing else.
final class LiveAnswers {

    private static final String PLAYLIST = "application/vnd.apple.mpegurl";
    private static final String MEDIA = "video/mp4";

    private final Relays relays;

    LiveAnswers(Relays relays) {
        this.relays = relays;
    }

    /// @param name file of the programme, as in the URL
    /// @param shared true when any cache and any page may have it
    void answer(
            UUID meeting,
            String instance,
            String name,
            boolean shared,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Relay> relay = relays.find(meeting, instance);
        if (relay.isEmpty()) {
            fail(response, 404, "지금은 이 방송이 없습니다. There is no such programme now.");
            return;
        }
        if (shared) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        try {
            Reply reply = relay.get().answer(LiveRequest.parse(name, request.getQueryString()));
            send(reply, shared ? "public" : "private", request, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(response, 503, "서버가 다시 시작됩니다. The server restarts.");
        }
    }

    void refuse(HttpServletResponse response) throws IOException {
        fail(response, 403, "이 방송을 볼 권한이 없습니다. You may not watch this programme.");
    }

    private static void send(Reply reply, String scope, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (reply) {
            case Reply.Playlist(Edition edition, boolean lasting) -> {
                response.setHeader("Vary", "Accept-Encoding");
                boolean gzip = takesGzip(request);
                if (gzip) {
                    response.setHeader("Content-Encoding", "gzip");
                }
                String cache = lasting ? scope + ", max-age=60" : "no-cache";
                send(response, PLAYLIST, cache, List.of(gzip ? edition.gzip() : edition.body()));
            }
            case Reply.Multivariant(byte[] body) -> send(response, PLAYLIST, scope + ", max-age=60", List.of(body));
            case Reply.Piece(List<byte[]> bodies) ->
                send(response, MEDIA, scope + ", max-age=31536000, immutable", bodies);
            case Reply.Bad _ -> fail(response, 400, "잘못된 재생 요청입니다. Bad playlist directives.");
            case Reply.Missing _ -> fail(response, 404, "그런 조각이 없습니다. No such piece.");
            case Reply.Late _ -> fail(response, 503, "방송 신호를 기다리고 있습니다. Waiting for the studio.");
        }
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private static void send(HttpServletResponse response, String type, String cache, List<byte[]> bodies)
            throws IOException {
        response.setContentType(type);
        response.setHeader("Cache-Control", cache);
        response.setContentLengthLong(
                bodies.stream().mapToLong(body -> body.length).sum());
        for (byte[] body : bodies) {
            response.getOutputStream().write(body);
        }
    }

    private static void fail(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }
}
