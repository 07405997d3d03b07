package org.onmaru.server.onair.room.sfu;

import io.livekit.server.AccessToken;
import io.livekit.server.CanPublish;
import io.livekit.server.CanPublishData;
import io.livekit.server.CanPublishSources;
import io.livekit.server.CanSubscribe;
import io.livekit.server.CanUpdateOwnMetadata;
import io.livekit.server.Hidden;
import io.livekit.server.Recorder;
import io.livekit.server.RoomJoin;
import io.livekit.server.RoomName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import livekit.LivekitModels.TrackSource;
import org.onmaru.server.city.identity.Permission;

/// Signs what the SFU believes. A token lives ten minutes; the SFU renews it for those who are inside.
///
/// No token made here may administer a room: moderation goes through the server.
public final class Tokens {

    public static final Duration LIFE = Duration.ofMinutes(10);

    private Tokens() {}

    /// A token for somebody who is seen in the room; what they may send follows from their permissions.
    public static String attendee(
            SfuKey key,
            String room,
            String identity,
            String name,
            Map<String, String> attributes,
            Set<Permission> permissions) {
        List<String> sources = sources(permissions).stream()
                .map(source -> source.name().toLowerCase(Locale.ROOT))
                .toList();
        AccessToken token = token(key, room, identity, name);
        token.getAttributes().putAll(attributes);
        token.addGrants(new CanPublish(!sources.isEmpty()), new CanPublishSources(sources));
        return token.toJwt();
    }

    /// A token for the studio: sees and hears everybody, is seen by nobody, sends nothing.
    public static String studio(SfuKey key, String room) {
        AccessToken token = token(key, room, "studio", "studio");
        token.addGrants(new CanPublish(false), new Hidden(true), new Recorder(true));
        return token.toJwt();
    }

    /// A token for a measuring subscriber: as the studio, but not told to the others as a recorder.
    public static String observer(SfuKey key, String room, String identity) {
        AccessToken token = token(key, room, identity, identity);
        token.addGrants(new CanPublish(false), new Hidden(true));
        return token.toJwt();
    }

    private static AccessToken token(SfuKey key, String room, String identity, String name) {
        AccessToken token = new AccessToken(key.key(), key.secret());
        token.setTtl(LIFE.toMillis());
        token.setIdentity(identity);
        token.setName(name);
        token.addGrants(
                new RoomJoin(true),
                new RoomName(room),
                new CanSubscribe(true),
                new CanPublishData(false),
                new CanUpdateOwnMetadata(false));
        return token;
    }

    /// What somebody with these permissions may send.
    static List<TrackSource> sources(Set<Permission> permissions) {
        List<TrackSource> sources = new ArrayList<>();
        if (permissions.contains(Permission.PUBLISH_MEDIA)) {
            sources.addAll(List.of(TrackSource.CAMERA, TrackSource.MICROPHONE));
        }
        if (permissions.contains(Permission.SHARE_SCREEN)) {
            sources.addAll(List.of(TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO));
        }
        return sources;
    }
}
