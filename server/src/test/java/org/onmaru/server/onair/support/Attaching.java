package org.onmaru.server.onair.support;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.onmaru.server.hall.meeting.MeetingView;
import tools.jackson.databind.JsonNode;

/// An agenda item with a file, made and begun as the web application does it.
public final class Attaching {

    private Attaching() {}

    private static String path(MeetingView meeting, String rest) {
        return "/api/v1/meetings/" + meeting.id().value() + rest;
    }

    /// The key of a new item of that title.
    public static String item(Browser host, MeetingView meeting, String title, boolean open) {
        var items = host.post(path(meeting, "/agenda/items"), """
                {"kind":"OTHER","title":"%s","titleEn":null,"unitId":null,"minutes":5,"open":%s}""".formatted(title, open))
                .json()
                .path("items");
        for (JsonNode each : items) {
            if (each.path("title").asString().equals(title)) {
                return each.path("key").asString();
            }
        }
        throw new AssertionError("not on the agenda: " + title);
    }

    /// @param name its end says what it is
    public static UUID file(Browser host, MeetingView meeting, String item, String name, byte[] bytes) {
        var id = UUID.randomUUID();
        var request = host.request(
                "PUT", path(meeting, "/agenda/items/" + item + "/attachments/" + id + "?name=" + name), "");
        try {
            var answer = host.http()
                    .send(
                            HttpRequest.newBuilder(request, (header, value) -> true)
                                    .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
            return id;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static void start(Browser host, MeetingView meeting, String item) {
        if (host.post(path(meeting, "/agenda/items/" + item + "/start")).status() != 200) {
            throw new AssertionError("the item does not start");
        }
    }

    public static Browser.Answer show(Browser host, MeetingView meeting, UUID file, int page) {
        return host.put(path(meeting, "/slide"), """
                {"attachmentId":"%s","page":%d}""".formatted(file, page));
    }
}
