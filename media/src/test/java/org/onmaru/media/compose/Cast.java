package org.onmaru.media.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.scene.Person;
import org.onmaru.media.scene.Plate;

/// People of a city with cameras that show one colour each, and full control of when they move.
public final class Cast implements PictureSource {

    static final List<String> UNITS = List.of(
            "중앙동",
            "오학동",
            "여흥동",
            "가남읍",
            "점동면",
            "흥천면",
            "금사면",
            "산북면",
            "대신면",
            "북내면",
            "강천면",
            "세종대왕면",
            "보건소",
            "재난안전총괄과 통합관제센터");
    static final List<String> NAMES = List.of(
            "김여주",
            "이한강",
            "박신륵",
            "최세종",
            "정남한",
            "황보아름",
            "남궁빛나라",
            "제갈공명",
            "오대신",
            "윤북내",
            "장강천",
            "서왕릉",
            "한보건",
            "독고영재아름다운이름긴사람");

    private final Map<String, Due> pictures = new HashMap<>();
    private long number;

    /// The first `count` people, in seat order, with cameras on.
    public static List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int who = i % UNITS.size();
            String post = UNITS.get(who).endsWith("동") ? "동장" : UNITS.get(who).endsWith("면") ? "면장" : "소장";
            Plate plate = new Plate(UNITS.get(who), post, NAMES.get(who));
            people.add(new Person("p-" + i, plate, i, "camera-" + i, null));
        }
        return people;
    }

    /// Its colour, bright and different from its neighbours'.
    public static Yuv colour(int index) {
        int[] reds = {200, 40, 60, 180, 150, 20, 120, 220};
        int[] greens = {60, 170, 90, 150, 40, 160, 120, 190};
        int[] blues = {60, 60, 200, 40, 170, 170, 120, 140};
        int k = index % reds.length;
        return Yuv.ofRgb(reds[k], greens[k], blues[k]);
    }

    /// A picture of one colour.
    public static YuvFrame plain(int width, int height, Yuv colour) {
        YuvFrame frame = YuvFrame.allocate(width, height);
        frame.y().fill((byte) colour.y());
        frame.u().fill((byte) colour.u());
        frame.v().fill((byte) colour.v());
        return frame;
    }

    /// Gives a track a new picture at a tick.
    public void show(String track, YuvFrame frame, long tickNanos) {
        pictures.put(track, new Due(frame, ++number, tickNanos));
    }

    /// Gives every camera of the first `count` people its colour.
    public void showAll(int count, int width, int height, long tickNanos) {
        for (int i = 0; i < count; i++) {
            show("camera-" + i, plain(width, height, colour(i)), tickNanos);
        }
    }

    @Override
    public @Nullable Due due(String track, long tickNanos) {
        return pictures.get(track);
    }
}
