package org.onmaru.server.hall.minutes.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.minutes.CorrectionRequest;
import org.onmaru.server.hall.minutes.Element;
import org.onmaru.server.hall.minutes.MinutesContent;
import org.onmaru.server.hall.minutes.MinutesDraft;
import org.onmaru.server.hall.minutes.MinutesOutline;
import org.onmaru.server.hall.minutes.MinutesPhase;
import org.onmaru.server.hall.minutes.MinutesVersion;
import org.onmaru.server.hall.minutes.Release;
import org.onmaru.server.hall.minutes.Signer;
import org.onmaru.server.writing.PersonalNumbers;

/// Minutes as somebody sees them: what is being worked on, and what was signed before.
///
/// @param number the version that is worked on, from 1
/// @param reason why there is a version after the first; empty for the first
/// @param revision grows with every change
/// @param mayKeep whether the caller writes, finalises and publishes
/// @param grows whether what the system knows still flows in
/// @param outline the same as a document reads it
/// @param citation where it is written that there are nine elements
/// @param sha256 of what is being signed or was; null while clerks write
/// @param signers of what is being signed or was last
/// @param requests for corrections, oldest first
/// @param versions what everybody signed, oldest first
/// @param release why publishing waits for a second person; null when it does not, or the caller does not publish
record MinutesAnswer(
        UUID meetingId,
        UUID seriesId,
        String title,
        String titleEn,
        @Nullable Integer ordinal,
        LocalDate date,
        MeetingState meetingState,
        MinutesPhase phase,
        int number,
        String reason,
        int revision,
        boolean mayKeep,
        boolean grows,
        List<MinutesFieldAnswer> fields,
        List<MinutesItem> items,
        List<MinutesOutline.OutlineLine> outline,
        String citation,
        List<ElementAnswer> elements,
        @Nullable String sha256,
        List<MinutesSigner> signers,
        List<CorrectionAnswer> requests,
        List<SignedMinutes> versions,
        @Nullable ReleaseAnswer release) {

    /// @param by who wrote it last; empty for the system
    /// @param at null for the system
    record MinutesFieldAnswer(
            String field, String value, String by, @Nullable Instant at) {

        static List<MinutesFieldAnswer> of(MinutesDraft draft) {
            return draft.fields().entrySet().stream()
                    .map(field -> new MinutesFieldAnswer(
                            field.getKey(),
                            field.getValue().value(),
                            field.getValue().by(),
                            field.getValue().at()))
                    .toList();
        }
    }

    /// An item of the agenda.
    ///
    /// @param open whether everybody may know of it
    record MinutesItem(String key, String title, boolean open) {}

    /// One of the nine.
    ///
    /// @param missing what to do about it; null when it is there
    record ElementAnswer(
            Element element,
            String ko,
            String en,
            @Nullable String missing,
            @Nullable String missingEn) {

        static List<ElementAnswer> of(MinutesContent content) {
            return Arrays.stream(Element.values())
                    .map(element -> {
                        boolean there = element.isIn(content);
                        return new ElementAnswer(
                                element,
                                element.ko(),
                                element.en(),
                                there ? null : element.missingKo(),
                                there ? null : element.missingEn());
                    })
                    .toList();
        }
    }

    /// @param me whether it is the caller
    /// @param signedAt null while they have not
    record MinutesSigner(
            UUID personId,
            Signer.Kind kind,
            String name,
            String post,
            boolean me,
            @Nullable Instant signedAt) {}

    /// @param about a field, or `element/<ELEMENT>`
    /// @param accepted null while it waits
    record CorrectionAnswer(
            UUID id,
            int number,
            String about,
            String words,
            String by,
            Instant at,
            @Nullable Boolean accepted,
            @Nullable String reply,
            @Nullable String answeredBy) {

        static CorrectionAnswer of(CorrectionRequest request) {
            var reply = request.reply();
            return new CorrectionAnswer(
                    request.id(),
                    request.number(),
                    request.about(),
                    request.words(),
                    request.by(),
                    request.at(),
                    reply == null ? null : reply.accepted(),
                    reply == null ? null : reply.words(),
                    reply == null ? null : reply.by());
        }
    }

    /// Something in the public form looks like a personal number.
    ///
    /// @param mine whether the caller asked, so that somebody else has to release it
    record ReleaseAnswer(String by, Instant at, boolean mine, List<PersonalNumber> found) {

        static ReleaseAnswer of(Release release, Actor.Person person) {
            return new ReleaseAnswer(
                    release.name(),
                    release.at(),
                    release.by().equals(person.id()),
                    release.found().stream()
                            .map(one -> new PersonalNumber(one.kind(), one.where()))
                            .toList());
        }
    }

    /// @param where the text around it, with most of its digits covered
    record PersonalNumber(PersonalNumbers.Kind kind, String where) {}

    /// A signed version, without what it says.
    ///
    /// @param publishedAt null while it never was public
    /// @param withdrawn why it is not public any more; null while it is, or never was
    record SignedMinutes(
            int number,
            String reason,
            String sha256,
            Instant finalAt,
            @Nullable Instant publishedAt,
            @Nullable String withdrawn,
            List<String> signedBy) {

        static SignedMinutes of(MinutesVersion version) {
            var publication = version.publication();
            var withdrawal = publication == null ? null : publication.withdrawn();
            return new SignedMinutes(
                    version.number(),
                    version.reason(),
                    version.sha256(),
                    version.finalAt(),
                    publication == null ? null : publication.at(),
                    withdrawal == null ? null : withdrawal.reason(),
                    version.signatures().stream()
                            .map(one -> (one.post() + " " + one.name()).strip())
                            .toList());
        }
    }
}
