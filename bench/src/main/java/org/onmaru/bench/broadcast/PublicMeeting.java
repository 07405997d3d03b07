package org.onmaru.bench.broadcast;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.onmaru.bench.serve.ServedOnmaru;
import org.onmaru.bench.serve.StaffSession;

/// A meeting of the demonstration city that everybody may watch, led by its host.
final class PublicMeeting implements AutoCloseable {

    private static final ZoneId CITY = ZoneId.of("Asia/Seoul");

    private final StaffSession host;
    private final String path;

    private PublicMeeting(StaffSession host, String path) {
        this.host = host;
        this.path = path;
    }

    /// A new one, in session from now on and off air.
    static PublicMeeting start(ServedOnmaru served) throws IOException, InterruptedException {
        var host = StaffSession.signIn(served.port(), served.data(), "host");
        String series = host.get("/api/v1/series").path(0).path("id").asString();
        String id = host.send("POST", "/api/v1/meetings", """
                        {"seriesId":"%s","date":"%s","startsAt":null,"rehearsal":false,"broadcast":true}""".formatted(series, LocalDate.now(CITY)))
                .path("id")
                .asString();
        var meeting = new PublicMeeting(host, "/api/v1/meetings/" + id);
        meeting.post("/open");
        meeting.post("/start");
        return meeting;
    }

    void goOnAir() throws IOException, InterruptedException {
        post("/on-air");
    }

    private void post(String what) throws IOException, InterruptedException {
        host.send("POST", path + what, "{}");
    }

    @Override
    public void close() {
        host.close();
    }
}
