package org.onmaru.media.rtc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;
import livekit.LivekitModels.VideoLayer;
import livekit.LivekitModels.VideoQuality;
import livekit.LivekitRtc.AddTrackRequest;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.rtc.rtp.OutgoingStream;
import org.onmaru.media.rtc.rtp.Vp8Packetizer;
import org.onmaru.media.rtc.sdp.PublisherOffer;
import org.onmaru.media.rtc.transport.WallClock;

/// Somebody in the room who publishes a camera and a microphone from frames that are encoded already.
/// Sends may come from any thread, but from one at a time for each layer and for the microphone.
public final class Attendee implements AutoCloseable {

    /// One simulcast layer of the camera, smallest first.
    ///
    /// @param rid `q`, `h` or `f`
    public record Layer(String rid, int width, int height, int bitsPerSecond) {}

    private static final String CAMERA = "camera";
    private static final String MICROPHONE = "microphone";
    private static final int MAX_LAYERS = 3;
    private static final long PUBLISH_WITHIN_SECONDS = 20;
    private static final int SPEAKING = 20;
    private static final int SILENT = 127;
    /// Opus packets this small carry silence.
    private static final int SILENT_BYTES = 4;

    private final PublisherRoom room;
    private final WallClock clock = WallClock.system();
    private final AttendeeListener listener;
    private String identity = "";
    private volatile @Nullable Camera camera;
    private volatile @Nullable Microphone microphone;

    private static final class Camera {
        private final List<CameraLayer> layers;
        private volatile String track = "";
        private volatile boolean muted;

        Camera(List<CameraLayer> layers) {
            this.layers = layers;
        }
    }

    /// @param extensions section and layer name, for the SFU to tell the streams apart
    private record CameraLayer(
            OutgoingStream stream, Vp8Packetizer packetizer, SortedMap<Integer, byte[]> extensions, KeyGate gate) {}

    /// Closed until a key frame comes.
    private static final class KeyGate {
        private volatile boolean open;

        boolean passes(boolean key) {
            open |= key;
            return open;
        }
    }

    private static final class Microphone {
        private final OutgoingStream stream;
        private volatile String track = "";
        private volatile boolean muted;

        Microphone(OutgoingStream stream) {
            this.stream = stream;
        }
    }

    private Attendee(AttendeeListener listener) {
        this.listener = listener;
        this.room = new PublisherRoom(new Events(), clock);
    }

    /// Enters the room and returns when the SFU has admitted us; nothing is published yet.
    public static Attendee connect(URI url, String token) throws RoomUnreachable {
        return connect(url, token, AttendeeListener.NONE);
    }

    /// Enters the room and returns when the SFU has admitted us; nothing is published yet.
    public static Attendee connect(URI url, String token, AttendeeListener listener) throws RoomUnreachable {
        Attendee attendee = new Attendee(listener);
        attendee.identity = attendee.room.enter(url, token, PublisherRoom.QUERY);
        return attendee;
    }

    public String identity() {
        return identity;
    }

    /// Publishes a VP8 camera of one to three layers and returns when media flows; once per attendee.
    public void publishCamera(List<Layer> layers) throws RoomUnreachable {
        if (camera != null || layers.isEmpty() || layers.size() > MAX_LAYERS) {
            throw new IllegalStateException("one camera of one to three layers");
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        boolean simulcast = layers.size() > 1;
        AddTrackRequest.Builder request = AddTrackRequest.newBuilder()
                .setCid(CAMERA)
                .setName(CAMERA)
                .setType(TrackType.VIDEO)
                .setSource(TrackSource.CAMERA)
                .setWidth(layers.getLast().width())
                .setHeight(layers.getLast().height());
        List<CameraLayer> sending = new ArrayList<>();
        for (Layer layer : layers) {
            OutgoingStream stream =
                    room.stream(ssrc(random), PublisherOffer.VP8_TYPE, Codec.VP8.clockRate(), random.nextInt(0x8000));
            SortedMap<Integer, byte[]> extensions = new TreeMap<>();
            if (simulcast) {
                extensions.put(PublisherOffer.RID_EXTENSION, layer.rid().getBytes(StandardCharsets.US_ASCII));
            }
            sending.add(new CameraLayer(stream, new Vp8Packetizer(random.nextInt(0x8000)), extensions, new KeyGate()));
            request.addLayers(VideoLayer.newBuilder()
                    .setQuality(simulcast ? quality(layer.rid()) : VideoQuality.HIGH)
                    .setWidth(layer.width())
                    .setHeight(layer.height())
                    .setBitrate(layer.bitsPerSecond())
                    .setSsrc(stream.ssrc()));
        }
        Camera published = new Camera(List.copyOf(sending));
        camera = published;
        List<String> rids = simulcast ? layers.stream().map(Layer::rid).toList() : List.of();
        PublisherOffer.Section section =
                new PublisherOffer.Camera(CAMERA, sending.getFirst().stream().ssrc(), rids);
        PublisherRoom.Published name = await(room.publish(section, request.build()));
        if (simulcast) {
            byte[] mid = name.mid().getBytes(StandardCharsets.US_ASCII);
            sending.forEach(layer -> layer.extensions().put(PublisherOffer.MID_EXTENSION, mid));
        }
        published.track = name.sid();
    }

    /// Publishes an Opus microphone and returns when media flows; once per attendee.
    public void publishMicrophone() throws RoomUnreachable {
        if (microphone != null) {
            throw new IllegalStateException("one microphone");
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        OutgoingStream stream =
                room.stream(ssrc(random), PublisherOffer.OPUS_TYPE, Codec.OPUS.clockRate(), random.nextInt(0x8000));
        AddTrackRequest request = AddTrackRequest.newBuilder()
                .setCid(MICROPHONE)
                .setName(MICROPHONE)
                .setType(TrackType.AUDIO)
                .setSource(TrackSource.MICROPHONE)
                .setDisableRed(true)
                .build();
        Microphone published = new Microphone(stream);
        microphone = published;
        published.track = await(room.publish(new PublisherOffer.Microphone(MICROPHONE, stream.ssrc()), request))
                .sid();
    }

    /// Sends a frame captured now.
    public void sendVideo(int layer, byte[] vp8Frame, boolean key, long rtpTimestamp) {
        sendVideo(layer, vp8Frame, key, rtpTimestamp, clock.now());
    }

    /// Sends one VP8 frame; dropped while muted, closed, or before the first key frame of the layer.
    ///
    /// @param rtpTimestamp in 1/90000 s, one line for all layers; its low 32 bits go on the wire
    /// @param captureUnixNanos when it was captured; sender reports tell the room
    public void sendVideo(int layer, byte[] vp8Frame, boolean key, long rtpTimestamp, long captureUnixNanos) {
        Camera sending = camera;
        if (sending == null || sending.muted || sending.track.isEmpty() || room.isEnded()) {
            return;
        }
        CameraLayer one = sending.layers.get(layer);
        if (one.gate().passes(key)) {
            one.stream()
                    .send(one.packetizer().payloads(vp8Frame), rtpTimestamp, captureUnixNanos, true, one.extensions());
        }
    }

    /// Sends a packet captured now; anything but a silent packet counts as speech.
    public void sendAudio(byte[] opus, long rtpTimestamp) {
        sendAudio(opus, rtpTimestamp, clock.now(), opus.length > SILENT_BYTES ? SPEAKING : SILENT);
    }

    /// Sends one Opus packet; dropped while muted or closed.
    ///
    /// @param rtpTimestamp in 1/48000 s
    /// @param level 0 loudest to 127 silent, in −dBov; the room finds its speakers by it
    public void sendAudio(byte[] opus, long rtpTimestamp, long captureUnixNanos, int level) {
        Microphone sending = microphone;
        if (sending == null || sending.muted || sending.track.isEmpty() || room.isEnded()) {
            return;
        }
        byte[] voice = {(byte) (Math.clamp(level, 0, SILENT) | (level < SILENT ? 0x80 : 0))};
        SortedMap<Integer, byte[]> extensions =
                new TreeMap<>(Collections.singletonMap(PublisherOffer.LEVEL_EXTENSION, voice));
        sending.stream.send(List.of(opus), rtpTimestamp, captureUnixNanos, false, extensions);
    }

    /// Tells the room and stops or resumes sending; after a pause, the next frame sent is a key frame.
    public void muteCamera(boolean muted) {
        Camera sending = camera;
        if (sending != null) {
            applyMute(sending, muted);
            room.mute(sending.track, muted);
        }
    }

    /// Tells the room and stops or resumes sending.
    public void muteMicrophone(boolean muted) {
        Microphone sending = microphone;
        if (sending != null) {
            sending.muted = muted;
            room.mute(sending.track, muted);
        }
    }

    public boolean isOpen() {
        return !room.isEnded();
    }

    /// Leaves at once; [AttendeeListener#closed] follows. May be called on any thread, any number of times.
    @Override
    public void close() {
        room.leave("we left");
    }

    /// What the room reports, translated for the listener. Network thread.
    final class Events {

        private Events() {}

        void keyFrameRequested(int ssrc) {
            Camera sending = camera;
            if (sending != null) {
                for (int layer = 0; layer < sending.layers.size(); layer++) {
                    if (sending.layers.get(layer).stream().ssrc() == ssrc) {
                        listener.keyFrameRequested(layer);
                    }
                }
            }
        }

        void muted(String cid, boolean muted) {
            Camera picture = camera;
            Microphone sound = microphone;
            if (cid.equals(CAMERA) && picture != null) {
                applyMute(picture, muted);
                listener.muted(RoomParticipant.Source.CAMERA, muted);
            } else if (cid.equals(MICROPHONE) && sound != null) {
                sound.muted = muted;
                listener.muted(RoomParticipant.Source.MICROPHONE, muted);
            }
        }

        void closed(String reason) {
            listener.closed(reason);
        }
    }

    private static void applyMute(Camera sending, boolean muted) {
        if (muted) {
            sending.layers.forEach(layer -> layer.gate().open = false);
        }
        sending.muted = muted;
    }

    private static VideoQuality quality(String rid) {
        return switch (rid) {
            case "q" -> VideoQuality.LOW;
            case "h" -> VideoQuality.MEDIUM;
            default -> VideoQuality.HIGH;
        };
    }

    private static int ssrc(ThreadLocalRandom random) {
        return random.nextInt(1, Integer.MAX_VALUE);
    }

    private static PublisherRoom.Published await(CompletableFuture<PublisherRoom.Published> track)
            throws RoomUnreachable {
        try {
            return track.get(PUBLISH_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new RoomUnreachable("could not publish: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new RoomUnreachable("the SFU did not take what we publish in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomUnreachable("interrupted while publishing", e);
        }
    }
}
