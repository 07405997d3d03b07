package org.onmaru.server.hall.minutes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onmaru.server.city.paper.OfficialNumbering;

/// Minutes as a document reads them, line by line with its marks: `4. 참석자 및 배석자 명단`, `가. 참석자`, `1) …`.
/// What every form of them is written from: the page, and files.
public final class MinutesOutline {

    private static final String NONE = "해당 없음";
    /// What a public form says where all there is belongs to items that are not in it, or nothing was.
    private static final String NOTHING_PUBLIC = "공개하는 내용 없음";
    private static final String INTERNAL = " [비공개]";
    private static final String WHOLE = "회의 전체";

    private final List<OutlineLine> lines = new ArrayList<>();
    private final int[] numbers = new int[OfficialNumbering.DEEPEST + 1];

    private final String nothing;

    private MinutesOutline(String nothing) {
        this.nothing = nothing;
    }

    /// @param level from 1, how far it is indented
    /// @param mark e.g. `가.`
    /// @param text one line, or a paragraph of several
    public record OutlineLine(int level, String mark, String text) {}

    /// Whole, internal items marked.
    public static List<OutlineLine> of(MinutesContent content) {
        return new MinutesOutline(NONE).written(content);
    }

    /// For everybody: without internal items, and without claiming for all of the meeting that there was nothing.
    public static List<OutlineLine> ofPublic(MinutesContent content) {
        return new MinutesOutline(NOTHING_PUBLIC).written(content.forEverybody());
    }

    private List<OutlineLine> written(MinutesContent content) {
        add(1, Element.NAME.ko() + ": " + content.name());
        add(1, Element.BODY.ko() + ": " + content.body());
        add(1, Element.WHEN_AND_WHERE.ko());
        add(2, "일시: " + content.started() + " ~ " + shortly(content.started(), content.ended()));
        add(2, "장소: " + content.place());
        add(1, Element.PEOPLE.ko());
        list("참석자", content.attendees());
        list("배석자", content.observers());
        add(1, Element.COURSE.ko());
        course(content);
        add(1, Element.ITEMS.ko());
        content.items().forEach(item -> add(2, title(item)));
        byItem(
                Element.SPEECHES,
                content,
                part -> Stream.concat(part.turns().stream(), part.speeches().stream())
                        .toList());
        byItem(Element.DECISIONS, content, MinutesContent.Part::decisions);
        byItem(Element.VOTES, content, MinutesContent.Part::votes);
        return List.copyOf(lines);
    }

    /// On the same day the hour says it all: `2020. 3. 8. 08:30 ~ 09:12`.
    private static String shortly(String started, String ended) {
        int hour = ended.lastIndexOf(' ') + 1;
        return hour > 1 && started.startsWith(ended.substring(0, hour)) ? ended.substring(hour) : ended;
    }

    /// In the order in which items were begun, which may be another than that of the agenda.
    private void course(MinutesContent content) {
        content.course().forEach(line -> add(2, line));
        content.items().stream()
                .filter(item -> !item.times().isEmpty())
                .sorted(Comparator.comparing(MinutesContent.Part::times))
                .forEach(item -> add(2, item.times() + " " + title(item)));
    }

    private void list(String title, List<String> each) {
        add(2, each.isEmpty() ? title + ": " + NONE : title);
        each.forEach(line -> add(3, line));
    }

    private void byItem(Element element, MinutesContent content, Function<MinutesContent.Part, List<String>> what) {
        var parts = Stream.concat(Stream.of(content.whole()), content.items().stream())
                .filter(part -> !what.apply(part).isEmpty())
                .toList();
        add(1, parts.isEmpty() ? element.ko() + ": " + nothing : element.ko());
        for (var part : parts) {
            add(2, part.title().isEmpty() ? WHOLE : title(part));
            what.apply(part).forEach(text -> add(3, text));
        }
    }

    private static String title(MinutesContent.Part item) {
        return item.open() ? item.title() : item.title() + INTERNAL;
    }

    private void add(int level, String text) {
        numbers[level]++;
        for (int below = level + 1; below < numbers.length; below++) {
            numbers[below] = 0;
        }
        lines.add(new OutlineLine(level, OfficialNumbering.label(level, numbers[level]), text));
    }
}
