package org.onmaru.server.settings;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// How whoever asks reaches this server, for links that leave it.
@Component
public final class PublicAddress {

    private final OnmaruSettings settings;

    PublicAddress(OnmaruSettings settings) {
        this.settings = settings;
    }

    /// Without a path; as the operator said, else as the request came in.
    public String of(HttpServletRequest request) {
        var given = settings.publicUrl();
        return given != null
                ? given
                : ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
