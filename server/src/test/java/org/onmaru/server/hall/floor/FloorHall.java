package org.onmaru.server.hall.floor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.onair.support.OnairIT;
import org.onmaru.server.onair.support.Signaller;
import org.onmaru.server.settings.DataDirectory;
import tools.jackson.databind.JsonNode;

/// A meeting in session with people at the real SFU.
final class FloorHall extends HeldMeeting implements AutoCloseable {

    private final int port;
    private final Deque<Signaller> inside = new ArrayDeque<>();

    FloorHall(int port, DataDirectory data) {
        super(port, data, false);
        this.port = port;
        start();
    }

    /// In the room, and seen there; the identity.
    String enter(Browser who) throws Exception {
        var ticket = ok(who.post(path("/join"), "{}"));
        inside.push(Signaller.join(port, ticket.path("token").asString()));
        var identity = ticket.path("identity").asString();
        OnairIT.until("is there", Duration.ofSeconds(20), () -> isHere(identity));
        return identity;
    }

    /// Whoever came last leaves, and is seen to have left.
    void leave(String identity) throws Exception {
        inside.pop().close();
        OnairIT.until("is gone", Duration.ofSeconds(30), () -> !isHere(identity));
    }

    private boolean isHere(String identity) {
        return host.get(path("/participants"))
                .body()
                .valueStream()
                .anyMatch(one -> one.path("identity").asString().equals(identity));
    }

    Browser guest() {
        var url = ok(host.post(path("/invitations"), """
                {"label":"검역본부","role":"GUEST","unitId":null,"expiresAt":null}""")).path("url").asString();
        var guest = anybody();
        ok(guest.post(
                "/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept", "{\"name\":\"홍길동\"}"));
        return guest;
    }

    String item(String title, String unit, boolean open) {
        var id = host.get("/api/v1/units")
                .body()
                .valueStream()
                .filter(one -> one.path("name").asString().equals(unit))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        return ok(host.post(path("/agenda/items"), """
                {"kind":"OTHER","title":"%s","titleEn":null,"unitId":"%s","minutes":3,"open":%s}""".formatted(title, id, open)))
                .path("items")
                .valueStream()
                .filter(item -> item.path("title").asString().equals(title))
                .findFirst()
                .orElseThrow()
                .path("key")
                .asString();
    }

    JsonNode floor(Browser by) {
        return ok(by.get(path("/floor")));
    }

    Browser.Answer raise(Browser by) {
        return by.post(path("/floor/hand"), "{}");
    }

    Browser.Answer next(Browser by, @Nullable Integer seen) {
        return by.post(path("/floor/next"), "{\"seen\":" + seen + ",\"minutes\":null}");
    }

    Browser.Answer give(Browser by, String identity, @Nullable Integer seen) {
        return by.post(path("/floor/turns"), "{\"identity\":\"" + identity + "\",\"seen\":" + seen + ",\"minutes\":2}");
    }

    Browser.Answer ask(Browser by, String identity, @Nullable Integer seen) {
        return by.post(path("/floor/questions"), "{\"identity\":\"" + identity + "\",\"seen\":" + seen + "}");
    }

    Browser.Answer end(Browser by, int turn) {
        return by.send("DELETE", path("/floor/turns/" + turn), null, true);
    }

    static List<String> hands(JsonNode floor) {
        return floor.path("hands")
                .valueStream()
                .map(hand -> hand.path("identity").asString())
                .toList();
    }

    static String speaking(JsonNode floor) {
        return floor.path("speaking").path("identity").asString("");
    }

    @Override
    public void close() {
        inside.forEach(Signaller::close);
    }
}
