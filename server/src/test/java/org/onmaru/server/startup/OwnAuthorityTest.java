package org.onmaru.server.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnAuthorityTest {

    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

    private static X509Certificate read(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Test
    void itSignsACertificateForThisMachine() throws Exception {
        var authority = new OwnAuthority(folder.resolve("tls"), clock);
        assertThat(authority.renew()).isTrue();
        var certificate = read(authority.certificate());
        certificate.verify(read(authority.authority()).getPublicKey());
        assertThat(certificate.getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1");
        assertThat(Files.getPosixFilePermissions(authority.key())).hasSize(2);
        assertThat(authority.renew()).as("a fresh certificate stays").isFalse();
    }

    @Test
    void itRenewsTheCertificateBeforeItEndsAndKeepsTheAuthority() throws Exception {
        var before = new OwnAuthority(folder.resolve("tls"), clock);
        before.renew();
        var trusted = Files.readString(before.authority());
        var later = new OwnAuthority(folder.resolve("tls"), Clock.offset(clock, Duration.ofDays(370)));
        assertThat(later.renew()).isTrue();
        assertThat(Files.readString(later.authority())).isEqualTo(trusted);
    }
}
