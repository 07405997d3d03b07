package org.onmaru.server.city.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;

/// Whether a request comes from this very machine.
public final class LocalCaller {

    /// What proxies add. `X-Forwarded-By` is written by the web server itself in place of the `X-Forwarded-For` that a
    /// trusted proxy sent: only this says that there was one when it named this machine.
    private static final List<String> TRACES = List.of(
            "X-Forwarded-By",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Real-IP",
            "Forwarded",
            "Via");

    private LocalCaller() {}

    /// A proxy in front makes everybody look local: a forwarded request never counts as local.
    public static boolean makes(HttpServletRequest request) {
        return TRACES.stream().allMatch(trace -> request.getHeader(trace) == null)
                && isLoopback(request.getRemoteAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
