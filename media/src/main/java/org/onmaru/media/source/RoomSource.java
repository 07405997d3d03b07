package org.onmaru.media.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.compose.PictureSource;
import org.onmaru.media.compose.Voice;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.rtc.RoomListener;
import org.onmaru.media.rtc.RoomParticipant;
import org.onmaru.media.rtc.RoomSpeaker;
import org.onmaru.media.scene.Person;
import org.onmaru.media.scene.Scene;
import org.onmaru.media.scene.SceneTile;
import org.onmaru.media.scene.SpeakerChoice;
import org.onmaru.media.scene.Staging;
import org.onmaru.wire.Stage;

/// One stay in the room, from going on air to going off air: who is here, what they send, decoded and timed. It
/// subscribes to every microphone and to the pictures that the scene shows, at the size they are shown.
///
/// Time comes with the ticks and with the units' arrivals, both `System.nanoTime()`.
/// The room's threads tell what happens; the programme's loop alone calls [#scene], [#due] and [#voices]. After
/// [#close] nothing of the room comes out any more; a later stay is a new object.
public final class RoomSource implements RoomListener, PictureSource, AutoCloseable {

    private static final Scene EMPTY = new Scene("", "", List.of(), false);

    private final DecodeThreads threads;
    private final Map<String, VideoTrackSource> pictures = new ConcurrentHashMap<>();
    private final Map<String, AudioTrackSource> sounds = new ConcurrentHashMap<>();
    private final List<AudioTrackSource> leaving = new CopyOnWriteArrayList<>();
    private final Map<String, Timeline> timelines = new HashMap<>();
    private final Map<String, Size> shown = new ConcurrentHashMap<>();
    private final SpeakerChoice choice = new SpeakerChoice();

    private volatile List<RoomParticipant> present = List.of();
    private volatile List<String> speaking = List.of();
    private volatile @Nullable TrackControl control;
    private volatile boolean lost;
    private volatile boolean closed;

    private @Nullable Origin origin;
    private Scene scene = EMPTY;
    private String turn = "";

    /// What a scene is made from, to make it anew only when something changed.
    private record Origin(
            Stage stage,
            boolean slide,
            List<RoomParticipant> present,
            @Nullable String speaker,
            @Nullable TrackControl control) {}

    private record Size(int width, int height) {}

    public RoomSource() {
        this(DecodeThreads.start());
    }

    RoomSource(DecodeThreads threads) {
        this.threads = threads;
    }

    /// Gives the connection this source listens to; until then nothing is subscribed.
    public void attach(TrackControl connection) {
        control = connection;
    }

    /// Whom to show where, now; asks the SFU for what that needs. The same object comes back until something changes.
    ///
    /// @param slide whether a slide takes the large place
    public Scene scene(Stage stage, boolean slide, long tickNanos) {
        if (closed) {
            return EMPTY;
        }
        List<RoomParticipant> all = present;
        TrackControl connection = control;
        List<Person> people = Roster.people(all);
        giveFloor(stage, people);
        String speaker =
                choice.choose(speaking, people.stream().map(Person::identity).toList(), tickNanos);
        Origin now = new Origin(stage, slide, all, speaker, connection);
        if (!now.equals(origin)) {
            scene = slide ? Staging.besideSlide(stage, people, speaker) : Staging.stage(stage, people, speaker);
            origin = now;
            if (connection != null) {
                listen(connection, Roster.sounds(all));
                look(connection, scene, all);
            }
        }
        return scene;
    }

    /// When it becomes the turn of somebody who is here, whoever spoke last makes room for them.
    private void giveFloor(Stage stage, List<Person> people) {
        String now = stage.floor().isEmpty() ? stage.presenter() : stage.floor();
        if (!now.equals(turn)) {
            turn = now;
            if (!Staging.presenters(stage, people).isEmpty()) {
                choice.giveFloor();
            }
        }
    }

    /// Every voice of the room, also those that are just fading out.
    public List<Voice> voices() {
        if (closed) {
            return List.of();
        }
        leaving.removeIf(RoomSource::closedWhenFinished);
        List<Voice> voices = new ArrayList<>(sounds.values());
        voices.addAll(leaving);
        return voices;
    }

    private static boolean closedWhenFinished(AudioTrackSource source) {
        boolean finished = source.finished();
        if (finished) {
            source.close();
        }
        return finished;
    }

    @Override
    public @Nullable Due due(String track, long tickNanos) {
        VideoTrackSource source = pictures.get(track);
        return source == null || closed ? null : source.due(tickNanos);
    }

    /// True once the connection said that it is gone: the gate must close.
    public boolean lost() {
        return lost;
    }

    private void listen(TrackControl connection, Map<String, String> owners) {
        owners.forEach((track, line) -> {
            if (!sounds.containsKey(track)) {
                sounds.put(track, new AudioTrackSource(track, timeline(line), threads.sound()));
                connection.subscribe(track, true);
            }
        });
        for (String track : sounds.keySet()) {
            if (!owners.containsKey(track)) {
                connection.subscribe(track, false);
                dropSound(track);
            }
        }
    }

    private void look(TrackControl connection, Scene scene, List<RoomParticipant> all) {
        Map<String, SceneTile> wanted = new LinkedHashMap<>();
        for (SceneTile tile : scene.tiles()) {
            if (tile.track() != null) {
                wanted.put(tile.track(), tile);
            }
        }
        wanted.forEach((track, tile) -> show(connection, track, tile));
        Set<String> known = Roster.pictures(all);
        for (String track : Set.copyOf(pictures.keySet())) {
            if (!known.contains(track)) {
                connection.subscribe(track, false);
                dropPicture(track);
            } else if (!wanted.containsKey(track) && shown.remove(track) != null) {
                pause(connection, track);
            }
        }
    }

    private void show(TrackControl connection, String track, SceneTile tile) {
        VideoTrackSource source = pictures.get(track);
        if (source == null) {
            Timeline line = timeline(Roster.line(tile.identity(), tile.screen()));
            pictures.put(track, new VideoTrackSource(line, threads.picture(), () -> connection.requestKeyFrame(track)));
            connection.subscribe(track, true);
        } else {
            source.wanted(true);
        }
        Size size = new Size(tile.area().width(), tile.area().height());
        if (!size.equals(shown.put(track, size))) {
            connection.want(track, size.width(), size.height(), true);
        }
    }

    private void pause(TrackControl connection, String track) {
        connection.want(track, 0, 0, false);
        VideoTrackSource source = pictures.get(track);
        if (source != null) {
            source.wanted(false);
        }
    }

    private Timeline timeline(String line) {
        synchronized (timelines) {
            return timelines.computeIfAbsent(line, key -> new Timeline());
        }
    }

    private void dropSound(String track) {
        AudioTrackSource source = sounds.remove(track);
        if (source != null) {
            source.finish();
            leaving.add(source);
        }
    }

    private void dropPicture(String track) {
        shown.remove(track);
        VideoTrackSource source = pictures.remove(track);
        if (source != null) {
            source.close();
        }
    }

    @Override
    public void participants(List<RoomParticipant> all) {
        present = List.copyOf(all);
        Set<String> lines = new HashSet<>();
        for (RoomParticipant one : all) {
            lines.add(Roster.line(one.identity(), false));
            lines.add(Roster.line(one.identity(), true));
        }
        synchronized (timelines) {
            timelines.keySet().retainAll(lines);
        }
    }

    @Override
    public void speakers(List<RoomSpeaker> speakers) {
        speaking = speakers.stream().map(RoomSpeaker::identity).toList();
    }

    @Override
    public void media(AccessUnit unit) {
        if (closed) {
            return;
        }
        if (unit.codec().isVideo()) {
            VideoTrackSource source = pictures.get(unit.track());
            if (source != null) {
                source.offer(unit);
            }
        } else {
            AudioTrackSource source = sounds.get(unit.track());
            if (source != null) {
                source.offer(unit);
            }
        }
    }

    @Override
    public void ended(String track) {
        dropSound(track);
        dropPicture(track);
    }

    @Override
    public void closed(String reason) {
        lost = true;
    }

    /// Drops everything of the room at once: after it no picture and no sample comes out.
    @Override
    public void close() {
        closed = true;
        sounds.values().forEach(AudioTrackSource::close);
        leaving.forEach(AudioTrackSource::close);
        pictures.values().forEach(VideoTrackSource::close);
        sounds.clear();
        leaving.clear();
        pictures.clear();
        threads.close();
    }
}
