package org.onmaru.server.onair.broadcast.relay;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The relays of this node, by meeting. The supervisor tells it where the studio is; viewers' requests find their
/// relay here.
public final class Relays implements AutoCloseable {

    /// Longer than the origin holds a request.
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    /// Media kept for one programme: a minute and a half at 4 Mbit/s.
    private static final long MEMORY = 48L << 20;

    /// How long an ended programme is still served, for those who watch its last seconds.
    private static final Duration LINGER = Duration.ofMinutes(10);

    private record Entry(Relay relay, @Nullable Instant until) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
    private final Clock clock;

    /// @param clock decides when an ended programme is forgotten
    public Relays(Clock clock) {
        this.clock = clock;
    }

    /// The meeting's studio is ready here. Opens its relay, or moves it after a restart of the studio: viewers who
    /// wait go on. Another instance is another stream and replaces the relay.
    ///
    /// @param origin `http://127.0.0.1:<port>`
    /// @param key the origin's key
    public void origin(UUID meeting, String instance, URI origin, String key) {
        forgetOld();
        OriginClient client = new OriginClient(http, origin.resolve("/" + instance + "/"), key, PATIENCE);
        Entry entry = entries.compute(meeting, (_, old) -> {
            if (old != null && old.relay().instance().equals(instance)) {
                return new Entry(old.relay(), null);
            }
            if (old != null) {
                old.relay().close();
            }
            return new Entry(new Relay(instance, MEMORY), null);
        });
        entry.relay().origin(client);
    }

    /// The programme has ended and its studio goes: what is in memory is served a while longer.
    public void close(UUID meeting) {
        entries.computeIfPresent(meeting, (_, old) -> {
            old.relay().finish();
            return new Entry(old.relay(), clock.instant().plus(LINGER));
        });
        forgetOld();
    }

    /// Drops the meeting's relay at once, as for a rehearsal.
    public void forget(UUID meeting) {
        Entry gone = entries.remove(meeting);
        if (gone != null) {
            gone.relay().close();
        }
    }

    /// The relay of a meeting's instance, as in the URL.
    public Optional<Relay> find(UUID meeting, String instance) {
        forgetOld();
        return Optional.ofNullable(entries.get(meeting))
                .map(Entry::relay)
                .filter(relay -> relay.instance().equals(instance));
    }

    @Override
    public void close() {
        entries.keySet().forEach(this::forget);
        http.shutdownNow();
    }

    private void forgetOld() {
        Instant now = clock.instant();
        entries.forEach((meeting, entry) -> {
            if (entry.until() != null && entry.until().isBefore(now) && entries.remove(meeting, entry)) {
                entry.relay().close();
            }
        });
    }
}
