package org.onmaru.server.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onmaru.server.OnmaruServer;
import org.onmaru.server.TestDatabase;
import org.onmaru.server.postgres.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// A server that really starts and really cannot: what its operator reads.
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresIT {

    private static final Pattern DESCRIPTION = Pattern.compile("Description:\\R\\R(.*)\\R");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "postgres://127.0.0.1:5432/onmaru",
        "127.0.0.1:5432/onmaru",
        "jdbc:mysql://127.0.0.1:3306/onmaru",
        "jdbc:oracle:thin:@127.0.0.1:1521/onmaru",
        "jdbc:nothing-known:onmaru",
        "jdbc:postgresql//127.0.0.1/onmaru"
    })
    void anAddressThatIsNotPostgresqls(String url, CapturedOutput output) {
        start(url, "onmaru", "secret");
        assertThat(said(output))
                .startsWith("spring.datasource.url이 PostgreSQL 주소가 아닙니다")
                .contains("spring.datasource.url is not a PostgreSQL address.");
    }

    @Test
    void aServerThatIsNotThere(CapturedOutput output) throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            nobody = socket.getLocalPort();
        }
        start("jdbc:postgresql://127.0.0.1:" + nobody + "/onmaru", "onmaru", "secret");
        assertThat(said(output)).startsWith("데이터베이스에 연결할 수 없습니다").contains("cannot be reached");
    }

    @Test
    void aPasswordThatIsWrong(CapturedOutput output) {
        start(TestDatabase.fresh(), EmbeddedPostgres.USER, "not-the-password");
        assertThat(said(output)).startsWith("데이터베이스가 이 사용자나 비밀번호를").contains("refuses this user");
        assertThat(output.getAll()).doesNotContain("not-the-password");
    }

    @Test
    void aDatabaseThatDoesNotExist(CapturedOutput output) {
        start(TestDatabase.fresh().replace("?", "_missing?"), EmbeddedPostgres.USER, TestDatabase.password());
        assertThat(said(output)).startsWith("그 이름의 데이터베이스가 없습니다").contains("no database of that name");
    }

    private void start(String url, String user, String password) {
        var failure = catchThrowable(() -> SpringApplication.run(
                        OnmaruServer.class,
                        "--onmaru.data=" + folder,
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.datasource.password=" + password)
                .close());
        assertThat(failure).as("the server must not start").isNotNull();
    }

    /// The one line of the report, or a failed test when there is a stack trace instead.
    private static String said(CapturedOutput output) {
        var report = DESCRIPTION.matcher(output.getAll());
        assertThat(report.find()).as(output.getAll()).isTrue();
        return report.group(1);
    }
}
