package org.onmaru.media.rtc.dtls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Hashtable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.onmaru.media.rtc.srtp.SrtpKeys;
import org.onmaru.media.rtc.srtp.SrtpProfile;

/// What we ask of the peer: DTLS 1.2, an AEAD suite, SRTP keys, the certificate that signalling promised.
final class SrtpClient extends DefaultTlsClient {

    private static final int HANDSHAKE_TIMEOUT_MILLIS = 10_000;
    private static final int RESEND_MILLIS = 300;

    private final BcTlsCrypto crypto;
    private final DtlsIdentity identity;
    private final String peerFingerprint;
    private SrtpProfile profile = SrtpProfile.AES_128_GCM;
    private boolean agreed;
    private DtlsHandshake.Outcome outcome = new DtlsHandshake.Outcome.Failed("DTLS: no SRTP keys");

    SrtpClient(DtlsIdentity identity, String peerFingerprint) {
        this(new BcTlsCrypto(new SecureRandom()), identity, peerFingerprint);
    }

    private SrtpClient(BcTlsCrypto crypto, DtlsIdentity identity, String peerFingerprint) {
        super(crypto);
        this.crypto = crypto;
        this.identity = identity;
        this.peerFingerprint = peerFingerprint;
    }

    DtlsHandshake.Outcome outcome() {
        return outcome;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return HANDSHAKE_TIMEOUT_MILLIS;
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return RESEND_MILLIS;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
        };
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Hashtable getClientExtensions() throws IOException {
        Hashtable extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
        int[] profiles = {SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM, SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80
        };
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(profiles, TlsUtils.EMPTY_BYTES));
        return extensions;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        UseSRTPData chosen = TlsSRTPUtils.getUseSRTPExtension(extensions);
        if (chosen == null || chosen.getProtectionProfiles().length != 1) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure);
        }
        profile = switch (chosen.getProtectionProfiles()[0]) {
            case SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM -> SrtpProfile.AES_128_GCM;
            case SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80 -> SrtpProfile.AES_CM_128_HMAC_SHA1_80;
            default -> throw new TlsFatalAlert(AlertDescription.illegal_parameter);
        };
        agreed = true;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {

            @Override
            public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
                verify(server.getCertificate());
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                TlsCertificate own = crypto.createCertificate(identity.certificate());
                return new BcDefaultTlsCredentialedSigner(
                        new TlsCryptoParameters(context),
                        crypto,
                        identity.key(),
                        new Certificate(new TlsCertificate[] {own}),
                        new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
            }
        };
    }

    private void verify(Certificate chain) throws IOException {
        try {
            if (chain.isEmpty()
                    || !DtlsIdentity.fingerprint(chain.getCertificateAt(0).getEncoded())
                            .equalsIgnoreCase(peerFingerprint)) {
                throw new TlsFatalAlert(AlertDescription.bad_certificate);
            }
        } catch (GeneralSecurityException e) {
            throw new TlsFatalAlert(AlertDescription.internal_error, e);
        }
    }

    /// Keys come in the order client key, server key, client salt, server salt (RFC 5764 section 4.2).
    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        if (!agreed) {
            return;
        }
        int key = SrtpProfile.KEY_LENGTH;
        int salt = profile.saltLength();
        byte[] material = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * (key + salt));
        byte[] clientKey = Arrays.copyOfRange(material, 0, key);
        byte[] serverKey = Arrays.copyOfRange(material, key, 2 * key);
        byte[] clientSalt = Arrays.copyOfRange(material, 2 * key, 2 * key + salt);
        byte[] serverSalt = Arrays.copyOfRange(material, 2 * key + salt, material.length);
        outcome = new DtlsHandshake.Outcome.Secured(
                profile,
                SrtpKeys.derive(profile, clientKey, clientSalt),
                SrtpKeys.derive(profile, serverKey, serverSalt));
    }
}
