package org.onmaru.server.city.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Whether keys that a browser gave can be keys.
final class BrowserKeys {

    /// Base64url of 65 bytes, with padding.
    private static final int LONGEST = 88;

    private static final int POINT = 65;
    private static final int COORDINATE = 32;
    private static final int SECRET = 16;
    private static final ECParameterSpec P256 = p256();

    private BrowserKeys() {}

    /// An uncompressed point of P-256 that lies on the curve: anything else could give away our half of a secret.
    static boolean isPublicKey(String p256dh) {
        return decoded(p256dh)
                .filter(bytes -> bytes.length == POINT && bytes[0] == 4)
                .filter(bytes -> isOnCurve(
                        new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + COORDINATE)),
                        new BigInteger(1, Arrays.copyOfRange(bytes, 1 + COORDINATE, POINT))))
                .isPresent();
    }

    static boolean isSecret(String auth) {
        return decoded(auth).filter(bytes -> bytes.length == SECRET).isPresent();
    }

    /// As RFC 4648 writes it, with or without padding.
    static Optional<byte[]> decoded(String base64url) {
        if (base64url.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(base64url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOnCurve(BigInteger x, BigInteger y) {
        var curve = P256.getCurve();
        var p = ((ECFieldFp) curve.getField()).getP();
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.multiply(y)
                                .subtract(x.multiply(x)
                                        .add(curve.getA())
                                        .multiply(x)
                                        .add(curve.getB()))
                                .mod(p)
                                .signum()
                        == 0;
    }

    private static ECParameterSpec p256() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows P-256", e);
        }
    }
}
