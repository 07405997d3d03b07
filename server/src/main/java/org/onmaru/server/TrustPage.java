package org.onmaru.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.settings.DataDirectory;
import org.onmaru.server.settings.OnmaruSettings;
import org.onmaru.server.startup.OwnAuthority;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How to trust the server's own certificate authority, and the file to trust; keeps the certificate fresh.
@RestController
class TrustPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>온마루 인증서 믿기 · Trust Onmaru's certificate</title></head><body><main>
            <h1>온마루 인증서 믿기</h1>
            <p>이 서버는 스스로 만든 인증 기관을 씁니다. 기기마다 한 번만 믿으면 경고가 사라집니다.</p>
            <p><a href="/trust/onmaru-ca.crt" download>인증 기관 내려받기 (onmaru-ca.crt)</a></p>
            <ol>
            <li>Windows: 파일을 두 번 누르고 → 인증서 설치 → 로컬 컴퓨터 → "신뢰할 수 있는 루트 인증 기관".</li>
            <li>Android: 설정 → 보안 → 인증서 설치 → CA 인증서.</li>
            <li>iPhone·iPad: 프로파일 설치 → 설정 → 일반 → 정보 → 인증서 신뢰 설정에서 켜기.</li>
            <li>macOS: 키체인 접근에 넣고 "항상 신뢰".</li>
            <li>Firefox: 설정 → 개인 정보 및 보안 → 인증서 보기 → 인증 기관 → 가져오기.</li>
            </ol>
            <section lang="en"><h2>Trust Onmaru's certificate</h2>
            <p>This server uses its own certificate authority. Trust it once on each device and the warning is gone.</p>
            <ol>
            <li>Windows: open the file → Install certificate → Local machine → "Trusted Root Certification Authorities".</li>
            <li>Android: Settings → Security → Install a certificate → CA certificate.</li>
            <li>iPhone, iPad: install the profile → Settings → General → About → Certificate Trust Settings.</li>
            <li>macOS: add it to Keychain Access, "Always Trust".</li>
            <li>Firefox: Settings → Privacy &amp; Security → View Certificates → Authorities → Import.</li>
            </ol></section></main></body></html>
            """;

    private final OwnAuthority authority;
    private final boolean own;

    TrustPage(OnmaruSettings settings, DataDirectory data, Clock clock) {
        this.authority = new OwnAuthority(data.path().resolve("tls"), clock);
        this.own = settings.tls().mode() == OnmaruSettings.Tls.Mode.SELF;
    }

    @GetMapping(path = "/trust", produces = "text/html;charset=UTF-8")
    String trust() {
        requireOwn();
        return PAGE;
    }

    @GetMapping("/trust/onmaru-ca.crt")
    ResponseEntity<Resource> trustFile() throws IOException {
        Path file = requireOwn();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-x509-ca-cert"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=onmaru-ca.crt")
                .contentLength(Files.size(file))
                .body(new FileSystemResource(file));
    }

    /// The web server takes up the new files by itself.
    @Scheduled(initialDelayString = "P1D", fixedDelayString = "P1D")
    void keepFresh() {
        if (own) {
            authority.renew();
        }
    }

    private Path requireOwn() {
        if (!own) {
            throw Problem.missing(
                    "no-own-authority",
                    "이 서버는 자체 인증 기관을 쓰지 않습니다.",
                    "This server does not use a certificate authority of its own.");
        }
        return authority.authority();
    }
}
