package org.onmaru.server.hall.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ElementTest {

    private static MinutesContent with(Map<String, Object> other) {
        var whole = SomeMinutes.whole();
        return new MinutesContent(
                text(other, "name", whole.name()),
                text(other, "body", whole.body()),
                text(other, "started", whole.started()),
                text(other, "ended", whole.ended()),
                text(other, "place", whole.place()),
                other.containsKey("attendees") ? List.of() : whole.attendees(),
                other.containsKey("observers") ? List.of() : whole.observers(),
                whole.course(),
                whole.whole(),
                whole.items());
    }

    private static String text(Map<String, Object> other, String name, String otherwise) {
        return other.containsKey(name) ? " " : otherwise;
    }

    private static MinutesContent eachPart(Function<MinutesContent.Part, MinutesContent.Part> change) {
        var whole = SomeMinutes.whole();
        return new MinutesContent(
                whole.name(),
                whole.body(),
                whole.started(),
                whole.ended(),
                whole.place(),
                whole.attendees(),
                whole.observers(),
                whole.course(),
                change.apply(whole.whole()),
                whole.items().stream().map(change).toList());
    }

    @Test
    void nothingIsMissingInWholeMinutes() {
        assertThat(Element.missingIn(SomeMinutes.whole())).isEmpty();
    }

    @Test
    void nineAreMissingInNothing() {
        var nothing = new MinutesContent(
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                new MinutesContent.Part("meeting", "", true, "", List.of(), List.of(), List.of(), List.of()),
                List.of());
        assertThat(Element.missingIn(nothing)).hasSize(9).containsExactly(Element.values());
    }

    @Test
    void eachIsMissedAlone() {
        assertThat(Element.missingIn(with(Map.of("name", "")))).containsExactly(Element.NAME);
        assertThat(Element.missingIn(with(Map.of("body", "")))).containsExactly(Element.BODY);
        for (var part : List.of("started", "ended", "place")) {
            assertThat(Element.missingIn(with(Map.of(part, "")))).as(part).containsExactly(Element.WHEN_AND_WHERE);
        }
        assertThat(Element.missingIn(with(Map.of("attendees", "")))).containsExactly(Element.PEOPLE);
        assertThat(Element.missingIn(with(Map.of("observers", ""))))
                .as("nobody has to sit in")
                .isEmpty();
        assertThat(Element.missingIn(eachPart(part -> new MinutesContent.Part(
                        part.key(),
                        part.title(),
                        part.open(),
                        "",
                        part.turns(),
                        part.speeches(),
                        part.decisions(),
                        part.votes()))))
                .containsExactly(Element.COURSE);
        assertThat(Element.missingIn(eachPart(part -> new MinutesContent.Part(
                        part.key(),
                        part.title(),
                        part.open(),
                        part.times(),
                        List.of("강천면 면장 김강천 (08:35~08:40, 5분)"),
                        List.of(),
                        part.decisions(),
                        part.votes()))))
                .containsExactly(Element.SPEECHES);
        assertThat(Element.missingIn(eachPart(part -> new MinutesContent.Part(
                        part.key(),
                        part.title(),
                        part.open(),
                        part.times(),
                        part.turns(),
                        part.speeches(),
                        List.of(" "),
                        part.votes()))))
                .containsExactly(Element.DECISIONS);
        assertThat(Element.missingIn(eachPart(part -> new MinutesContent.Part(
                        part.key(),
                        part.title(),
                        part.open(),
                        part.times(),
                        part.turns(),
                        part.speeches(),
                        part.decisions(),
                        List.of()))))
                .containsExactly(Element.VOTES);
    }

    @Test
    void eachSaysWhatToDoInBothLanguages() {
        for (var element : Element.values()) {
            assertThat(element.missingKo()).contains(element.ko()).endsWith(".");
            assertThat(element.missingEn()).contains(element.en()).endsWith(".");
        }
    }
}
