package org.onmaru.server.onair.broadcast.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// A studio's origin at one address with one key. A new one after every restart of the studio.
///
/// @param base ends with `/<instance>/`
/// @param patience for one reply, longer than the origin holds a request
record OriginClient(HttpClient http, URI base, String key, Duration patience) {

    /// A 200 body.
    ///
    /// @throws NotThere when the origin answers anything else
    byte[] get(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(name))
                .header("Authorization", "Bearer " + key)
                .timeout(patience)
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new NotThere(name, response.statusCode());
        }
        return response.body();
    }

    /// The origin lives but does not have it.
    static final class NotThere extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;

        NotThere(String name, int status) {
            super(name + ": " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
