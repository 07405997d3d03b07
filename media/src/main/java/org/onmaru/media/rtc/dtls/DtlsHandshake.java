package org.onmaru.media.rtc.dtls;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DatagramTransport;
import org.onmaru.media.rtc.srtp.SrtpKeys;
import org.onmaru.media.rtc.srtp.SrtpProfile;

/// One DTLS handshake as the client. [#run] blocks on a thread of its own while [#receive] feeds it.
/// What comes after the handshake (SCTP, alerts) is of no interest: the room's signalling tells when it
/// ends.
public final class DtlsHandshake {

    /// How it ended.
    public sealed interface Outcome {

        record Secured(SrtpProfile profile, SrtpKeys sending, SrtpKeys receiving) implements Outcome {}

        record Failed(String reason) implements Outcome {}
    }

    /// Where our datagrams go.
    public interface Output {
        void send(byte[] datagram, int offset, int length);
    }

    private static final int QUEUE = 64;
    private static final int RECEIVE_LIMIT = 1500;
    private static final int SEND_LIMIT = 1200;

    private final DtlsIdentity identity;
    private final String peerFingerprint;
    private final Output output;
    private final BlockingQueue<byte[]> incoming = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean cancelled;

    public DtlsHandshake(DtlsIdentity identity, String peerFingerprint, Output output) {
        this.identity = identity;
        this.peerFingerprint = peerFingerprint;
        this.output = output;
    }

    /// Whether a datagram is DTLS by its first byte, RFC 7983.
    public static boolean looksLike(byte[] datagram, int length) {
        return length > 0 && datagram[0] >= 20 && datagram[0] < 64;
    }

    /// Feeds a datagram; dropped when too many wait, for DTLS sends again.
    public boolean receive(byte[] datagram) {
        return incoming.offer(datagram);
    }

    /// Makes [#run] fail soon.
    public void cancel() {
        cancelled = true;
        incoming.clear();
        incoming.add(new byte[0]);
    }

    /// Blocks until the keys are there or it failed.
    public Outcome run() {
        SrtpClient client = new SrtpClient(identity, peerFingerprint);
        try {
            new DTLSClientProtocol().connect(client, new Datagrams());
        } catch (IOException e) {
            return new Outcome.Failed("DTLS: " + e.getMessage());
        } catch (RuntimeException e) {
            // Bouncy Castle lets some malformed messages out as unchecked exceptions.
            return new Outcome.Failed("DTLS: " + e);
        }
        return client.outcome();
    }

    private final class Datagrams implements DatagramTransport {

        @Override
        public int getReceiveLimit() {
            return RECEIVE_LIMIT;
        }

        @Override
        public int getSendLimit() {
            return SEND_LIMIT;
        }

        @Override
        public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
            try {
                byte[] datagram = incoming.poll(Math.max(1, waitMillis), TimeUnit.MILLISECONDS);
                if (cancelled) {
                    throw new IOException("cancelled");
                }
                if (datagram == null) {
                    return -1;
                }
                int size = Math.min(length, datagram.length);
                System.arraycopy(datagram, 0, buffer, offset, size);
                return size;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public void send(byte[] buffer, int offset, int length) {
            output.send(buffer, offset, length);
        }

        @Override
        public void close() {}
    }
}
