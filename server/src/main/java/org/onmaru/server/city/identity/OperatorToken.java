package org.onmaru.server.city.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// The operator of this machine: whoever can read `data/run/operator.token`, and only from this machine.
@Component
public class OperatorToken implements AutoCloseable {

    private static final String DOOR = "operator.port";

    private final DataDirectory data;
    private final String token = Secret.next();

    OperatorToken(DataDirectory data) {
        this.data = data;
        // where the last server listened somebody else may listen now, who must not be told the new token
        data.forgetSecret(DOOR);
        data.writeSecret("operator.token", token + "\n");
    }

    /// Tells the operator where this server speaks plain HTTP to its own machine, however it speaks to others:
    /// `data/run/operator.port` has two lines.
    ///
    /// @param door port on 127.0.0.1
    /// @param open port that everybody uses
    public void listensAt(int door, int open) {
        data.writeSecret(DOOR, door + "\n" + open + "\n");
    }

    /// A server that has ended listens nowhere.
    @Override
    public void close() {
        data.forgetSecret(DOOR);
    }

    boolean proves(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.startsWith("Bearer ")
                && LocalCaller.makes(request)
                && Secret.same(authorization.substring("Bearer ".length()).strip(), token);
    }
}
