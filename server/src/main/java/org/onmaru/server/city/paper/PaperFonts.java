package org.onmaru.server.city.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The fonts that PDF files carry. They must have TrueType outlines: those of Noto Sans CJK, which the programme is
/// written with, are PostScript, and would be carried whole, 16 MB a face.
@Component
class PaperFonts {

    private static final Logger log = LoggerFactory.getLogger(PaperFonts.class);

    private static final String SAMPLE = "한글여주시온마루漢字①㎡";

    private static final List<Path> DIRECTORIES = List.of(
            Path.of("/usr/share/fonts/truetype/nanum"),
            Path.of("/usr/share/fonts/nanum"),
            Path.of("/usr/share/fonts/naver-nanum"));

    private static final String NONE =
            "한글 트루타입 글꼴이 없어 PDF 문서를 만들 수 없습니다. fonts-nanum을 설치하거나 onmaru.paper.font로 .ttf 파일을 지정해 주세요. /"
                    + " No TrueType font with Korean: PDF files cannot be made. Install fonts-nanum or name a .ttf file in"
                    + " onmaru.paper.font.";
    private static final String UNUSABLE =
            "onmaru.paper.font로 지정한 {} 파일을 쓸 수 없어 PDF 문서를 만들 수 없습니다. 한글과 漢字가 있는 트루타입(.ttf) 글꼴을 지정해 주세요. /"
                    + " PDF files cannot be made: the file named by onmaru.paper.font is no TrueType font with 한글 and"
                    + " 漢字.";

    private final Optional<Faces> faces;
    private final @Nullable Path named;

    PaperFonts(PaperSettings settings) {
        this.named = settings.font();
        this.faces = find(settings.font(), settings.fontBold());
    }

    /// @param bold the same as the regular one when there is no other
    record Faces(Path regular, Path bold) {}

    /// @throws Problem when this machine has none
    Faces faces() {
        return faces.orElseThrow(() -> Problem.unavailable(
                "paper-font",
                "PDF에 쓸 한글 글꼴이 서버에 없습니다. 다른 형식으로 받거나 관리자에게 fonts-nanum 설치를 부탁하십시오.",
                "The server has no Korean font for PDF files. Take another format, or have fonts-nanum installed."));
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        if (faces.isEmpty()) {
            log.warn(named == null ? NONE : UNUSABLE, named);
        }
    }

    private static Optional<Faces> find(@Nullable Path regular, @Nullable Path bold) {
        if (regular != null) {
            return usable(regular, bold == null ? regular : bold);
        }
        return DIRECTORIES.stream()
                .flatMap(directory ->
                        usable(directory.resolve("NanumGothic.ttf"), directory.resolve("NanumGothicBold.ttf")).stream())
                .findFirst();
    }

    private static Optional<Faces> usable(Path regular, Path bold) {
        return showsKorean(regular) && showsKorean(bold) ? Optional.of(new Faces(regular, bold)) : Optional.empty();
    }

    private static boolean showsKorean(Path file) {
        if (!Files.isReadable(file)) {
            return false;
        }
        try (var font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()))) {
            return !isPostScript(font) && shows(font, SAMPLE);
        } catch (IOException unreadable) {
            log.warn("{} is no TrueType font: {}", file, unreadable.getMessage());
            return false;
        }
    }

    private static boolean isPostScript(TrueTypeFont font) {
        return font instanceof OpenTypeFont openType && openType.isPostScript();
    }

    private static boolean shows(TrueTypeFont font, String text) throws IOException {
        var letters = font.getUnicodeCmapLookup();
        return text.codePoints().allMatch(point -> letters.getGlyphId(point) != 0);
    }
}
