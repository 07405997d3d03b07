package org.onmaru.server.city.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// The operator of this machine: whoever can read `data/run/operator.token`, and only from this machine.
@Component
public class OperatorToken {

    private final String token = Secret.next();

    OperatorToken(DataDirectory data) {
        data.writeSecret("operator.token", token + "\n");
    }

    /// A proxy in front makes everybody look local: a forwarded request is never the operator's.
    boolean proves(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.startsWith("Bearer ")
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && isLoopback(request.getRemoteAddr())
                && Secret.same(authorization.substring("Bearer ".length()).strip(), token);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
