package org.onmaru.server.city.identity;

import jakarta.servlet.http.HttpServletRequest;
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

    boolean proves(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.startsWith("Bearer ")
                && LocalCaller.makes(request)
                && Secret.same(authorization.substring("Bearer ".length()).strip(), token);
    }
}
