package org.onmaru.server.hall.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onmaru.server.hall.minutes.SomeMinutes.MEETING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.onmaru.server.problem.Problem;

class MinutesTest {

    private static final Map<String, UnaryOperator<Minutes>> STEPS = steps();

    private static Map<String, UnaryOperator<Minutes>> steps() {
        var steps = new LinkedHashMap<String, UnaryOperator<Minutes>>();
        steps.put("write", Minutes::written);
        steps.put("review", Minutes::reviewed);
        steps.put("ask", Minutes::asked);
        steps.put("seal", minutes -> minutes.sealed(SomeMinutes.whole()));
        steps.put("reopen", Minutes::reopened);
        steps.put("publish", Minutes::published);
        steps.put("correct", minutes -> minutes.corrected("오기"));
        return steps;
    }

    private static Minutes in(MinutesPhase phase) {
        var review = Minutes.begun(MEETING).reviewed();
        var sealed = review.sealed(SomeMinutes.whole());
        return switch (phase) {
            case DRAFT -> Minutes.begun(MEETING);
            case REVIEW -> review;
            case SIGNING -> sealed;
            case FINAL -> sealed.signed(true);
            case PUBLISHED -> sealed.signed(true).published();
        };
    }

    private static List<String> possible(MinutesPhase phase) {
        var possible = new ArrayList<String>();
        STEPS.forEach((name, step) -> {
            try {
                var _ = step.apply(in(phase));
                possible.add(name);
            } catch (Problem refused) {
                assertThat(refused.code()).isEqualTo("minutes-phase");
                assertThat(refused.ko()).contains("'" + phase.ko() + "' 단계라서");
            }
        });
        return possible;
    }

    @Test
    void eachPhaseAllowsItsOwnSteps() {
        assertThat(possible(MinutesPhase.DRAFT)).containsExactly("write", "review");
        assertThat(possible(MinutesPhase.REVIEW)).containsExactly("write", "ask", "seal");
        assertThat(possible(MinutesPhase.SIGNING)).containsExactly("reopen");
        assertThat(possible(MinutesPhase.FINAL)).containsExactly("publish", "correct");
        assertThat(possible(MinutesPhase.PUBLISHED)).containsExactly("correct");
    }

    @Test
    void nothingFlowsInAnyMoreOnceCorrectionsAreAskedFor() {
        assertThat(in(MinutesPhase.DRAFT).grows()).isTrue();
        for (var phase :
                List.of(MinutesPhase.REVIEW, MinutesPhase.SIGNING, MinutesPhase.FINAL, MinutesPhase.PUBLISHED)) {
            assertThat(in(phase).grows()).as(phase.name()).isFalse();
        }
        assertThat(in(MinutesPhase.PUBLISHED).corrected("오기").grows()).isFalse();
    }

    @Test
    void onlyWhatWasReadIsSigned() {
        var minutes = in(MinutesPhase.SIGNING);
        var hash = CanonicalForm.sha256(CanonicalForm.of(MEETING, 1, "", SomeMinutes.whole()));
        assertThat(minutes.toSign(hash).sha256()).isEqualTo(hash);
        assertThatThrownBy(() -> minutes.toSign("0".repeat(64))).hasMessageContaining("minutes-changed");
        assertThatThrownBy(() -> in(MinutesPhase.FINAL).toSign(hash)).hasMessageContaining("minutes-phase");
    }

    @Test
    void whatWasTamperedWithIsNotSigned() {
        var minutes = in(MinutesPhase.SIGNING);
        var seal = Objects.requireNonNull(minutes.sealed());
        var other = new Minutes(
                MEETING,
                MinutesPhase.SIGNING,
                1,
                "",
                false,
                9,
                new Minutes.Sealed(seal.content().forEverybody(), seal.canonical(), seal.sha256()));
        assertThatThrownBy(() -> other.toSign(seal.sha256())).hasMessageContaining("minutes-changed");
    }

    @Test
    void aCorrectionIsAnotherVersionWithItsReason() {
        var next = in(MinutesPhase.PUBLISHED).corrected("오기");
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.reason()).isEqualTo("오기");
        assertThat(next.phase()).isEqualTo(MinutesPhase.REVIEW);
        assertThat(next.sealed()).isNull();
        var sealed = next.sealed(SomeMinutes.whole()).sealed();
        assertThat(Objects.requireNonNull(sealed).canonical()).contains("version=2\nreason=오기\n");
    }

    @Test
    void everyStepIsAnotherRevision() {
        var minutes = Minutes.begun(MEETING);
        assertThat(minutes.written().written().reviewed().revision()).isEqualTo(3);
    }
}
