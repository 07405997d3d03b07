package org.onmaru.media.rtc.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.rtc.dtls.DtlsHandshake;
import org.onmaru.media.rtc.dtls.DtlsIdentity;
import org.onmaru.media.rtc.ice.IceAgent;
import org.onmaru.media.rtc.ice.IceCandidate;
import org.onmaru.media.rtc.ice.IceCredentials;
import org.onmaru.media.rtc.ice.StunMessage;
import org.onmaru.media.rtc.srtp.SrtpReceiver;
import org.onmaru.media.rtc.srtp.SrtpSender;

/// ICE, DTLS and SRTP over one connected UDP socket. Everything runs on the network thread, except the
/// sends, which any thread may call, and the handshake, which has a virtual thread of its own.
public final class MediaTransport implements Network.Ticking {

    /// What a transport gives; called on the network thread.
    public interface Listener {

        /// A decrypted RTP packet; the array is the listener's.
        void rtp(byte[] packet, int length, long nanos);

        /// A decrypted RTCP packet; the array is the listener's.
        void rtcp(byte[] packet, int length, long nanos);

        /// We have an address; tell the other side.
        void localCandidate(String candidate);

        /// Keys are there: media may be sent.
        void secured();

        /// It does not work or does not work any more; nothing comes after this.
        void lost(String reason);
    }

    private static final int MAX_DATAGRAM = 2048;
    private static final int READS_AT_ONCE = 256;
    private static final int EARLY_PACKETS = 4096;
    private static final int RECEIVE_BUFFER = 4 << 20;
    private static final long CHECK_EVERY = 50_000_000L;
    private static final long CONSENT_EVERY = 2_500_000_000L;
    private static final long CONSENT_LOST = 15_000_000_000L;
    private static final long NEXT_CANDIDATE = 700_000_000L;
    private static final long CONNECT_WITHIN = 15_000_000_000L;
    private static final long UNREACHABLE_FOR = 1_500_000_000L;

    private final Network network;
    private final Listener listener;
    private final boolean offerer;
    private final SecureRandom random = new SecureRandom();
    private final IceCredentials local = IceCredentials.random(random);
    private final DtlsIdentity identity = DtlsIdentity.create(random, Clock.systemUTC());
    private final Candidates candidates = new Candidates();
    private final Deque<byte[]> early = new ArrayDeque<>();
    private final AtomicLong unsent = new AtomicLong();

    private @Nullable PeerDescription peer;
    private @Nullable IceAgent agent;
    private @Nullable DtlsHandshake handshake;
    private @Nullable SrtpReceiver receiver;
    private volatile @Nullable DatagramChannel channel;
    private volatile @Nullable SrtpSender sender;
    private volatile boolean closed;

    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long startedAt;
    private long candidateAt;
    private long checkedAt;
    private long unreachableSince;
    private boolean unreachable;

    private long rtp;
    private long rtcp;
    private long stun;
    private long dtls;
    private long refused;
    private long earlyDropped;
    private long bytes;

    /// @param offerer whether we make the offers, and so control ICE
    public MediaTransport(Network network, boolean offerer, Listener listener) {
        this.network = network;
        this.offerer = offerer;
        this.listener = listener;
    }

    public IceCredentials local() {
        return local;
    }

    /// Our certificate's fingerprint, for SDP.
    public String fingerprint() {
        return identity.fingerprint();
    }

    /// Our address as far as it is known, for SDP.
    public @Nullable String localCandidate() {
        DatagramChannel open = channel;
        try {
            return open != null && open.getLocalAddress() instanceof InetSocketAddress own
                    ? IceCandidate.host(own)
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    /// On the network thread: who the other side is. Only the first description counts, for a room
    /// never restarts ICE without ending the connection.
    public void peer(PeerDescription description) {
        if (peer == null && !closed) {
            peer = description;
            agent = new IceAgent(offerer || description.lite(), local, description.credentials(), random);
            startedAt = System.nanoTime();
            buffer = ByteBuffer.allocateDirect(MAX_DATAGRAM);
            network.add(this);
            connectBest(startedAt);
        }
    }

    /// On the network thread: an address of the other side.
    public void candidate(IceCandidate candidate) {
        if (candidates.add(candidate) && peer != null && channel == null) {
            connectBest(System.nanoTime());
        }
    }

    public boolean isSecured() {
        return sender != null && !closed;
    }

    /// Protects and sends an RTP packet; returns what was sent, to send it again on request, or null if
    /// it could not be protected yet. Any thread.
    public byte @Nullable [] sendRtp(byte[] packet, int length) {
        SrtpSender keys = sender;
        if (keys == null || closed) {
            return null;
        }
        byte[] sealed = keys.protectRtp(packet, length);
        write(ByteBuffer.wrap(sealed));
        return sealed;
    }

    /// Sends a packet again that [#sendRtp] returned. Any thread.
    public void sendAgain(byte[] sealed) {
        write(ByteBuffer.wrap(sealed));
    }

    /// Protects and sends a compound RTCP packet. Any thread.
    public void sendRtcp(byte[] packet) {
        SrtpSender keys = sender;
        if (keys != null && !closed) {
            write(ByteBuffer.wrap(keys.protectRtcp(packet, packet.length)));
        }
    }

    /// On the network thread: ends it, without telling the listener.
    public void close() {
        closed = true;
        network.remove(this);
        disconnect();
        early.clear();
        DtlsHandshake running = handshake;
        if (running != null) {
            running.cancel();
        }
    }

    /// On the network thread.
    public TransportCounters counters() {
        long refusedByIce = agent == null ? 0 : agent.refused();
        return new TransportCounters(rtp, rtcp, stun, dtls, refused + refusedByIce, earlyDropped, unsent.get(), bytes);
    }

    @Override
    public void tick(long now) {
        IceAgent checking = agent;
        if (closed || checking == null) {
            return;
        }
        if (unreachable && now - unreachableSince > UNREACHABLE_FOR) {
            lose("the SFU's media port is closed");
        } else if (receiver == null && now - startedAt > CONNECT_WITHIN) {
            lose("no media path to the SFU");
        } else if (checking.selected() && now - checking.consentAt() > CONSENT_LOST) {
            lose("the SFU stopped answering");
        } else {
            if (!checking.answered() && now - candidateAt > NEXT_CANDIDATE) {
                connectBest(now);
            }
            if (channel != null && now - checkedAt > (checking.selected() ? CONSENT_EVERY : CHECK_EVERY)) {
                checkedAt = now;
                write(ByteBuffer.wrap(checking.check(now)));
            }
        }
    }

    private void lose(String reason) {
        if (!closed) {
            close();
            listener.lost(reason);
        }
    }

    private void connectBest(long now) {
        candidateAt = now;
        IceCandidate next = candidates.next();
        if (next == null) {
            return;
        }
        disconnect();
        try {
            DatagramChannel opened = Candidates.open(next, RECEIVE_BUFFER);
            network.register(opened, this::readable);
            channel = opened;
            checkedAt = now - CONSENT_EVERY;
            String own = localCandidate();
            if (own != null) {
                listener.localCandidate(own);
            }
        } catch (IOException e) {
            refused++;
        }
    }

    private void disconnect() {
        DatagramChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                refused++;
            }
        }
    }

    private void readable() {
        for (int i = 0; i < READS_AT_ONCE && !closed; i++) {
            DatagramChannel open = channel;
            if (open == null) {
                return;
            }
            int length;
            buffer.clear();
            try {
                length = open.read(buffer);
            } catch (PortUnreachableException e) {
                unreachable();
                continue;
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                lose("the media socket failed: " + e.getMessage());
                return;
            }
            if (length <= 0) {
                return;
            }
            byte[] datagram = new byte[length];
            buffer.flip().get(datagram);
            datagram(datagram, System.nanoTime());
        }
    }

    private void unreachable() {
        if (!unreachable) {
            unreachable = true;
            unreachableSince = System.nanoTime();
        }
    }

    /// Tells STUN, DTLS and SRTP apart by the first byte, RFC 7983.
    private void datagram(byte[] datagram, long now) {
        bytes += datagram.length;
        unreachable = false;
        int first = datagram[0] & 0xff;
        if (first >= 128 && first < 192) {
            media(datagram, now);
        } else if (DtlsHandshake.looksLike(datagram, datagram.length)) {
            dtls++;
            DtlsHandshake running = handshake;
            if (running != null && receiver == null && !running.receive(datagram)) {
                refused++;
            }
        } else if (StunMessage.looksLike(datagram, datagram.length)) {
            stun++;
            stun(datagram, now);
        } else {
            refused++;
        }
    }

    private void stun(byte[] datagram, long now) {
        IceAgent checking = agent;
        DatagramChannel open = channel;
        if (checking == null || open == null) {
            return;
        }
        try {
            if (open.getRemoteAddress() instanceof InetSocketAddress from) {
                byte[] answer = checking.receive(datagram, datagram.length, from, now);
                if (answer != null) {
                    write(ByteBuffer.wrap(answer));
                }
            }
        } catch (IOException e) {
            refused++;
        }
        if (checking.selected() && handshake == null) {
            startHandshake();
        }
    }

    private void startHandshake() {
        PeerDescription known = peer;
        if (known == null) {
            return;
        }
        DtlsHandshake starting = new DtlsHandshake(
                identity, known.fingerprint(), (data, offset, length) -> write(ByteBuffer.wrap(data, offset, length)));
        handshake = starting;
        Thread.ofVirtual().name("rtc-dtls").start(() -> {
            DtlsHandshake.Outcome outcome = starting.run();
            network.execute(() -> handshakeEnded(outcome));
        });
    }

    private void handshakeEnded(DtlsHandshake.Outcome outcome) {
        if (closed) {
            return;
        }
        switch (outcome) {
            case DtlsHandshake.Outcome.Failed failed -> lose(failed.reason());
            case DtlsHandshake.Outcome.Secured secured -> {
                receiver = new SrtpReceiver(secured.receiving());
                sender = new SrtpSender(secured.sending());
                listener.secured();
                long now = System.nanoTime();
                for (byte[] packet = early.poll(); packet != null; packet = early.poll()) {
                    media(packet, now);
                }
            }
        }
    }

    private void media(byte[] packet, long now) {
        SrtpReceiver keys = receiver;
        if (keys == null) {
            // The SFU may have its keys before us and begins to send at once.
            if (early.size() < EARLY_PACKETS) {
                early.add(packet);
            } else {
                earlyDropped++;
            }
            return;
        }
        int type = packet.length > 1 ? packet[1] & 0xff : 0;
        boolean control = type >= 192 && type <= 223;
        int length = control ? keys.openRtcp(packet, packet.length) : keys.openRtp(packet, packet.length);
        if (length < 0) {
            refused++;
        } else if (control) {
            rtcp++;
            listener.rtcp(packet, length, now);
        } else {
            rtp++;
            listener.rtp(packet, length, now);
        }
    }

    private void write(ByteBuffer datagram) {
        DatagramChannel open = channel;
        try {
            if (open == null || open.write(datagram) == 0) {
                unsent.incrementAndGet();
            }
        } catch (PortUnreachableException e) {
            unsent.incrementAndGet();
            network.execute(this::unreachable);
        } catch (IOException e) {
            unsent.incrementAndGet();
        }
    }
}
