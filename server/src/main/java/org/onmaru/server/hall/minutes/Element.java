package org.onmaru.server.hall.minutes;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The nine elements that minutes must have before they are finalised.
public enum Element {
    NAME("회의의 명칭", "name of the meeting", content -> said(content.name())),
    BODY("개최기관", "holding body", content -> said(content.body())),
    WHEN_AND_WHERE(
            "일시 및 장소",
            "date, hours and place",
            content -> said(content.started()) && said(content.ended()) && said(content.place())),
    PEOPLE("참석자 및 배석자 명단", "list of those attending and sitting in", content -> anySaid(content.attendees())),
    COURSE(
            "진행 순서",
            "course of the meeting",
            content -> anySaid(content.course()) || content.items().stream().anyMatch(item -> said(item.times()))),
    ITEMS("상정 안건", "items on the agenda", content -> content.items().stream().anyMatch(item -> said(item.title()))),
    /// Who had the floor is not yet the gist of what they said.
    SPEECHES("발언 요지", "gist of what was said", content -> parts(content).anyMatch(part -> anySaid(part.speeches()))),
    DECISIONS("결정 사항", "decisions", content -> parts(content).anyMatch(part -> anySaid(part.decisions()))),
    VOTES("표결 내용", "votes", content -> parts(content).anyMatch(part -> anySaid(part.votes())));

    /// Where it is written that there are nine.
    public static final String CITATION = "공공기록물 관리에 관한 법률 시행령 §18②";

    private final String ko;
    private final String en;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final Predicate<MinutesContent> there;

    Element(String ko, String en, Predicate<MinutesContent> there) {
        this.ko = ko;
        this.en = en;
        this.there = there;
    }

    public String ko() {
        return ko;
    }

    public String en() {
        return en;
    }

    public boolean isIn(MinutesContent content) {
        return there.test(content);
    }

    /// One sentence that says what to do about it.
    public String missingKo() {
        return switch (this) {
            case NAME, BODY, WHEN_AND_WHERE, PEOPLE, COURSE -> "'" + ko + "' 칸이 비어 있습니다.";
            case ITEMS -> "'" + ko + "'이 하나도 없습니다.";
            case SPEECHES -> "'" + ko + "'를 한 문단 이상 적어야 합니다.";
            case DECISIONS, VOTES -> "'" + ko + "'을 적거나 '해당 없음'을 골라야 합니다.";
        };
    }

    public String missingEn() {
        return switch (this) {
            case NAME, BODY, WHEN_AND_WHERE, PEOPLE, COURSE, ITEMS -> "There is no " + en + ".";
            case SPEECHES -> "There has to be a paragraph with the " + en + ".";
            case DECISIONS, VOTES -> "Write the " + en + " or choose that there were none.";
        };
    }

    static List<Element> missingIn(MinutesContent content) {
        return Arrays.stream(values()).filter(element -> !element.isIn(content)).toList();
    }

    private static Stream<MinutesContent.Part> parts(MinutesContent content) {
        return Stream.concat(Stream.of(content.whole()), content.items().stream());
    }

    private static boolean said(String text) {
        return !text.isBlank();
    }

    private static boolean anySaid(List<String> texts) {
        return texts.stream().anyMatch(Element::said);
    }
}
