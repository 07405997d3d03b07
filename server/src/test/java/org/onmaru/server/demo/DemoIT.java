package org.onmaru.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.onmaru.server.Browser;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class DemoIT {

    @Autowired
    private Demo demo;

    @Autowired
    private DataDirectory data;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Test
    void aLaterStartSaysTheSameSignInsAgain(CapturedOutput output) throws IOException {
        assertThat(people.none()).as("it was filled when it started").isFalse();
        var before = output.getOut().length();
        demo.show();
        var said = output.getOut()
                .substring(before)
                .lines()
                .filter(line -> line.startsWith("ONMARU_DEMO "))
                .toList();
        var kept = Files.readAllLines(data.path().resolve("run").resolve("demo-sign-ins"));
        assertThat(said)
                .isNotEmpty()
                .isEqualTo(kept.stream().map("ONMARU_DEMO "::concat).toList());
        var words = said.getLast().split(" ", 4);
        assertThat(new Browser(port).signIn(words[1], words[2]).status()).isEqualTo(200);
    }
}
