package org.onmaru.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.media.sink.DebianFfmpeg;
import org.onmaru.media.sink.SyntheticProgramme;

/// The build without x264, which may be handed on: in a process of its own, because one process holds one FFmpeg.
class LgplBuildIT {

    private static final Pattern NATIVES = Pattern.compile("ffmpeg-.*-linux-x86_64(-gpl)?\\.jar");

    @TempDir
    Path directory;

    private static Path lgpl() throws IOException {
        try (var files = Files.list(Path.of("target", "lgpl"))) {
            List<Path> jars = files.toList();
            assertThat(jars).as("fetched by Maven before these tests").hasSize(1);
            return jars.getFirst().toAbsolutePath();
        }
    }

    /// This process's own, with the other FFmpeg in place of its own.
    private static String classPath() throws IOException {
        List<String> entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .toList();
        List<String> others = entries.stream()
                .filter(entry -> !NATIVES.matcher(Path.of(entry).getFileName().toString())
                        .matches())
                .toList();
        assertThat(others).as("one FFmpeg taken away").hasSize(entries.size() - 1);
        return Stream.concat(others.stream(), Stream.of(lgpl().toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void holdsNoX264AndEncodesWithOpenh264() throws IOException, InterruptedException {
        try (var jar = new JarFile(lgpl().toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .as("the libraries in it")
                    .anyMatch(name -> name.contains("libavcodec"))
                    .noneMatch(name -> name.contains("x264") || name.contains("x265"));
        }
        Path film = directory.resolve("film.h264");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.bytedeco.javacpp.cachedir=" + directory.resolve("natives"),
                        "-cp",
                        classPath(),
                        LgplProgramme.class.getName(),
                        film.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("licence LGPL", "encoder libopenh264", "--enable-libopenh264")
                .doesNotContain("--enable-gpl", "--enable-nonfree", "--enable-libx264", "--enable-libx265");
        List<Integer> greys = DebianFfmpeg.greys(film.toString());
        assertThat(greys).hasSize(LgplProgramme.FRAMES);
        for (int i = 0; i < greys.size(); i++) {
            assertThat(greys.get(i)).as("frame %d", i).isCloseTo(SyntheticProgramme.grey(i), within(2));
        }
    }
}
