package org.onmaru.server.city.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onmaru.server.problem.Problem;

class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "010-1234-5678, 010-1234-5678",
        "01012345678, 010-1234-5678",
        "010 1234 5678, 010-1234-5678",
        "(010) 1234.5678, 010-1234-5678",
        "+82 10-1234-5678, 010-1234-5678",
        "+82 010 1234 5678, 010-1234-5678",
        "0082-10-1234-5678, 010-1234-5678",
        "011-234-5678, 011-234-5678",
        "016-1234-5678, 016-1234-5678"
    })
    void aMobileNumberIsKeptInOneForm(String typed, String kept) {
        assertThat(Contact.of("", typed, Set.of(Way.SMS)).mobile()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010-123-4567",
                "02-1234-5678",
                "031-887-1234",
                "070-1234-5678",
                "010-1234-56789",
                "012-1234-5678",
                "1588-1234",
                "01o-1234-5678",
                "010-1234-567\u0661",
                "+1 10 1234 5678"
            })
    void whatIsNoMobileNumberIsRefused(String typed) {
        refused("contact-mobile", "", typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ganam@yeoju.example", "kim.haneul+onmaru@mail.yeoju.go.kr", "a@b.kr"})
    void anAddressIsKeptAsItIs(String typed) {
        assertThat(Contact.of(" " + typed + " ", "", Set.of(Way.EMAIL)).email()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ganam",
                "ganam@",
                "@yeoju.example",
                "ganam@yeoju",
                "ga nam@yeoju.example",
                "ganam@yeoju..example",
                ".ganam@yeoju.example",
                "ganam@-yeoju.example",
                "ganam@yeoju.example,other@yeoju.example",
                "가남@yeoju.example"
            })
    void whatIsNoAddressIsRefused(String typed) {
        refused("contact-email", typed, "");
    }

    @Test
    void aLongNonsenseIsRefusedAtOnce() {
        refused("contact-email", "a@" + "a".repeat(100_000), "");
    }

    @Test
    void noWayWithoutItsAddress() {
        assertThatThrownBy(() -> Contact.of("", "010-1234-5678", Set.of(Way.EMAIL)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("contact-email-needed"));
        assertThatThrownBy(() -> Contact.of("ganam@yeoju.example", "", Set.of(Way.SMS, Way.EMAIL)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("contact-mobile-needed"));
        assertThat(Contact.of("", "", Set.of())).isEqualTo(Contact.NONE);
    }

    @Test
    void itsTextKeepsTheAddressesToItself() {
        assertThat(Contact.of("ganam@yeoju.example", "010-1234-5678", Set.of(Way.SMS))
                        .toString())
                .doesNotContain("ganam", "1234");
    }

    private static void refused(String code, String email, String mobile) {
        assertThatThrownBy(() -> Contact.of(email, mobile, Set.of()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
