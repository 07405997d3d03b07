package org.onmaru.server.onair.room.sfu;

import io.livekit.server.RoomServiceClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantPermission;
import livekit.LivekitModels.Room;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.onair.room.Participant;
import org.onmaru.server.onair.room.Place;
import org.onmaru.server.onair.room.RoomEngine;
import org.onmaru.server.onair.room.RoomUnavailable;
import retrofit2.Call;
import retrofit2.Response;

/// Rooms of a LiveKit SFU through its API.
public final class LiveKitEngine implements RoomEngine {

    private static final int NOT_FOUND = 404;

    private final Sfu sfu;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(2))
            .callTimeout(Duration.ofSeconds(5))
            .build();

    public LiveKitEngine(Sfu sfu) {
        this.sfu = sfu;
    }

    @Override
    public Set<String> rooms() {
        List<Room> rooms = ask(RoomServiceClient::listRooms);
        return rooms == null ? Set.of() : rooms.stream().map(Room::getName).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Participant> list(String room) {
        return infos(room).stream()
                .filter(info -> !info.getPermission().getHidden())
                .filter(info -> info.getState() != ParticipantInfo.State.DISCONNECTED)
                .map(ParticipantReading::of)
                .sorted(Comparator.comparing(
                                Participant::seat, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(Participant::joinedAt)
                        .thenComparing(Participant::identity))
                .toList();
    }

    @Override
    public int mute(String room, String identity, Kind kind) {
        TrackSource source = kind == Kind.MICROPHONE ? TrackSource.MICROPHONE : TrackSource.CAMERA;
        List<TrackInfo> sounding = infos(room).stream()
                .filter(info -> info.getIdentity().equals(identity))
                .flatMap(info -> info.getTracksList().stream())
                .filter(track -> track.getSource() == source && !track.getMuted())
                .toList();
        int muted = 0;
        for (TrackInfo track : sounding) {
            if (ask(client -> client.mutePublishedTrack(room, identity, track.getSid(), true)) != null) {
                muted++;
            }
        }
        return muted;
    }

    @Override
    public void move(String room, String identity, Place place) {
        List<TrackSource> sources = Tokens.sources(place.permissions());
        ParticipantPermission permission = ParticipantPermission.newBuilder()
                .setCanSubscribe(true)
                .setCanPublish(!sources.isEmpty())
                .addAllCanPublishSources(sources)
                .build();
        ask(client -> client.updateParticipant(room, identity, place.name(), null, permission, place.attributes()));
    }

    @Override
    public void remove(String room, String identity) {
        ask(client -> client.removeParticipant(room, identity));
    }

    @Override
    public void close(String room) {
        ask(client -> client.deleteRoom(room));
    }

    private List<ParticipantInfo> infos(String room) {
        List<ParticipantInfo> infos = ask(client -> client.listParticipants(room));
        return infos == null ? List.of() : infos;
    }

    /// The answer; null when the SFU says there is no such thing.
    private <T> @Nullable T ask(Function<RoomServiceClient, Call<T>> question) {
        SfuKey key = sfu.key();
        RoomServiceClient client =
                RoomServiceClient.createClient(sfu.api().toString(), key.key(), key.secret(), () -> http);
        Response<T> answer;
        try {
            answer = question.apply(client).execute();
        } catch (IOException e) {
            throw new RoomUnavailable("the SFU does not answer: " + e.getMessage(), e);
        }
        if (answer.code() == NOT_FOUND) {
            return null;
        }
        if (!answer.isSuccessful()) {
            throw new RoomUnavailable("the SFU answered " + answer.code(), null);
        }
        return answer.body();
    }
}
