package org.onmaru.server.onair.broadcast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.process.ProcessRecipe;

/// The command line of a studio.
final class StudioCommand {

    static final String MAIN = "org.onmaru.media.studio.StudioMain";

    private final StudioSettings settings;
    private final Path programmes;

    /// @param programmes directory that holds one directory per programme
    StudioCommand(StudioSettings settings, Path programmes) {
        this.settings = settings;
        this.programmes = programmes.toAbsolutePath();
    }

    Path root() {
        return programmes;
    }

    /// Where a programme keeps its files.
    Path directory(MeetingId meeting) {
        return programmes.resolve(meeting.value().toString());
    }

    /// A studio that carries this programme.
    ///
    /// @param port of this server on 127.0.0.1
    /// @param token what the studio proves itself with; not on the command line, where everybody could read it
    ProcessRecipe carry(MeetingView meeting, int port, String token) throws IOException {
        Path directory = Files.createDirectories(directory(meeting.id()));
        if (meeting.rehearsal()) {
            Files.writeString(directory.resolve(ProgrammeFiles.REHEARSAL), "");
        }
        List<String> command = base();
        command.addAll(List.of(
                "--server",
                "ws://127.0.0.1:" + port + "/internal/studio",
                "--programme",
                meeting.id().value().toString(),
                "--dir",
                directory.toString(),
                "--reserve",
                reserve()));
        return new ProcessRecipe("studio", command, environment(token), directory, true);
    }

    /// A short process that finishes the recording a crash left behind.
    ProcessRecipe finish(MeetingId meeting) {
        List<String> command = base();
        command.addAll(List.of("--finish", "--dir", directory(meeting).toString(), "--reserve", reserve()));
        return new ProcessRecipe("studio-finish", command, environment(""), directory(meeting), false);
    }

    private String reserve() {
        return Long.toString(settings.diskReserve().toBytes());
    }

    private static Map<String, String> environment(String token) {
        return Map.of("ONMARU_STUDIO_TOKEN", token, "MALLOC_ARENA_MAX", "2");
    }

    private List<String> base() {
        if (!settings.command().isEmpty()) {
            return new ArrayList<>(settings.command());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.javaOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        return command;
    }
}
