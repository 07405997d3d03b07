package org.onmaru.server.onair.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.onair.broadcast.WireJson;
import org.onmaru.wire.Command;
import org.onmaru.wire.Event;
import org.onmaru.wire.Gate;
import org.onmaru.wire.GateReason;
import org.onmaru.wire.Slide;

/// A studio that composes nothing: it obeys, answers, and writes down in its directory what it heard.
///
/// `heard.log` has one line a command: type, milliseconds, JSON. A slide it is told to show is
/// fetched into `slide.png`. While there is a file `no-room` in its directory, a
/// recording cannot be finished.
public final class TestStudio implements WebSocket.Listener {

    private static final Duration STATUS_EVERY = Duration.ofMillis(200);

    private final Path directory;
    private final String programme;
    private final URI server;
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private Gate gate = Gate.OFF_AIR;
    private boolean begun;

    private TestStudio(Path directory, String programme, URI server) {
        this.server = server;
        this.directory = directory;
        this.programme = programme;
    }

    static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        Path directory = Path.of(after(given, "--dir"));
        if (given.contains("--finish")) {
            System.exit(finish(directory));
        }
        new TestStudio(directory, after(given, "--programme"), URI.create(after(given, "--server"))).run();
        System.exit(0);
    }

    private static int finish(Path directory) throws IOException {
        if (noRoom(directory)) {
            return 1;
        }
        TinyMp4.write(directory.resolve("recording.mp4"), 7_000);
        Files.deleteIfExists(directory.resolve("recording-001.mp4"));
        return 0;
    }

    private static boolean noRoom(Path directory) {
        return Files.exists(directory.resolve("no-room"));
    }

    private void run() throws Exception {
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + System.getenv("ONMARU_STUDIO_TOKEN"))
                .buildAsync(server, this)
                .get(10, TimeUnit.SECONDS);
        boolean running = true;
        while (running) {
            String next = heard.poll(STATUS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                running = obey(socket, next);
            } else if (begun) {
                tell(socket, new Event.Status(gate, List.of(), 30, 0, 0, 1_000, 1_000, 50, List.of()));
            }
        }
    }

    private boolean obey(WebSocket socket, String message) throws Exception {
        Command command = WireJson.command(message);
        note(command.getClass().getSimpleName() + " " + System.currentTimeMillis() + " " + message);
        switch (command) {
            case Command.Begin _ -> {
                begun = true;
                Files.writeString(directory.resolve("recording-001.mp4"), "a piece");
                Path journal = directory.resolve("journal");
                boolean resumed = Files.exists(journal);
                if (!resumed) {
                    Files.writeString(journal, "i" + System.nanoTime());
                }
                tell(socket, new Event.Ready(programme, 9, "key", Files.readString(journal), resumed));
            }
            case Command.GoOnAir _ -> move(socket, Gate.ON_AIR);
            case Command.GoOffAir _ -> move(socket, Gate.OFF_AIR);
            case Command.End _
            when noRoom(directory) -> {
                tell(socket, new Event.Ended("", 0, 0));
                return false;
            }
            case Command.End _ -> {
                TinyMp4.write(directory.resolve("recording.mp4"), 5_000);
                tell(socket, new Event.Ended("recording.mp4", 5_000, Files.size(directory.resolve("recording.mp4"))));
                return false;
            }
            case Command.RenewLease _, Command.ShowSlate _, Command.ShowStage _, Command.TakeOffSlide _ -> {}
            case Command.ShowSlide(Slide slide) -> fetch(slide);
        }
        return true;
    }

    private void fetch(Slide slide) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + server.getAuthority() + slide.path()))
                                .header("Authorization", "Bearer " + System.getenv("ONMARU_STUDIO_TOKEN"))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(directory.resolve("slide.part")));
        note("Fetched " + System.currentTimeMillis() + " " + answer.statusCode());
        Files.move(answer.body(), directory.resolve("slide.png"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void move(WebSocket socket, Gate to) throws Exception {
        gate = to;
        tell(socket, new Event.GateMoved(to, GateReason.COMMAND, System.currentTimeMillis(), 100));
    }

    private void tell(WebSocket socket, Event event) throws Exception {
        sender.submit(() -> socket.sendText(WireJson.text(event), true).join()).get(5, TimeUnit.SECONDS);
    }

    private void note(String line) throws IOException {
        Files.writeString(
                directory.resolve("heard.log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            heard.add(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private static String after(List<String> given, String name) {
        return given.get(given.indexOf(name) + 1);
    }
}
