package org.onmaru.server.hall.minutes.web;

import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.minutes.Element;
import org.onmaru.server.hall.minutes.MinutesDesk;
import org.onmaru.server.hall.minutes.MinutesOutline;
import org.onmaru.server.hall.minutes.SigningDesk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells minutes to one person.
@Component
class MinutesAnswers {

    private final Meetings meetings;
    private final MinutesDesk desk;
    private final SigningDesk signing;

    MinutesAnswers(Meetings meetings, MinutesDesk desk, SigningDesk signing) {
        this.meetings = meetings;
        this.desk = desk;
        this.signing = signing;
    }

    /// @param keeps whether they may write
    @Transactional(readOnly = true)
    public MinutesAnswer of(MeetingId id, Actor.Person person, boolean keeps) {
        var meeting = meetings.find(id).orElseThrow();
        return of(meeting, person, keeps);
    }

    private MinutesAnswer of(MeetingView meeting, Actor.Person person, boolean keeps) {
        var minutes = desk.of(meeting);
        var draft = desk.draft(meeting, minutes);
        var sealed = minutes.sealed();
        var content = sealed == null ? draft.content() : sealed.content();
        return new MinutesAnswer(
                meeting.id().value(),
                meeting.series().value(),
                meeting.title(),
                meeting.titleEn(),
                meeting.ordinal(),
                meeting.date(),
                meeting.state(),
                minutes.phase(),
                minutes.number(),
                minutes.reason(),
                minutes.revision(),
                keeps,
                minutes.grows(),
                MinutesAnswer.MinutesFieldAnswer.of(draft),
                draft.items().stream()
                        .map(item -> new MinutesAnswer.MinutesItem(item.key(), item.title(), item.open()))
                        .toList(),
                MinutesOutline.of(content),
                Element.CITATION,
                MinutesAnswer.ElementAnswer.of(content),
                sealed == null ? null : sealed.sha256(),
                signing.signers(meeting.id()).stream()
                        .map(one -> new MinutesAnswer.MinutesSigner(
                                one.person().value(),
                                one.kind(),
                                one.name(),
                                one.post(),
                                one.person().equals(person.id()),
                                one.signedAt()))
                        .toList(),
                desk.requests(meeting.id()).stream()
                        .map(MinutesAnswer.CorrectionAnswer::of)
                        .toList(),
                signing.versions(meeting.id()).stream()
                        .map(MinutesAnswer.SignedMinutes::of)
                        .toList(),
                keeps
                        ? signing.release(minutes)
                                .map(one -> MinutesAnswer.ReleaseAnswer.of(one, person))
                                .orElse(null)
                        : null);
    }
}
