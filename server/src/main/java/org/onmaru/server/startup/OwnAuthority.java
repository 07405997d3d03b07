package org.onmaru.server.startup;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority of one's own, for a city's network without public names: browsers that trust it once
/// trust this server's certificate and every renewed one.
public final class OwnAuthority {

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

    /// Browsers refuse server certificates that are valid longer than 398 days.
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(397);

    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;

    public OwnAuthority(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
    }

    public Path authority() {
        return folder.resolve("authority.crt");
    }

    public Path certificate() {
        return folder.resolve("server.crt");
    }

    public Path key() {
        return folder.resolve("server.key");
    }

    /// Makes what is missing, what ends within a month, or what does not name this machine any more.
    /// Returns whether the server's certificate is new.
    public boolean renew() {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var authorityKey = folder.resolve("authority.key");
            var authorityIsNew = endsSoon(authority());
            if (authorityIsNew) {
                var pair = pair();
                write(authorityKey, pair.getPrivate());
                write(authority(), authorityCertificate(pair));
            }
            var names = MachineNames.find();
            if (!authorityIsNew && !endsSoon(certificate()) && MachineNames.covered(read(certificate()), names)) {
                return false;
            }
            var pair = pair();
            var signed = sign(pair.getPublic(), names, readKey(authorityKey), read(authority()));
            write(key(), pair.getPrivate());
            write(certificate(), signed);
            return true;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the certificate in " + folder + " cannot be made", e);
        }
    }

    private boolean endsSoon(Path certificate) throws IOException, GeneralSecurityException {
        return !Files.exists(certificate)
                || read(certificate)
                        .getNotAfter()
                        .toInstant()
                        .isBefore(clock.instant().plus(RENEW_BEFORE));
    }

    private X509Certificate authorityCertificate(KeyPair pair)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var name = new X500Name("CN=Onmaru " + Long.toHexString(serial().longValue() & 0xffffff) + ",O=Onmaru");
        var builder = builder(name, name, AUTHORITY_LIFE, pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed((JcaX509v3CertificateBuilder) builder, pair.getPrivate());
    }

    private X509Certificate sign(PublicKey key, GeneralNames names, PrivateKey authorityKey, X509Certificate authority)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var issuer = X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
        var builder = builder(issuer, new X500Name("CN=Onmaru server"), CERTIFICATE_LIFE, key)
                .addExtension(Extension.subjectAlternativeName, false, names)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        return signed((JcaX509v3CertificateBuilder) builder, authorityKey);
    }

    private JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, Duration life, PublicKey key) {
        var from = clock.instant().minus(Duration.ofHours(1));
        return new JcaX509v3CertificateBuilder(
                issuer, serial(), date(from), date(clock.instant().plus(life)), subject, key);
    }

    @SuppressWarnings("JavaUtilDate") // the library's own type
    private static Date date(Instant instant) {
        return Date.from(instant);
    }

    private static BigInteger serial() {
        return new BigInteger(120, new SecureRandom()).setBit(119);
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (var parser = new PEMParser(Files.newBufferedReader(file))) {
            return new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) parser.readObject());
        }
    }

    private static PrivateKey readKey(Path file) throws IOException {
        try (var parser = new PEMParser(Files.newBufferedReader(file))) {
            return switch (parser.readObject()) {
                case PEMKeyPair pair ->
                    new JcaPEMKeyConverter().getKeyPair(pair).getPrivate();
                case Object other -> new JcaPEMKeyConverter().getPrivateKey(PrivateKeyInfo.getInstance(other));
            };
        }
    }

    /// Whole or not at all, and keys for this user only.
    private static void write(Path file, Object content) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(content instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : content);
        }
        var parts = Files.createTempFile(file.getParent(), "new", ".pem");
        Files.writeString(parts, text.toString());
        Files.move(parts, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
