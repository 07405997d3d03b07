package org.onmaru.media.rtc;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import livekit.LivekitRtc.JoinResponse;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.SignalTarget;
import org.onmaru.media.rtc.ice.IceCandidate;
import org.onmaru.media.rtc.sdp.LocalDescription;
import org.onmaru.media.rtc.signal.Requests;
import org.onmaru.media.rtc.signal.SignalClient;
import org.onmaru.media.rtc.transport.MediaTransport;
import org.onmaru.media.rtc.transport.Network;

/// What subscriber and attendee have in common: signalling that is kept alive, one media transport, one
/// end. All methods a subclass provides are called on the network thread.
abstract sealed class SignalledRoom implements SignalClient.Handler, MediaTransport.Listener, Network.Ticking
        permits SubscriberRoom, PublisherRoom {

    private static final long NANOS = 1_000_000_000L;
    private static final long JOIN_WITHIN_SECONDS = 8;
    private static final long DEFAULT_PING_SECONDS = 5;
    private static final long DEFAULT_TIMEOUT_SECONDS = 15;

    final Network network = Network.shared();
    final SignalClient signal = new SignalClient(this);
    final MediaTransport transport;
    private final SignalTarget target;
    private final CompletableFuture<String> joined = new CompletableFuture<>();

    private boolean admitted;
    private volatile boolean ended;
    private long pingEvery = DEFAULT_PING_SECONDS * NANOS;
    private long silentFor = DEFAULT_TIMEOUT_SECONDS * NANOS;
    private long pingedAt;

    SignalledRoom(SignalTarget target) {
        this.target = target;
        this.transport = new MediaTransport(network, target == SignalTarget.PUBLISHER, this);
    }

    /// Blocks until the SFU has admitted us.
    ///
    /// @return our identity
    final String enter(URI url, String token, String query) throws RoomUnreachable {
        if (network.onThread()) {
            throw new IllegalStateException("the network thread must not wait for itself");
        }
        try {
            CompletableFuture<SignalClient> open = signal.open(url, token, query);
            open.get(JOIN_WITHIN_SECONDS, TimeUnit.SECONDS);
            return joined.get(JOIN_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            leave("not admitted");
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new RoomUnreachable("the room at " + url + " cannot be entered: " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            leave("not admitted");
            throw new RoomUnreachable("the room at " + url + " did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leave("not admitted");
            throw new RoomUnreachable("interrupted while entering the room at " + url, e);
        }
    }

    final boolean isEnded() {
        return ended;
    }

    /// Ends it on our wish. Any thread.
    final void leave(String reason) {
        network.execute(() -> {
            if (!ended) {
                signal.closeAfter(Requests.leave(), reason);
                finish(reason);
            }
        });
    }

    final void send(SignalRequest request) {
        signal.send(request);
    }

    final LocalDescription local() {
        return new LocalDescription(transport.local(), transport.fingerprint(), transport.localCandidate());
    }

    @Override
    public final void message(SignalResponse message) {
        network.execute(() -> {
            if (!ended) {
                received(message);
            }
        });
    }

    @Override
    public final void closed(String reason) {
        network.execute(() -> finish(reason));
    }

    @Override
    public final void lost(String reason) {
        signal.close(reason);
        finish(reason);
    }

    @Override
    public final void localCandidate(String candidate) {
        send(Requests.candidate(candidate, target));
    }

    @Override
    public final void tick(long now) {
        if (now - pingedAt > pingEvery) {
            pingedAt = now;
            send(Requests.ping(System.currentTimeMillis(), 0));
        }
        if (now - signal.heardAt() > silentFor) {
            lost("the SFU's signalling went silent");
        } else {
            ticked(now);
        }
    }

    private void received(SignalResponse message) {
        switch (message.getMessageCase()) {
            case JOIN -> admit(message.getJoin());
            case LEAVE -> {
                String reason = "the SFU ended it: " + message.getLeave().getReason();
                signal.close(reason);
                finish(reason);
            }
            case TRICKLE -> {
                IceCandidate candidate = Requests.candidate(message.getTrickle());
                if (candidate != null && message.getTrickle().getTarget() == target) {
                    transport.candidate(candidate);
                }
            }
            default -> other(message);
        }
    }

    private void admit(JoinResponse join) {
        if (admitted) {
            return;
        }
        admitted = true;
        if (join.getPingInterval() > 0 && join.getPingTimeout() > 0) {
            pingEvery = join.getPingInterval() * NANOS;
            silentFor = Math.max(join.getPingTimeout(), join.getPingInterval()) * NANOS + pingEvery;
        }
        pingedAt = System.nanoTime();
        network.add(this);
        join(join);
        joined.complete(join.getParticipant().getIdentity());
    }

    private void finish(String reason) {
        if (ended) {
            return;
        }
        ended = true;
        network.remove(this);
        transport.close();
        joined.completeExceptionally(new RoomUnreachable(reason));
        ended(reason, admitted);
    }

    /// The SFU has admitted us.
    abstract void join(JoinResponse join);

    /// Any message but those handled here.
    abstract void other(SignalResponse message);

    abstract void ticked(long now);

    /// It is over, once.
    ///
    /// @param admitted whether it had begun
    abstract void ended(String reason, boolean admitted);
}
