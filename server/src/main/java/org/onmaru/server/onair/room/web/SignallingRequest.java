package org.onmaru.server.onair.room.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A browser's request to the SFU's signalling, taken apart: the token it will be judged by travels in the header, and
/// in the header only, so that what was checked here is what the SFU sees.
///
/// @param path below the proxy's root, e.g. `/rtc/v1`
/// @param query without the token; empty when nothing else was there
record SignallingRequest(String path, String query, Optional<RoomToken> token) {

    private static final String ROOT = "/sfu";
    private static final String TOKEN = "access_token=";
    private static final String BEARER = "Bearer ";

    static SignallingRequest of(URI uri, @Nullable String authorization) {
        String path = uri.getRawPath().substring(uri.getRawPath().indexOf(ROOT) + ROOT.length());
        String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String kept = Arrays.stream(raw.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(TOKEN))
                .collect(Collectors.joining("&"));
        return new SignallingRequest(path, kept, token(raw, authorization).flatMap(RoomToken::read));
    }

    /// Where it goes at the SFU.
    ///
    /// @param base address of the SFU without a path
    URI at(URI base) {
        return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
    }

    private static Optional<String> token(String query, @Nullable String authorization) {
        if (authorization != null && authorization.startsWith(BEARER)) {
            return Optional.of(authorization.substring(BEARER.length()));
        }
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(TOKEN))
                .map(part -> URLDecoder.decode(part.substring(TOKEN.length()), StandardCharsets.UTF_8))
                .findFirst();
    }
}
