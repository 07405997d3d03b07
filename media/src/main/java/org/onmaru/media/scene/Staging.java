package org.onmaru.media.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Stage;

/// From people to rectangles. Pure: the same people give the same scene.
public final class Staging {

    /// More tiles than this cannot be read; those with the highest seats are left out.
    public static final int MOST = 50;

    private static final Comparator<Person> SEATS =
            Comparator.comparingInt(Person::seat).thenComparing(Person::identity);

    private Staging() {}

    /// Seat order.
    public static List<Person> seated(List<Person> people) {
        return people.stream().sorted(SEATS).toList();
    }

    /// Whose turn it is: who has the floor; else the people of the unit that presents, in seat order. Empty when it is
    /// nobody's or none of them is there.
    public static List<Person> presenters(Stage stage, List<Person> people) {
        List<Person> floor = people.stream()
                .filter(person -> person.identity().equals(stage.floor()))
                .toList();
        return floor.isEmpty()
                ? seated(people).stream()
                        .filter(person -> ofUnit(stage, person))
                        .toList()
                : floor;
    }

    private static boolean ofUnit(Stage stage, Person person) {
        return !stage.presenter().isEmpty()
                && person.plate().unit().strip().equals(stage.presenter().strip());
    }

    /// @param speaker identity of the current speaker, null when there is none
    public static Scene stage(Stage stage, List<Person> people, @Nullable String speaker) {
        List<Shown> all = everybody(stage, people, speaker);
        List<Shown> shown = switch (stage.layout()) {
            case GRID -> all;
            case SPEAKER -> largeFirst(all);
        };
        shown = shown.subList(0, Math.min(MOST, shown.size()));
        return new Scene(stage.title(), stage.subtitle(), tiles(shown, places(shown.size(), stage.layout())), false);
    }

    /// The same beside a slide: a column of people, those whose turn it is above, then the current speaker, who is
    /// always in it, then the others. What somebody shares is not in it: it would be too small to read.
    public static Scene besideSlide(Stage stage, List<Person> people, @Nullable String speaker) {
        List<Shown> cameras = everybody(stage, people, speaker).stream()
                .filter(shown -> !shown.screen())
                .toList();
        List<Person> presenters = presenters(stage, people);
        List<Shown> first = cameras.stream()
                .filter(one -> presenters.contains(one.person()))
                .limit(ColumnLayout.MOST - 1L)
                .toList();
        List<Shown> shown = Stream.of(first.stream(), cameras.stream().filter(Shown::speaking), cameras.stream())
                .flatMap(each -> each)
                .distinct()
                .limit(ColumnLayout.MOST)
                .toList();
        return new Scene(stage.title(), stage.subtitle(), tiles(shown, ColumnLayout.place(shown.size())), true);
    }

    /// Those whose turn it is, then the others, each in seat order.
    private static List<Shown> everybody(Stage stage, List<Person> people, @Nullable String speaker) {
        List<Shown> all = new ArrayList<>();
        List<Person> first = presenters(stage, people);
        List<Person> others = seated(people).stream()
                .filter(person -> !first.contains(person))
                .toList();
        for (Person person : Stream.concat(first.stream(), others.stream()).toList()) {
            boolean speaking = person.identity().equals(speaker);
            all.add(new Shown(person, person.camera(), false, speaking));
            if (person.screen() != null) {
                all.add(new Shown(person, person.screen(), true, false));
            }
        }
        return all;
    }

    private static List<Rect> places(int count, Layout layout) {
        return switch (layout) {
            case GRID -> GridLayout.place(count, Scene.BODY);
            case SPEAKER -> count == 0 ? List.of() : SpeakerLayout.place(count - 1, Scene.BODY);
        };
    }

    private static List<SceneTile> tiles(List<Shown> shown, List<Rect> places) {
        List<SceneTile> tiles = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Shown one = shown.get(i);
            Person person = one.person();
            tiles.add(new SceneTile(
                    person.identity(), person.plate(), places.get(i), one.track(), one.screen(), one.speaking()));
        }
        return tiles;
    }

    /// A shared screen is what the speaker talks about, so it takes the large place; else the speaker; else whose turn
    /// it is; else the first seat.
    private static List<Shown> largeFirst(List<Shown> all) {
        List<Shown> ordered = new ArrayList<>(all);
        all.stream()
                .filter(Shown::screen)
                .findFirst()
                .or(() -> all.stream().filter(Shown::speaking).findFirst())
                .ifPresent(large -> {
                    ordered.remove(large);
                    ordered.addFirst(large);
                });
        return ordered;
    }

    private record Shown(Person person, @Nullable String track, boolean screen, boolean speaking) {}
}
