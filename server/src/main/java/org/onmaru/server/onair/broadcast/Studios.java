package org.onmaru.server.onair.broadcast;

import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.room.Rooms;
import org.onmaru.server.process.SupervisedProcess;
import org.onmaru.wire.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Starts studios and knows them by their tokens.
@Component
class Studios {

    private static final Logger log = LoggerFactory.getLogger(Studios.class);
    private static final String BEARER = "Bearer ";
    private static final SecureRandom RANDOM = new SecureRandom();
    /// Time for a studio to close its files when the server stops.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final StudioCommand command;
    private final Rooms rooms;
    private final Map<MeetingId, Running> running = new ConcurrentHashMap<>();
    private volatile int port;

    Studios(StudioCommand command, Rooms rooms) {
        this.command = command;
        this.rooms = rooms;
    }

    private record Running(SupervisedProcess process, String token) {}

    /// What happens to a studio's process. Called on its supervising thread.
    interface Life {
        void started();

        void exited();

        /// No other studio will be started.
        void ended();
    }

    /// @param at port of this server that studios on this machine connect to
    void listen(int at) {
        port = at;
    }

    StudioProcess start(MeetingView view, Life life) {
        MeetingId meeting = view.id();
        String token = token();
        SupervisedProcess process = new SupervisedProcess(
                "studio", () -> command.carry(view, port, token), new SupervisedProcess.Observer() {
                    @Override
                    public void started(long pid) {
                        log.info("studio of {} started, pid {}", meeting.value(), pid);
                        life.started();
                    }

                    @Override
                    public void exited(int code, boolean again) {
                        log.info("studio of {} ended with code {}", meeting.value(), code);
                        life.exited();
                    }

                    @Override
                    public void failed(Exception why) {
                        log.error("studio of {} could not be started: {}", meeting.value(), why.toString());
                    }

                    @Override
                    public void ended() {
                        life.ended();
                    }
                });
        running.put(meeting, new Running(process, token));
        process.start();
        return new StudioProcess() {
            @Override
            public void letEnd() {
                process.letEnd();
            }

            @Override
            public void kill() {
                process.killChild();
            }

            @Override
            public void stop() {
                Thread.ofVirtual().start(() -> process.stop(GRACE));
            }
        };
    }

    /// Pid of a programme's studio, or -1.
    long pid(MeetingId meeting) {
        Running one = running.get(meeting);
        return one == null ? -1 : one.process().pid();
    }

    /// True from a programme's start until its studio is gone for good, restarts in between included.
    boolean carries(MeetingId meeting) {
        return running.containsKey(meeting);
    }

    /// Whose studio brings this `Authorization` header.
    Optional<MeetingId> bearer(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(word -> word.startsWith(BEARER))
                .flatMap(word -> owner(word.substring(BEARER.length())));
    }

    /// Whose studio brings this token.
    Optional<MeetingId> owner(String token) {
        byte[] brought = token.getBytes(StandardCharsets.UTF_8);
        return running.entrySet().stream()
                .filter(one -> MessageDigest.isEqual(one.getValue().token().getBytes(StandardCharsets.UTF_8), brought))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The way into the meeting's room, fresh.
    ///
    /// @throws org.onmaru.server.onair.room.RoomUnavailable while the SFU is not up
    Command.GoOnAir way(MeetingId meeting) {
        return new Command.GoOnAir(rooms.signalling().toString(), rooms.studioToken(meeting));
    }

    static URI origin(int originPort) {
        return URI.create("http://127.0.0.1:" + originPort);
    }

    void forget(MeetingId meeting) {
        running.remove(meeting);
    }

    /// The server stops: every studio closes its files and leaves its journal for the next server.
    @PreDestroy
    void stop() throws InterruptedException {
        List<Thread> stopping = new ArrayList<>();
        running.values()
                .forEach(one -> stopping.add(
                        Thread.ofVirtual().start(() -> one.process().stop(GRACE))));
        for (Thread one : stopping) {
            one.join();
        }
    }

    private static String token() {
        byte[] value = new byte[32];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
