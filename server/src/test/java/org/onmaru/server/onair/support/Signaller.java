package org.onmaru.server.onair.support;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import livekit.LivekitModels;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.ConnectionSettings;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.JoinResponse;
import livekit.LivekitRtc.LeaveRequest;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.WrappedJoinRequest;
import org.jspecify.annotations.Nullable;

/// Somebody in the room who only signals: no media, so that a test needs no WebRTC.
public final class Signaller implements WebSocket.Listener, AutoCloseable {

    private final CompletableFuture<JoinResponse> joined = new CompletableFuture<>();
    private final CompletableFuture<LeaveRequest> left = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final WebSocket socket;
    private volatile List<TrackSource> maySend = List.of();

    private Signaller(URI uri) throws Exception {
        this(uri, HttpClient.newHttpClient());
    }

    private Signaller(URI uri, HttpClient client) throws Exception {
        socket = client.newWebSocketBuilder().buildAsync(uri, this).get(10, TimeUnit.SECONDS);
        joined.get(10, TimeUnit.SECONDS);
    }

    public static Signaller join(int port, String token) throws Exception {
        return join(URI.create("ws://127.0.0.1:" + port + "/sfu"), token, HttpClient.newHttpClient());
    }

    /// Past the proxy, as nobody outside this machine can.
    ///
    /// @param sfu address of the SFU without a path
    public static Signaller join(URI sfu, String token) throws Exception {
        return join(sfu, token, HttpClient.newHttpClient());
    }

    /// @param signalling `ws://…` or `wss://…`, up to the SFU's own path
    /// @param client whom it trusts and from which address it comes
    public static Signaller join(URI signalling, String token, HttpClient client) throws Exception {
        return new Signaller(
                URI.create(
                        signalling + "/rtc?protocol=16&sdk=js&version=2.23.0&auto_subscribe=0&access_token=" + token),
                client);
    }

    /// As newer clients do: everything in one request object.
    public static Signaller joinV1(int port, String token) throws Exception {
        JoinRequest request = JoinRequest.newBuilder()
                .setClientInfo(LivekitModels.ClientInfo.newBuilder()
                        .setSdk(LivekitModels.ClientInfo.SDK.JS)
                        .setVersion("2.23.0")
                        .setProtocol(16))
                .setConnectionSettings(ConnectionSettings.newBuilder().setAutoSubscribe(false))
                .build();
        String wrapped = Base64.getUrlEncoder()
                .encodeToString(WrappedJoinRequest.newBuilder()
                        .setJoinRequest(request.toByteString())
                        .build()
                        .toByteArray());
        return new Signaller(URI.create(
                "ws://127.0.0.1:" + port + "/sfu/rtc/v1?access_token=" + token + "&join_request=" + wrapped));
    }

    public JoinResponse joined() {
        return joined.join();
    }

    /// What the SFU lets them send now.
    public List<TrackSource> maySend() {
        return maySend;
    }

    /// Told to leave by the SFU.
    public CompletableFuture<LeaveRequest> left() {
        return left;
    }

    /// The code the connection was closed with; -1 when it broke.
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    /// Announces a track, as before the first offer.
    public void announce(String cid, TrackSource source) throws Exception {
        send(SignalRequest.newBuilder()
                .setAddTrack(AddTrackRequest.newBuilder()
                        .setCid(cid)
                        .setName(cid)
                        .setType(source == TrackSource.MICROPHONE ? TrackType.AUDIO : TrackType.VIDEO)
                        .setSource(source))
                .build());
    }

    private void send(SignalRequest request) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(request.toByteArray()), true).get(5, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        message.writeBytes(bytes);
        if (last) {
            read(message.toByteArray());
            message.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(-1);
    }

    private void read(byte[] bytes) {
        try {
            SignalResponse response = SignalResponse.parseFrom(bytes);
            if (response.hasJoin()) {
                maySend = response.getJoin().getParticipant().getPermission().getCanPublishSourcesList();
                joined.complete(response.getJoin());
            } else if (response.hasUpdate()) {
                String self = joined.join().getParticipant().getSid();
                response.getUpdate().getParticipantsList().stream()
                        .filter(one -> one.getSid().equals(self))
                        .forEach(one -> maySend = one.getPermission().getCanPublishSourcesList());
            } else if (response.hasLeave()) {
                left.complete(response.getLeave());
            }
        } catch (InvalidProtocolBufferException e) {
            joined.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
