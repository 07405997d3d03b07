package org.onmaru.server.city.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser that subscribed: reads what is pushed to it as RFC 8291 and RFC 8188 say, with the JDK's own parts.
public final class TestBrowser {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int SALT = 16;
    private static final int POINT = 65;

    private final String endpoint;
    private final byte[] publicKey;
    private final ECPrivateKey privateKey;
    private final byte[] auth;

    /// One of its own at this push service.
    public TestBrowser(String service) {
        this(service + "/send/" + UUID.randomUUID(), pair(), random());
    }

    private TestBrowser(String endpoint, KeyPair pair, byte[] auth) {
        this(endpoint, point((ECPublicKey) pair.getPublic()), (ECPrivateKey) pair.getPrivate(), auth);
    }

    private TestBrowser(String endpoint, byte[] publicKey, ECPrivateKey privateKey, byte[] auth) {
        this.endpoint = endpoint;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.auth = auth;
    }

    /// The one of RFC 8291, appendix A.
    static TestBrowser ofTheStandard() throws GeneralSecurityException {
        var decoder = Base64.getUrlDecoder();
        var secret = new BigInteger(1, decoder.decode("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"));
        return new TestBrowser(
                "",
                decoder.decode(
                        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
                (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, p256())),
                decoder.decode("BTBZMqHH6r4Tts7J_aSIgg"));
    }

    public String endpoint() {
        return endpoint;
    }

    public String p256dh() {
        return ENCODER.encodeToString(publicKey);
    }

    public String auth() {
        return ENCODER.encodeToString(auth);
    }

    public PushAddress address() {
        return new PushAddress(endpoint, p256dh(), auth());
    }

    /// Members of the JSON that its page sends, without brackets.
    public String json(String language) {
        return "\"endpoint\":\"%s\",\"p256dh\":\"%s\",\"auth\":\"%s\",\"language\":\"%s\""
                .formatted(endpoint, p256dh(), auth(), language);
    }

    public JsonNode read(byte[] body) {
        try {
            return JsonMapper.shared().readTree(decrypted(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("not for this browser", e);
        }
    }

    byte[] decrypted(byte[] body) throws GeneralSecurityException {
        var reader = ByteBuffer.wrap(body);
        var salt = new byte[SALT];
        reader.get(salt);
        int recordSize = reader.getInt();
        var sender = new byte[reader.get()];
        reader.get(sender);
        var sealed = new byte[reader.remaining()];
        reader.get(sealed);
        if (sender.length != POINT || sealed.length > recordSize) {
            throw new GeneralSecurityException("one record by one point");
        }
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(privateKey);
        agreement.doPhase(publicKey(sender), true);
        var common = agreement.generateSecret();
        var about = ByteBuffer.allocate(14 + 2 * POINT)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(publicKey)
                .put(sender)
                .array();
        var keying = derived(common, auth, about, 32);
        var key = derived(keying, salt, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        var nonce = derived(keying, salt, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKey secret = new SecretKeySpec(key, "AES");
        cipher.init(Cipher.DECRYPT_MODE, secret, new GCMParameterSpec(128, nonce));
        var padded = cipher.doFinal(sealed);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        if (padded[end] != 2) {
            throw new GeneralSecurityException("the last record ends with 2");
        }
        return Arrays.copyOf(padded, end);
    }

    /// A point of P-256 as a key.
    static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        var at = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, POINT)));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(at, p256()));
    }

    private static byte[] derived(byte[] from, byte[] salt, byte[] about, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract().addIKM(from).addSalt(salt).thenExpand(about, length));
    }

    private static ECParameterSpec p256() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] point(ECPublicKey key) {
        var point = new byte[POINT];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 33);
        put(key.getW().getAffineY(), point, POINT);
        return point;
    }

    private static void put(BigInteger number, byte[] into, int end) {
        var bytes = number.toByteArray();
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, into, end - length, length);
    }

    private static byte[] random() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
