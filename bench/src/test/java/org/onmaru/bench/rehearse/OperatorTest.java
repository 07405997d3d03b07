package org.onmaru.bench.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTest {

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    private void keep(String name, String content) throws IOException {
        Files.writeString(Files.createDirectories(data.resolve("run")).resolve(name), content);
    }

    @Test
    void goesThroughTheDoorWhateverPortEverybodyUses() throws IOException {
        keep("operator.token", "secret\n");
        keep("operator.port", "41001\n8443\n");
        for (var expected : new OptionalInt[] {OptionalInt.empty(), OptionalInt.of(8443)}) {
            Operator operator = Operator.of(http, data, expected);
            assertThat(operator.at("/api/v1/me")).isEqualTo(URI.create("http://127.0.0.1:41001/api/v1/me"));
            assertThat(operator.authorization()).isEqualTo("Bearer secret");
        }
    }

    @Test
    void anotherServersDataIsNotTakenForTheOneThatWasMeant() throws IOException {
        keep("operator.token", "secret\n");
        keep("operator.port", "41001\n8443\n");
        assertThatThrownBy(() -> Operator.of(http, data, OptionalInt.of(8080)))
                .isInstanceOf(Operator.Refused.class)
                .hasMessageContaining("8443 포트")
                .hasMessageContaining("--data");
    }

    @Test
    void withoutARunningServerItSaysWhatToLookAt() throws IOException {
        keep("operator.token", "of a server that has ended\n");
        assertThatThrownBy(() -> Operator.of(http, data))
                .isInstanceOf(Operator.Refused.class)
                .hasMessageContaining("operator.port 파일이 없습니다");
    }
}
