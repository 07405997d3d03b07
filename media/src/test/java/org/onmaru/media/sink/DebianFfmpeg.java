package org.onmaru.media.sink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The system's own `ffmpeg` and `ffprobe`: another build than ours, so another judge.
public final class DebianFfmpeg {

    private DebianFfmpeg() {}

    /// The luma in the middle of every frame, in playing order.
    public static List<Integer> greys(String input, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error"));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-i", input, "-an", "-vf", "crop=2:2:160:90,extractplanes=y", "-fps_mode", "passthrough"));
        command.addAll(List.of("-pix_fmt", "gray", "-f", "rawvideo", "-"));
        List<Integer> greys = new ArrayList<>();
        byte[] corners = run(command);
        for (int i = 0; i < corners.length; i += 4) {
            greys.add(corners[i] & 255);
        }
        return greys;
    }

    /// One value per line as `ffprobe -show_entries` gives it.
    public static List<String> probe(String input, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error", "-of", "csv=p=0"));
        command.addAll(List.of(options));
        command.add(input);
        return Stream.of(new String(run(command), StandardCharsets.UTF_8).split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static byte[] run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = process.getInputStream()) {
            byte[] bytes = out.readAllBytes();
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed");
            }
            return bytes;
        }
    }
}
