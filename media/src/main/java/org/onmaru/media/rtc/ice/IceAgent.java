package org.onmaru.media.rtc.ice;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Connectivity checks of one candidate pair and consent to go on sending, RFC 8445 and RFC 7675. Does
/// no I/O and reads no clock; one thread.
public final class IceAgent {

    private static final int PENDING_CHECKS = 32;
    private static final int PEER_REFLEXIVE_PRIORITY = 0x6e0001ff;

    private final SecureRandom random;
    private final IceCredentials local;
    private final IceCredentials remote;
    private final long tieBreaker;
    private final Map<String, Long> pending = new LinkedHashMap<>();

    private boolean controlling;
    private boolean answered;
    private boolean selected;
    private long consentAt;
    private long refused;

    public IceAgent(boolean controlling, IceCredentials local, IceCredentials remote, SecureRandom random) {
        this.controlling = controlling;
        this.local = local;
        this.remote = remote;
        this.random = random;
        this.tieBreaker = random.nextLong() >>> 1;
    }

    /// A connectivity check to send; nominates at once if we are controlling, for there is only one pair.
    public byte[] check(long now) {
        byte[] transaction = new byte[12];
        random.nextBytes(transaction);
        StunWriter request = new StunWriter(StunMessage.BINDING_REQUEST, transaction)
                .username(remote.fragment() + ":" + local.fragment())
                .priority(PEER_REFLEXIVE_PRIORITY);
        if (controlling) {
            request.controlling(tieBreaker).useCandidate();
        } else {
            request.controlled(tieBreaker);
        }
        byte[] message = request.sealed(remote.password());
        pending.put(StunMessage.transaction(message), now);
        if (pending.size() > PENDING_CHECKS) {
            pending.remove(pending.keySet().iterator().next());
        }
        return message;
    }

    /// Takes a STUN datagram and returns the answer to send, if any.
    ///
    /// @param from where it came from
    public byte @Nullable [] receive(byte[] datagram, int length, InetSocketAddress from, long now) {
        StunMessage message = StunMessage.parse(datagram, length);
        if (message == null) {
            refused++;
            return null;
        }
        return switch (message.type()) {
            case StunMessage.BINDING_REQUEST -> request(message, from, now);
            case StunMessage.BINDING_SUCCESS, StunMessage.BINDING_ERROR -> {
                response(message, now);
                yield null;
            }
            default -> null;
        };
    }

    /// Whether the pair works and is nominated: media may flow.
    public boolean selected() {
        return selected;
    }

    /// Whether the other side ever answered a check.
    public boolean answered() {
        return answered;
    }

    /// When consent was last given; meaningless before [#selected].
    public long consentAt() {
        return consentAt;
    }

    /// Messages that were malformed, forged or not ours.
    public long refused() {
        return refused;
    }

    private byte @Nullable [] request(StunMessage message, InetSocketAddress from, long now) {
        if (!message.username().equals(local.fragment() + ":" + remote.fragment())
                || !message.authentic(local.password())) {
            refused++;
            return null;
        }
        if (roleConflict(message)) {
            return new StunWriter(StunMessage.BINDING_ERROR, message.transactionBytes())
                    .errorCode(StunMessage.ROLE_CONFLICT)
                    .sealed(local.password());
        }
        if (message.useCandidate() && !controlling) {
            select(now);
        }
        return new StunWriter(StunMessage.BINDING_SUCCESS, message.transactionBytes())
                .xorMappedAddress(from)
                .sealed(local.password());
    }

    /// RFC 8445 section 7.3.1.1: the larger tie breaker stays; the other switches, here or there.
    private boolean roleConflict(StunMessage message) {
        Long theirs = controlling ? message.controlling() : message.controlled();
        if (theirs == null) {
            return false;
        }
        boolean weWin = Long.compareUnsigned(tieBreaker, theirs) >= 0;
        if (weWin == controlling) {
            return true;
        }
        controlling = !controlling;
        return false;
    }

    private void response(StunMessage message, long now) {
        if (!pending.containsKey(message.transaction()) || !message.authentic(remote.password())) {
            refused++;
            return;
        }
        pending.remove(message.transaction());
        if (message.type() == StunMessage.BINDING_SUCCESS) {
            answered = true;
            consentAt = now;
            if (controlling) {
                select(now);
            }
        } else if (message.errorCode() == StunMessage.ROLE_CONFLICT) {
            controlling = !controlling;
        }
    }

    private void select(long now) {
        if (!selected) {
            selected = true;
            consentAt = now;
        }
    }
}
