package org.onmaru.server.onair.room.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensTest {

    private static final SfuKey KEY = new SfuKey("key", "0123456789abcdef0123456789abcdef");

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, camera microphone screen_share screen_share_audio",
        "CHAIR, camera microphone screen_share screen_share_audio",
        "HOST, camera microphone screen_share screen_share_audio",
        "CLERK, camera microphone screen_share screen_share_audio",
        "SPEAKER, camera microphone screen_share screen_share_audio",
        "ATTENDEE, camera microphone",
        "GUEST, camera microphone"
    })
    void grantsFollowTheRoleAndNothingElse(Role role, String sources) {
        JsonNode claims = claims(
                Tokens.attendee(KEY, "room-1", "p-1", "이름", Map.of("unit", "강천면", "seat", "3"), role.permissions()));
        JsonNode video = claims.path("video");

        assertThat(video.propertyNames())
                .containsExactlyInAnyOrder(
                        "roomJoin",
                        "room",
                        "canSubscribe",
                        "canPublish",
                        "canPublishSources",
                        "canPublishData",
                        "canUpdateOwnMetadata");
        assertThat(video.path("room").asString()).isEqualTo("room-1");
        assertThat(video.path("canPublish").asBoolean()).isTrue();
        assertThat(video.path("canPublishData").asBoolean(true)).isFalse();
        assertThat(video.path("canUpdateOwnMetadata").asBoolean(true)).isFalse();
        assertThat(video.path("canPublishSources").valueStream().map(JsonNode::asString))
                .containsExactly(sources.split(" "));
        assertThat(claims.path("name").asString()).isEqualTo("이름");
        assertThat(claims.path("attributes").path("unit").asString()).isEqualTo("강천면");
        assertThat(claims.path("attributes").path("seat").asString()).isEqualTo("3");
    }

    @Test
    void whoMayOnlyJoinSendsNothing() {
        JsonNode video = claims(Tokens.attendee(KEY, "r", "p-1", "이름", Map.of(), Set.of(Permission.JOIN)))
                .path("video");

        assertThat(video.path("canPublish").asBoolean(true)).isFalse();
    }

    @Test
    void theStudioIsHiddenRecordsAndSendsNothing() {
        JsonNode video = claims(Tokens.studio(KEY, "r")).path("video");

        assertThat(video.path("hidden").asBoolean()).isTrue();
        assertThat(video.path("recorder").asBoolean()).isTrue();
        assertThat(video.path("canSubscribe").asBoolean()).isTrue();
        assertThat(video.path("canPublish").asBoolean(true)).isFalse();
        assertThat(video.path("canPublishData").asBoolean(true)).isFalse();
        assertThat(video.has("roomAdmin")).isFalse();
    }

    @Test
    void aTokenLivesTenMinutes() {
        JsonNode claims = claims(Tokens.observer(KEY, "r", "observer-1"));

        long life = claims.path("exp").asLong() - Instant.now().getEpochSecond();
        assertThat(life).isBetween(590L, 601L);
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
