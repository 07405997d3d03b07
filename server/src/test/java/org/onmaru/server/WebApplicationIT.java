package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServerTest
class WebApplicationIT {

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void web(DynamicPropertyRegistry options) throws IOException {
        var folder = Files.createTempDirectory(Path.of("target"), "web");
        Files.writeString(folder.resolve("index.html"), "<title>first page</title>");
        Files.createDirectory(folder.resolve("assets"));
        Files.writeString(folder.resolve("assets").resolve("app-1a2b.js"), "let hall = 1;");
        Files.writeString(folder.resolve("push.js"), "self.addEventListener('push', show);");
        Files.writeString(folder.resolve("manifest.json"), "{\"name\":\"온마루\"}");
        options.add("onmaru.web.dir", folder::toString);
    }

    private Browser.Answer get(String path) {
        return new Browser(port).get(path);
    }

    @Test
    void everyPlaceInTheApplicationIsItsFirstPage() {
        for (var path : new String[] {"/", "/desk", "/m/abc", "/admin/people", "/setup?token=x", "/i/tok-en"}) {
            var answer = get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.raw().body()).as(path).contains("first page");
            assertThat(answer.raw().headers().firstValue("Cache-Control").orElseThrow())
                    .as(path)
                    .contains("no-cache");
        }
    }

    @Test
    void builtFilesNeverChange() {
        var answer = get("/assets/app-1a2b.js");
        assertThat(answer.raw().body()).isEqualTo("let hall = 1;");
        assertThat(answer.raw().headers().firstValue("Cache-Control").orElseThrow())
                .contains("immutable");
        assertThat(get("/assets/missing.js").status()).isEqualTo(404);
    }

    @Test
    void theServiceWorkerAndTheManifestAreWhatBrowsersAccept() {
        var worker = get("/push.js").raw();
        assertThat(worker.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(worker.headers().firstValue("Cache-Control").orElseThrow())
                .as("a mended one is fetched at once")
                .contains("no-cache");
        assertThat(worker.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        var manifest = get("/manifest.json").raw();
        assertThat(manifest.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    void whatIsNoPageIsNotAnsweredWithOne() {
        for (var path : new String[] {"/live/x", "/recordings/x.mp4", "/internal/x", "/favicon.ico"}) {
            assertThat(get(path).status()).as(path).isEqualTo(404);
        }
    }
}
