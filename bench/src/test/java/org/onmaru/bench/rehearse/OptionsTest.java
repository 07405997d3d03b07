package org.onmaru.bench.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutWordsItIsAPrivateRehearsalOfAFullHall() throws Options.Unclear {
        Options options = Options.parse();
        assertThat(options.attendees()).isEqualTo(12);
        assertThat(options.watch()).isEqualTo(Duration.ofMinutes(2));
        assertThat(options.port()).isEmpty();
        assertThat(options.data()).isEqualTo(Path.of("data"));
        assertThat(options.real()).isFalse();
        assertThat(options.keepOn()).isFalse();
    }

    @Test
    void takesEveryOption() throws Options.Unclear {
        String words = "--attendees 4 --minutes 0.5 --port 9000 --data d --real --json r.json --keep-on";
        assertThat(Options.parse(words.split(" ")))
                .isEqualTo(new Options(
                        4,
                        Duration.ofSeconds(30),
                        OptionalInt.of(9000),
                        Path.of("d"),
                        true,
                        Optional.of(Path.of("r.json")),
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--attendees 13",
                "--attendees 0",
                "--attendees many",
                "--minutes 0",
                "--port 70000",
                "--speed 1",
                "--json"
            })
    void anythingElseIsOneClearSentenceInKoreanAndEnglish(String words) {
        assertThatThrownBy(() -> Options.parse(words.split(" ")))
                .isInstanceOf(Options.Unclear.class)
                .message()
                .contains(words.replaceAll(" .*", ""))
                .matches("(?s).*[가-힣].*\\([ -~–]*[a-z].*\\)");
    }
}
