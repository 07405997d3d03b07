package org.onmaru.server.hall.minutes;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.problem.Problem;

/// The minutes of one meeting as they are being worked on; guards their own life. Each step answers with the minutes
/// after it, or refuses with a sentence.
///
/// @param number the version that is worked on, from 1
/// @param reason why there is a version after the first; empty for the first
/// @param grows whether what the system knows still flows in
/// @param revision grows with every change
/// @param sealed what is being signed or was; null while clerks write
public record Minutes(
        MeetingId meeting,
        MinutesPhase phase,
        int number,
        String reason,
        boolean grows,
        int revision,
        @Nullable Sealed sealed) {

    /// What is signed: never another letter than this.
    ///
    /// @param canonical the text that is hashed
    /// @param sha256 of its UTF-8, in hexadecimal
    public record Sealed(MinutesContent content, String canonical, String sha256) {

        static Sealed of(MeetingId meeting, int number, String reason, MinutesContent content) {
            var text = CanonicalForm.of(meeting, number, reason, content);
            return new Sealed(content, text, CanonicalForm.sha256(text));
        }
    }

    static Minutes begun(MeetingId meeting) {
        return new Minutes(meeting, MinutesPhase.DRAFT, 1, "", true, 0, null);
    }

    Minutes written() {
        require("고칠", "changed", MinutesPhase.DRAFT, MinutesPhase.REVIEW);
        return with(phase, grows, null);
    }

    /// Attendees may ask for corrections from now on; nothing flows in by itself any more.
    Minutes reviewed() {
        require("정정 요청을 받을", "opened for corrections", MinutesPhase.DRAFT);
        return with(MinutesPhase.REVIEW, false, null);
    }

    Minutes asked() {
        require("정정을 요청할", "asked to be corrected", MinutesPhase.REVIEW);
        return with(phase, grows, null);
    }

    /// @param content nothing missing in it
    Minutes sealed(MinutesContent content) {
        require("확정할", "finalised", MinutesPhase.REVIEW);
        return with(MinutesPhase.SIGNING, false, Sealed.of(meeting, number, reason, content));
    }

    /// Somebody will not sign it like this: clerks write again, and every signature is void.
    Minutes reopened() {
        require("다시 열", "opened again", MinutesPhase.SIGNING);
        return with(MinutesPhase.REVIEW, false, null);
    }

    /// What a signer has before them; refuses when it is not what is to be signed.
    ///
    /// @param seen the hash of what the signer read
    Sealed toSign(String seen) {
        require("서명할", "signed", MinutesPhase.SIGNING);
        var to = sealed;
        if (to == null || !to.equals(Sealed.of(meeting, number, reason, to.content)) || !to.sha256.equals(seen)) {
            throw Problem.conflict(
                    "minutes-changed",
                    "읽은 뒤에 회의록 내용이 바뀌었습니다. 새 내용을 읽고 다시 서명하십시오.",
                    "The minutes changed after you read them; read them again and sign.");
        }
        return to;
    }

    /// @param last whether nobody's signature is missing any more
    Minutes signed(boolean last) {
        return with(last ? MinutesPhase.FINAL : MinutesPhase.SIGNING, false, sealed);
    }

    Minutes published() {
        require("공개할", "published", MinutesPhase.FINAL);
        return with(MinutesPhase.PUBLISHED, false, sealed);
    }

    /// Final and not public yet: somebody asked for a second person to release it.
    Minutes waiting() {
        require("공개할", "published", MinutesPhase.FINAL);
        return with(phase, grows, sealed);
    }

    /// Nobody may read what was public any more.
    ///
    /// @param version the one that was public, which may be older than the one that is worked on
    Minutes withdrawn(int version) {
        return with(version == number && phase == MinutesPhase.PUBLISHED ? MinutesPhase.FINAL : phase, grows, sealed);
    }

    /// A new version of what everybody signed (정정); the one before stays as it is.
    Minutes corrected(String why) {
        require("정정할", "corrected", MinutesPhase.FINAL, MinutesPhase.PUBLISHED);
        return new Minutes(meeting, MinutesPhase.REVIEW, number + 1, why, false, revision + 1, null);
    }

    private void require(String ko, String en, MinutesPhase... phases) {
        if (!Arrays.asList(phases).contains(phase)) {
            var names = Arrays.stream(phases).map(MinutesPhase::ko).collect(Collectors.joining("·"));
            throw Problem.conflict(
                    "minutes-phase",
                    "지금 '" + phase.ko() + "' 단계라서 " + ko + " 수 없습니다. '" + names + "' 단계에서 할 수 있습니다.",
                    "They are in phase " + phase + " and cannot be " + en + "; that is possible in "
                            + Arrays.stream(phases).map(Enum::name).collect(Collectors.joining(", ")) + ".");
        }
    }

    private Minutes with(MinutesPhase next, boolean growing, @Nullable Sealed seal) {
        return new Minutes(meeting, next, number, reason, growing, revision + 1, seal);
    }
}
