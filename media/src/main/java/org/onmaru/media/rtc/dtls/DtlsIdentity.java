package org.onmaru.media.rtc.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;

/// A self-signed P-256 certificate that lives as long as one connection; the peer knows it by its
/// fingerprint.
///
/// @param certificate DER
/// @param fingerprint SHA-256 of it, as in SDP
public record DtlsIdentity(byte[] certificate, AsymmetricKeyParameter key, String fingerprint) {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    public static DtlsIdentity create(SecureRandom random, Clock clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            AsymmetricKeyParameter key =
                    PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
            byte[] certificate = certificate(pair, key, random, clock.instant());
            return new DtlsIdentity(certificate, key, fingerprint(certificate));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("P-256 and SHA-256 are part of every JDK", e);
        }
    }

    /// The SHA-256 fingerprint of a DER certificate: upper-case pairs with colons.
    public static String fingerprint(byte[] certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate);
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    private static byte[] certificate(KeyPair pair, AsymmetricKeyParameter key, SecureRandom random, Instant now)
            throws IOException, OperatorCreationException {
        X500Name name = new X500Name("CN=onmaru");
        var algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256withECDSA");
        var digest = new DefaultDigestAlgorithmIdentifierFinder().find(algorithm);
        ContentSigner signer = new BcECContentSignerBuilder(algorithm, digest).build(key);
        return new X509v3CertificateBuilder(
                        name,
                        new BigInteger(63, random).add(BigInteger.ONE),
                        Date.from(now.minus(CLOCK_TOLERANCE)),
                        Date.from(now.plus(LIFE)),
                        name,
                        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                .build(signer)
                .getEncoded();
    }
}
