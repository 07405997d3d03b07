package org.onmaru.server.hall.minutes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.problem.Problem;

/// What somebody who attended wants corrected (정정 요청), and what became of it.
///
/// @param number the version it is about
/// @param about a field, or `element/<ELEMENT>`
/// @param reply null while it waits
public record CorrectionRequest(
        UUID id,
        MeetingId meeting,
        int number,
        String about,
        String words,
        UUID byId,
        String by,
        Instant at,
        @Nullable Reply reply) {

    private static final String ELEMENT = "element/";

    /// @param words why; never blank when it is refused
    public record Reply(boolean accepted, String words, String by, Instant at) {}

    CorrectionRequest answered(Reply given) {
        if (reply != null) {
            throw Problem.conflict("minutes-request-answered", "이미 답한 정정 요청입니다.", "It is answered already.");
        }
        if (!given.accepted && given.words.isBlank()) {
            throw Problem.bad("minutes-reply-words", "받아들이지 않는 까닭을 적으십시오.", "Say why it is refused.");
        }
        return new CorrectionRequest(id, meeting, number, about, words, byId, by, at, given);
    }

    /// @throws Problem when minutes have no such place
    static String place(String about) {
        if (about.startsWith(ELEMENT)) {
            for (var element : Element.values()) {
                if (about.equals(ELEMENT + element.name())) {
                    return about;
                }
            }
        }
        return MinutesField.parse(about).text();
    }
}
