package org.onmaru.server.hall.minutes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onmaru.server.hall.floor.FloorChanged;
import org.onmaru.server.hall.floor.Floors;
import org.onmaru.server.hall.floor.Turn;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Who had the floor, as lines of the minutes such as `강천면 면장 홍길동 (08:31~08:34, 3분)`. A turn is told once it is over;
/// one that a question interrupted is one line with all its hours.
@Component
class FloorFacts {

    /// A key that was pressed by mistake is no speech.
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Floors floors;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FloorFacts(Floors floors, Clock clock, ApplicationEventPublisher events) {
        this.floors = floors;
        this.clock = clock;
        this.events = events;
    }

    /// The lines of each item, in the order in which turns began.
    ///
    /// @param itemAt which item what is said at a moment belongs to, for turns that were given between items
    Map<String, List<String>> lines(MeetingId meeting, Function<Instant, String> itemAt) {
        var turns = new LinkedHashMap<Integer, List<Turn>>();
        floors.of(meeting).turns().stream()
                .filter(turn -> !turn.lasts())
                .forEach(turn -> turns.computeIfAbsent(turn.first(), _ -> new ArrayList<>())
                        .add(turn));
        var lines = new LinkedHashMap<String, List<String>>();
        turns.values().stream()
                .filter(stretches -> took(stretches).compareTo(SHORTEST) >= 0)
                .forEach(stretches -> lines.computeIfAbsent(item(stretches.getFirst(), itemAt), _ -> new ArrayList<>())
                        .add(line(stretches)));
        return lines;
    }

    @EventListener
    void on(FloorChanged changed) {
        if (changed.turnEnded()) {
            events.publishEvent(new MinutesChanged(changed.floor().meeting()));
        }
    }

    private static String item(Turn turn, Function<Instant, String> itemAt) {
        var item = turn.item();
        return item == null ? itemAt.apply(turn.from()) : item;
    }

    private String line(List<Turn> stretches) {
        var first = stretches.getFirst();
        var what = first.kind() == Turn.Kind.QUESTION ? " 질문" : "";
        var hours = stretches.stream().map(this::hours).collect(Collectors.joining(", "));
        return first.who().label() + what + " (" + hours + ", " + length(took(stretches)) + ")";
    }

    private String hours(Turn turn) {
        var to = turn.to();
        return time(turn.from()) + "~" + (to == null ? "" : time(to));
    }

    /// Whole minutes; seconds when it was less than one.
    private static String length(Duration took) {
        long seconds = took.toSeconds();
        return seconds < 60 ? seconds + "초" : (seconds + 30) / 60 + "분";
    }

    private static Duration took(List<Turn> stretches) {
        return stretches.stream().map(turn -> turn.took(turn.from())).reduce(Duration.ZERO, Duration::plus);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
    }
}
