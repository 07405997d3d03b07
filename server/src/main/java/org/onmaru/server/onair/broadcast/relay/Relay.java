package org.onmaru.server.onair.broadcast.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onmaru.wire.live.Answer;
import org.onmaru.wire.live.Edition;
import org.onmaru.wire.live.Editions;
import org.onmaru.wire.live.LiveRequest;
import org.onmaru.wire.live.LiveRequest.Names;
import org.onmaru.wire.live.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One programme's relay. One feed asks the origin for the next playlist and its new part; viewers wait here and get
/// the same bytes, so the origin's work does not depend on how many they are. When the studio dies they wait for the
/// next one and go on at the same URLs. No Spring.
public final class Relay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    /// More than a minute of editions: caches keep a blocking answer that long.
    private static final int KEPT_EDITIONS = 200;

    private static final Duration HOLD = Duration.ofSeconds(6);
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 500;

    private final String instance;
    private final PieceCache pieces;
    private final Editions editions = new Editions(HOLD, KEPT_EDITIONS, false);
    private final Map<String, CompletableFuture<byte[]>> fetching = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final LongAdder originRequests = new LongAdder();
    private final Thread feed;
    private volatile @Nullable OriginClient origin;
    private volatile @Nullable PlaylistText listed;
    private volatile byte @Nullable [] multivariant;
    private volatile boolean closed;
    private volatile boolean finishing;

    /// @param memory bytes of media kept at most
    Relay(String instance, long memory) {
        this.instance = instance;
        pieces = new PieceCache(memory);
        feed = Thread.ofVirtual().name("relay-" + instance).unstarted(this::feed);
        feed.start();
    }

    String instance() {
        return instance;
    }

    /// Requests sent to the studio so far.
    long originRequests() {
        return originRequests.sum();
    }

    /// Media bytes in memory.
    long bytes() {
        return pieces.bytes();
    }

    /// True when the programme's end is known here.
    boolean ended() {
        Edition current = editions.current();
        return current != null && current.ended();
    }

    /// The studio is here now.
    void origin(OriginClient client) {
        lock.lock();
        try {
            origin = client;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// No studio will follow: when this one is gone without having ended the playlist, it is ended here.
    void finish() {
        lock.lock();
        try {
            finishing = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// What a viewer gets; may wait up to three target durations.
    public Reply answer(LiveRequest request) throws InterruptedException {
        return switch (request) {
            case LiveRequest.Multivariant() -> multivariant();
            case LiveRequest.Plain() -> reply(editions.plain());
            case LiveRequest.Blocking(long msn, int part) -> reply(editions.blocking(msn, part));
            case LiveRequest.Init(int epoch) -> init(epoch);
            case LiveRequest.Segment(long msn) -> segment(msn);
            case LiveRequest.Part(Position position) ->
                switch (editions.part(position)) {
                    case YES -> part(position);
                    case NEVER -> new Reply.Missing();
                    case TIMED_OUT -> new Reply.Late();
                };
            case LiveRequest.Bad _ -> new Reply.Bad();
            case LiveRequest.Unknown _ -> new Reply.Missing();
        };
    }

    @Override
    public void close() {
        closed = true;
        feed.interrupt();
    }

    private static Reply reply(Answer answer) {
        return switch (answer) {
            case Answer.Found(Edition edition, boolean lasting) -> new Reply.Playlist(edition, lasting);
            case Answer.TooFar _ -> new Reply.Bad();
            case Answer.TimedOut _ -> new Reply.Late();
        };
    }

    private Reply multivariant() throws InterruptedException {
        if (multivariant == null) {
            editions.plain();
        }
        byte[] body = multivariant;
        return body == null ? new Reply.Late() : new Reply.Multivariant(body);
    }

    private Reply init(int epoch) throws InterruptedException {
        PlaylistText now = listed;
        Optional<byte[]> here = pieces.init(epoch);
        if (here.isEmpty() && now != null && now.inits().contains(epoch)) {
            return fetch(Names.init(epoch), body -> pieces.init(epoch, body));
        }
        return here.<Reply>map(body -> new Reply.Piece(List.of(body))).orElseGet(Reply.Missing::new);
    }

    private Reply part(Position position) throws InterruptedException {
        PlaylistText now = listed;
        Optional<byte[]> here = pieces.part(position);
        if (here.isEmpty() && now != null && now.parts().contains(position)) {
            return fetch(Names.part(position), body -> pieces.part(position, body));
        }
        return here.<Reply>map(body -> new Reply.Piece(List.of(body))).orElseGet(Reply.Missing::new);
    }

    private Reply segment(long msn) throws InterruptedException {
        PlaylistText now = listed;
        Optional<List<byte[]>> here = pieces.whole(msn);
        if (here.isEmpty() && now != null && now.segments().contains(msn)) {
            return fetch(Names.segment(msn), body -> pieces.whole(msn, body));
        }
        return here.<Reply>map(Reply.Piece::new).orElseGet(Reply.Missing::new);
    }

    /// Gets a listed piece that is not here, once for all who ask now.
    private Reply fetch(String name, Keeping keeping) throws InterruptedException {
        CompletableFuture<byte[]> mine = new CompletableFuture<>();
        CompletableFuture<byte[]> first = fetching.putIfAbsent(name, mine);
        if (first == null) {
            Thread.ofVirtual().start(() -> {
                try {
                    byte[] body = persist(name);
                    keeping.keep(body);
                    mine.complete(body);
                } catch (IOException | InterruptedException e) {
                    mine.completeExceptionally(e);
                } finally {
                    fetching.remove(name);
                }
            });
        }
        try {
            byte[] body = (first == null ? mine : first).get(HOLD.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply.Piece(List.of(body));
        } catch (TimeoutException e) {
            return new Reply.Late();
        } catch (ExecutionException e) {
            boolean gone = e.getCause() instanceof OriginClient.NotThere;
            return gone ? new Reply.Missing() : new Reply.Late();
        }
    }

    /// Gets a piece, from the next studio when this one dies.
    private byte[] persist(String name) throws IOException, InterruptedException {
        long end = System.nanoTime() + HOLD.toNanos();
        while (true) {
            OriginClient client = waitForOrigin();
            try {
                return get(client, name);
            } catch (OriginClient.NotThere e) {
                throw e;
            } catch (IOException e) {
                if (closed || finishing || System.nanoTime() - end > 0) {
                    throw e;
                }
                pause(client, LONGEST_PAUSE_MS);
            }
        }
    }

    private byte[] get(OriginClient client, String name) throws IOException, InterruptedException {
        originRequests.increment();
        return client.get(name);
    }

    private OriginClient waitForOrigin() throws IOException, InterruptedException {
        lock.lock();
        try {
            OriginClient here = origin;
            while (here == null) {
                if (finishing) {
                    throw new IOException("no studio came");
                }
                moved.await();
                here = origin;
            }
            return here;
        } finally {
            lock.unlock();
        }
    }

    /// Waits before the next try, shorter when the studio has a new address meanwhile.
    private void pause(OriginClient failed, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (left > 0 && failed.equals(origin) && !finishing) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void feed() {
        long pause = FIRST_PAUSE_MS;
        try {
            while (!closed && !ended()) {
                OriginClient client = null;
                try {
                    client = waitForOrigin();
                    begin(client);
                    pause = FIRST_PAUSE_MS;
                    while (!closed && !ended() && client.equals(origin)) {
                        follow(client);
                    }
                } catch (IOException | IllegalArgumentException e) {
                    log.info("programme {}: studio's origin does not answer: {}", instance, e.toString());
                    if (finishing || client == null) {
                        endHere();
                        return;
                    }
                    editions.stale();
                    pause(client, pause);
                    pause = Math.min(LONGEST_PAUSE_MS, 2 * pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The studio is gone without a word: what is here is the end.
    private void endHere() {
        PlaylistText now = listed;
        if (now != null && !now.edition().ended()) {
            PlaylistText end = now.ended();
            listed = end;
            editions.publish(end.edition());
        }
    }

    private void begin(OriginClient client) throws IOException, InterruptedException {
        if (multivariant == null) {
            multivariant = get(client, "index.m3u8");
        }
        publish(client, get(client, "main.m3u8"));
    }

    private void follow(OriginClient client) throws IOException, InterruptedException {
        PlaylistText now = listed;
        if (now == null) {
            throw new IllegalStateException("follow before begin");
        }
        LiveRequest.Blocking next = now.following();
        publish(client, get(client, "main.m3u8?_HLS_msn=" + next.msn() + "&_HLS_part=" + next.part()));
    }

    /// First the pieces, then the playlist that lists them.
    private void publish(OriginClient client, byte[] body) throws IOException, InterruptedException {
        PlaylistText text = PlaylistText.parse(new String(body, StandardCharsets.UTF_8));
        for (int epoch : text.inits()) {
            if (pieces.init(epoch).isEmpty()) {
                pieces.init(epoch, get(client, Names.init(epoch)));
            }
        }
        PlaylistText before = listed;
        for (Position part : text.parts()) {
            boolean isNew = before == null
                    ? part.equals(text.edition().last())
                    : part.compareTo(before.edition().last()) > 0;
            if (isNew && pieces.part(part).isEmpty()) {
                pieces.part(part, get(client, Names.part(part)));
            }
        }
        text.partCounts().forEach(pieces::complete);
        pieces.forgetBefore(text.first() - text.segments().size());
        listed = text;
        editions.publish(text.edition());
    }

    private interface Keeping {
        void keep(byte[] body);
    }
}
