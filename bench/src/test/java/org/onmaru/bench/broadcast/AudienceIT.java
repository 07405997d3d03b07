package org.onmaru.bench.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.bench.citizen.EncodedProgramme;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.hls.Origin;

/// Viewers at the real packager and origin.
class AudienceIT {

    private static final int VIEWERS = 5;
    private static final int PARTS = 15;

    @TempDir
    Path directory;

    @Test
    void everybodyHasEachPartAndTheLaterOnesAreMeasured() throws IOException, InterruptedException {
        try (var programme = new EncodedProgramme(directory, Signature.of(3));
                var origin = Origin.start(programme.packager());
                var http = HttpClient.newHttpClient()) {
            URI stream = URI.create("http://127.0.0.1:%d/%s/index.m3u8"
                    .formatted(origin.port(), programme.packager().instance()));
            var watched = Audience.watch(http, stream, Optional.of("Bearer " + origin.key()), VIEWERS, PARTS);
            assertThat(watched.failures()).isEmpty();
            assertThat(watched.hold().count()).as("each part of each viewer").isGreaterThanOrEqualTo(VIEWERS);
            assertThat(watched.hold().percentile(0)).as("the first to have it").isZero();
            var refused = Audience.watch(http, stream, Optional.of("Bearer nothing"), VIEWERS, PARTS);
            assertThat(refused.failures()).hasSize(VIEWERS).allMatch(why -> why.contains("HTTP 40"));
        }
    }
}
