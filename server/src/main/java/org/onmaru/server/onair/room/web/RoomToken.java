package org.onmaru.server.onair.room.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a room token says about its holder. Read, not verified: the SFU verifies exactly the token that is passed on,
/// so a forged one gets no further than it.
///
/// @param text the token itself
record RoomToken(String text, String room, String identity) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Optional<RoomToken> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            JsonNode tree = JSON.readTree(new String(claims, StandardCharsets.UTF_8));
            String identity = tree.path("sub").asString("");
            String room = tree.path("video").path("room").asString("");
            return identity.isEmpty() || room.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RoomToken(text, room, identity));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }
}
