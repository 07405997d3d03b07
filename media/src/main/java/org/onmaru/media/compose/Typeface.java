package org.onmaru.media.compose;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The programme's font in two weights, both able to show Korean.
public record Typeface(Font regular, Font bold) {

    /// Shown by every font that is good enough.
    private static final String SAMPLE = "한글여주시온마루";

    private static final List<Path> NOTO = List.of(
            Path.of("/usr/share/fonts/opentype/noto"),
            Path.of("/usr/share/fonts/noto-cjk"),
            Path.of("/usr/share/fonts/google-noto-sans-cjk-fonts"));
    private static final List<Path> NANUM = List.of(
            Path.of("/usr/share/fonts/truetype/nanum"),
            Path.of("/usr/share/fonts/nanum"),
            Path.of("/usr/share/fonts/naver-nanum"));

    /// Looks for the font named by `override`, Noto Sans CJK KR, NanumGothic, then anything that shows Korean.
    ///
    /// @param override path of a .ttf, .otf or .ttc file, from the environment variable ONMARU_FONT; null or empty
    ///     for none
    /// @throws FontMissing when there is none
    public static Typeface find(@Nullable String override) {
        if (override != null && !override.isBlank()) {
            return file(Path.of(override), Path.of(override))
                    .orElseThrow(() -> new FontMissing(
                            "ONMARU_FONT로 지정한 글꼴을 쓸 수 없습니다: " + override + ". 한글이 들어 있는 글꼴 파일을 지정해 주세요.",
                            "The font named by ONMARU_FONT cannot be used: " + override
                                    + ". Name a font file that has Korean."));
        }
        return inDirectories(NOTO, "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc")
                .or(() -> inDirectories(NANUM, "NanumGothic.ttf", "NanumGothicBold.ttf"))
                .or(Typeface::installed)
                .orElseThrow(() -> new FontMissing(
                        "한글 글꼴이 없어 방송 자막을 만들 수 없습니다. fonts-noto-cjk 또는 fonts-nanum을 설치하거나 ONMARU_FONT로 글꼴 파일을 지정해 주세요.",
                        "No font on this machine can show Korean. Install fonts-noto-cjk or fonts-nanum, or name a"
                                + " font file in ONMARU_FONT."));
    }

    private static Optional<Typeface> inDirectories(List<Path> directories, String regular, String bold) {
        return directories.stream()
                .filter(directory -> Files.isReadable(directory.resolve(regular)))
                .findFirst()
                .flatMap(directory -> file(directory.resolve(regular), directory.resolve(bold)));
    }

    private static Optional<Typeface> file(Path regular, Path bold) {
        Optional<Font> light = face(regular);
        if (light.isEmpty()) {
            return Optional.empty();
        }
        Font strong = bold.equals(regular)
                ? light.get().deriveFont(Font.BOLD)
                : face(bold).orElseGet(() -> light.get().deriveFont(Font.BOLD));
        return Optional.of(new Typeface(light.get(), strong));
    }

    /// A collection holds one face per language; the same Chinese character looks different in each.
    private static Optional<Font> face(Path path) {
        File file = path.toFile();
        if (!file.canRead()) {
            return Optional.empty();
        }
        try {
            List<Font> faces = Arrays.stream(Font.createFonts(file))
                    .filter(Typeface::showsKorean)
                    .toList();
            return faces.stream()
                    .filter(font -> font.getFontName().contains("KR")
                            && !font.getFontName().contains("Mono"))
                    .findFirst()
                    .or(() -> faces.stream().findFirst());
        } catch (FontFormatException | IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Typeface> installed() {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(Typeface::showsKorean)
                .findFirst()
                .map(font -> new Typeface(font.deriveFont(Font.PLAIN), font.deriveFont(Font.BOLD)));
    }

    private static boolean showsKorean(Font font) {
        return font.canDisplayUpTo(SAMPLE) < 0;
    }

    Font regular(float size) {
        return regular.deriveFont(size);
    }

    Font bold(float size) {
        return bold.deriveFont(size);
    }
}
