package org.onmaru.server.hall.minutes.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.minutes.MinutesDesk;
import org.onmaru.server.hall.minutes.MinutesField;
import org.onmaru.server.hall.minutes.MinutesOutline;
import org.onmaru.server.hall.minutes.Signer;
import org.onmaru.server.hall.minutes.SigningDesk;
import org.onmaru.server.problem.PlainText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The minutes of a meeting, for those who keep, correct and sign them.
@RestController
@RequestMapping("/api/v1/meetings/{id}/minutes")
class MinutesApi {

    private static final int MOST_EDITS = 100;
    private static final int MOST_SIGNERS = 20;
    private static final int LONGEST = 500;

    private final MinutesRights rights;
    private final MinutesDesk desk;
    private final SigningDesk signing;
    private final MinutesAnswers answers;
    private final Readings readings;

    MinutesApi(MinutesRights rights, MinutesDesk desk, SigningDesk signing, MinutesAnswers answers, Readings readings) {
        this.rights = rights;
        this.desk = desk;
        this.signing = signing;
        this.answers = answers;
        this.readings = readings;
    }

    /// @param field see the fields of the minutes' draft
    /// @param base what stood there when the writer began
    /// @param value what shall stand there
    record MinutesEdit(
            @NotNull @Size(max = 160) String field,
            @NotNull String base,
            @NotNull String value) {}

    /// @param changeId made by the browser; sent again when no answer came
    record EditMinutes(
            @NotNull UUID changeId,
            @NotNull @Size(min = 1, max = MOST_EDITS) @Valid List<MinutesEdit> edits) {}

    /// @param id made by the caller: sent twice, it is written down once
    /// @param about a field, or `element/<ELEMENT>`
    record AskCorrection(
            @NotNull UUID id,
            @NotNull @Size(max = 160) String about,
            @PlainText(max = LONGEST) String words) {}

    /// @param words why; never empty when it is refused
    record AnswerCorrection(
            boolean accepted,
            @PlainText(max = LONGEST, blank = true) String words) {}

    /// @param signers the chair among them
    record FinaliseMinutes(
            @NotNull @Size(min = 1, max = MOST_SIGNERS) List<@NotNull UUID> signers) {}

    /// @param sha256 of what the signer read
    record SignMinutes(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    /// @param reason told to everybody who signed, or who reads the new version
    record MinutesReason(@PlainText(max = 200) String reason) {}

    /// @param suggested whether they sign when nobody says otherwise
    record SignerCandidate(UUID personId, Signer.Kind kind, String name, String post, boolean suggested) {}

    /// A signed version as a document reads it, with its internal items.
    ///
    /// @param canonical the text whose SHA-256 everybody signed
    record SignedReading(
            MinutesAnswer.SignedMinutes signed, List<MinutesOutline.OutlineLine> outline, String canonical) {}

    @GetMapping
    MinutesAnswer getMinutes(@PathVariable UUID id) {
        var meeting = rights.read(id);
        readings.read(desk.of(meeting), rights.person());
        return answer(meeting);
    }

    /// Saves what was typed: two writers' texts are merged, and what the system knows flows in beside them.
    @PatchMapping
    MinutesAnswer editMinutes(@PathVariable UUID id, @Valid @RequestBody EditMinutes body) {
        var meeting = rights.kept(id);
        desk.edit(
                meeting,
                body.changeId,
                body.edits.stream().map(MinutesApi::edit).toList(),
                rights.person());
        return answer(meeting);
    }

    /// Ends the draft and begins the time in which attendees ask for corrections.
    @PostMapping("/review")
    MinutesAnswer reviewMinutes(@PathVariable UUID id) {
        var meeting = rights.kept(id);
        desk.review(meeting);
        return answer(meeting);
    }

    @PostMapping("/requests")
    MinutesAnswer askCorrection(@PathVariable UUID id, @Valid @RequestBody AskCorrection body) {
        var meeting = rights.read(id);
        desk.ask(meeting, body.id, body.about, body.words, rights.person());
        return answer(meeting);
    }

    @PostMapping("/requests/{requestId}/answer")
    MinutesAnswer answerCorrection(
            @PathVariable UUID id, @PathVariable UUID requestId, @Valid @RequestBody AnswerCorrection body) {
        var meeting = rights.kept(id);
        desk.answer(meeting, requestId, body.accepted, body.words, rights.person());
        return answer(meeting);
    }

    /// Who can be named to sign.
    @GetMapping("/signers")
    List<SignerCandidate> listSignerCandidates(@PathVariable UUID id) {
        return signing.candidates(rights.kept(id), rights.person()).stream()
                .map(one ->
                        new SignerCandidate(one.person().value(), one.kind(), one.name(), one.post(), one.suggested()))
                .toList();
    }

    /// Fixes what they say; refused with each of the nine elements that is missing.
    @PostMapping("/finalise")
    MinutesAnswer finaliseMinutes(@PathVariable UUID id, @Valid @RequestBody FinaliseMinutes body) {
        var meeting = rights.kept(id);
        signing.finalise(meeting, body.signers.stream().map(PersonId::new).toList(), rights.person());
        return answer(meeting);
    }

    /// Signs exactly what was read. The last signature makes it final.
    @PostMapping("/sign")
    MinutesAnswer signMinutes(@PathVariable UUID id, @Valid @RequestBody SignMinutes body) {
        var meeting = rights.read(id);
        signing.sign(meeting, body.sha256, rights.person());
        return answer(meeting);
    }

    /// Back to writing; signatures that were given are void.
    @PostMapping("/reopen")
    MinutesAnswer reopenMinutes(@PathVariable UUID id, @Valid @RequestBody MinutesReason body) {
        var meeting = rights.kept(id);
        signing.reopen(meeting, body.reason);
        return answer(meeting);
    }

    @PostMapping("/publish")
    MinutesAnswer publishMinutes(@PathVariable UUID id) {
        var meeting = rights.kept(id);
        signing.publish(meeting, rights.person());
        return answer(meeting);
    }

    /// Nobody may read what was public any more (공개 거두기); a correction may be published instead.
    @PostMapping("/withdraw")
    MinutesAnswer withdrawMinutes(@PathVariable UUID id, @Valid @RequestBody MinutesReason body) {
        var meeting = rights.kept(id);
        signing.withdraw(meeting, body.reason, rights.person());
        return answer(meeting);
    }

    /// Begins a correction (정정) of what was signed: another version with its own signatures.
    @PostMapping("/correct")
    MinutesAnswer correctMinutes(@PathVariable UUID id, @Valid @RequestBody MinutesReason body) {
        var meeting = rights.kept(id);
        signing.correct(meeting, body.reason);
        return answer(meeting);
    }

    @GetMapping("/versions/{number}")
    SignedReading getSignedMinutes(@PathVariable UUID id, @PathVariable int number) {
        var meeting = rights.read(id);
        var version = signing.version(meeting.id(), number);
        readings.read(desk.of(meeting), number, rights.person());
        return new SignedReading(
                MinutesAnswer.SignedMinutes.of(version), MinutesOutline.of(version.content()), version.canonical());
    }

    private MinutesAnswer answer(MeetingView meeting) {
        var person = rights.person();
        return answers.of(meeting.id(), person, rights.keeps(person, meeting));
    }

    private static MinutesDesk.Edit edit(MinutesEdit edit) {
        var field = MinutesField.parse(edit.field);
        return new MinutesDesk.Edit(field, field.seen(edit.base), field.clean(edit.value));
    }
}
