package org.onmaru.server.city.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.server.problem.Problem;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.SimpleBookmark;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// What openhtmltopdf and PDFBox write is read by OpenPDF.
@ExtendWith(OutputCaptureExtension.class)
class PdfWriterTest {

    private static final PdfWriter WRITER = new PdfWriter(new PaperFonts(new PaperSettings(null, null)));

    @TempDir
    private Path directory;

    private static String text(PdfReader reader, int page) throws IOException {
        return new PdfTextExtractor(reader).getTextFromPage(page);
    }

    /// Without any space or line break: where lines end is for another test.
    private static String squeezed(PdfReader reader) throws IOException {
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(text(reader, page));
        }
        return squeezed(text.toString());
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void everyLetterIsThereForAnotherReader() throws IOException {
        try (var reader = new PdfReader(WRITER.write(SamplePaper.of(12), List.of()))) {
            var text = squeezed(reader);
            assertThat(text)
                    .contains(
                            squeezed(SamplePaper.TITLE),
                            squeezed(SamplePaper.HARD),
                            SamplePaper.LONG_WORD,
                            squeezed(SamplePaper.SENTENCE),
                            "첫줄둘째줄",
                            "표제목",
                            "가축방역초소이동통제12번점동면84",
                            "합계1,234",
                            "기록" + SamplePaper.LONG_NAME + "(서명)");
            for (var point : SamplePaper.numbered()) {
                assertThat(text).contains(squeezed(point));
            }
        }
    }

    @Test
    void aTableOfThreeHundredRowsHasItsHeaderOnEveryPage() throws IOException {
        var file = WRITER.write(SamplePaper.of(300), List.of());
        try (var reader = new PdfReader(file)) {
            var text = squeezed(reader);
            for (int i = 1; i <= 300; i++) {
                assertThat(text).contains("이동통제" + i + "번점동면" + i * 7);
            }
            int pages = reader.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            for (int page = 2; page < pages; page++) {
                assertThat(squeezed(text(reader, page))).as("page %s", page).contains("순서안건발표수치");
            }
            assertThat(feet(file))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, pages)
                            .mapToObj(page -> "- " + page + " -")
                            .toList());
        }
    }

    /// The last line of each page; artifacts, as they must be, which OpenPDF leaves out.
    private static List<String> feet(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var feet = new ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                feet.add(lines(document, page).getLast());
            }
            return feet;
        }
    }

    /// As they stand on the page, from above; OpenPDF does not say where lines end.
    private static List<String> lines(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).strip().lines().map(String::strip).toList();
    }

    @Test
    void isTaggedNamedAndOutlined() throws IOException {
        try (var reader = new PdfReader(WRITER.write(SamplePaper.of(12), List.of()))) {
            var catalogue = reader.getCatalog();
            assertThat(catalogue.getAsDict(PdfName.MARKINFO).getAsBoolean(PdfName.MARKED))
                    .asString()
                    .isEqualTo("true");
            assertThat(catalogue.getAsString(PdfName.LANG).toUnicodeString()).isEqualTo("ko");
            assertThat(reader.getInfo()).containsEntry("Title", SamplePaper.TITLE);
            assertThat(new String(reader.getMetadata(), StandardCharsets.UTF_8)).contains("pdfuaid");
            assertThat(SimpleBookmark.getBookmarkList(reader).stream()
                            .map(one -> one.get("Title"))
                            .toList())
                    .containsExactly(SamplePaper.TITLE, "첫째 부분", "작은 제목", "둘째 부분");
            assertThat(roles(catalogue.getAsDict(PdfName.STRUCTTREEROOT), new TreeSet<>()))
                    .contains("H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD");
        }
    }

    private static Set<String> roles(PdfDictionary node, Set<String> roles) {
        var role = node.getAsName(PdfName.S);
        if (role != null) {
            roles.add(PdfName.decodeName(role.toString()));
        }
        var kids = PdfReader.getPdfObject(node.get(PdfName.K));
        if (kids instanceof PdfArray array) {
            array.getElements().forEach(kid -> below(kid, roles));
        } else if (kids != null) {
            below(kids, roles);
        }
        return roles;
    }

    private static void below(PdfObject kid, Set<String> roles) {
        if (PdfReader.getPdfObject(kid) instanceof PdfDictionary dictionary) {
            roles(dictionary, roles);
        }
    }

    @Test
    void theValidatorFindsNothingThatPdfUaForbids() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        var file = new ByteArrayInputStream(WRITER.write(SamplePaper.of(40), List.of()));
        try (var parser = foundry.createParser(file, PDFAFlavour.PDFUA_1);
                var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
            var found = validator.validate(parser);
            assertThat(found.getTestAssertions().stream()
                            .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                            .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
                            .distinct())
                    .isEmpty();
            assertThat(found.getTotalAssertions()).isGreaterThan(1_000);
        }
    }

    @Test
    void carriesItsFontsAndNotAllOfThem() throws IOException {
        var bytes = WRITER.write(SamplePaper.of(12), List.of());
        var fonts = new ArrayList<String>();
        try (var reader = new PdfReader(bytes)) {
            for (int i = 0; i < reader.getXrefSize(); i++) {
                if (reader.getPdfObject(i) instanceof PdfDictionary dictionary
                        && PdfName.FONTDESCRIPTOR.equals(dictionary.get(PdfName.TYPE))) {
                    assertThat(PdfReader.getPdfObject(dictionary.get(PdfName.FONTFILE2)))
                            .as("%s is in the file", dictionary)
                            .isInstanceOf(PRStream.class);
                    fonts.add(dictionary.getAsName(PdfName.FONTNAME).toString());
                }
            }
        }
        assertThat(fonts).hasSize(2).allMatch(name -> name.matches("/[A-Z]{6}\\+NanumGothic(Bold)?"));
        assertThat(bytes.length).isLessThan(300_000);
    }

    @Test
    void linesEndBetweenWordsThoughTheJdkWouldEndThemAnywhere() throws IOException {
        var words = Set.copyOf(List.of(SamplePaper.SENTENCE.repeat(3).split(" ")));
        try (var document = Loader.loadPDF(WRITER.write(SamplePaper.of(1), List.of()))) {
            var lines = lines(document, 1).stream()
                    .dropWhile(line -> !line.startsWith("여러 어절로"))
                    .takeWhile(line -> !line.startsWith("1. 첫 항목"))
                    .toList();
            assertThat(lines).hasSizeGreaterThan(2);
            assertThat(lines).allSatisfy(line -> assertThat(line.split(" +")).isSubsetOf(words));
        }
        var jdk = BreakIterator.getLineInstance(Locale.KOREAN);
        jdk.setText("어절로");
        assertThat(jdk.next()).as("why there is a breaker of our own").isLessThan(3);
    }

    @Test
    void theSamePaperIsTheSameFile() {
        assertThat(WRITER.write(SamplePaper.of(40), List.of())).isEqualTo(WRITER.write(SamplePaper.of(40), List.of()));
    }

    @Test
    void aLetterThatTheFontLacksIsABoxAndNoFailure() throws IOException {
        var paper = new Paper(
                "ko", "제목", "", SamplePaper.of(1).made(), List.of(), List.of(new Block.Paragraph("앞 \uD83E\uDDA0 뒤")));
        try (var reader = new PdfReader(WRITER.write(paper, List.of()))) {
            assertThat(squeezed(reader)).contains("앞□뒤");
        }
    }

    @Test
    void withoutAFontItSaysSo() throws IOException {
        var missing = new PdfWriter(new PaperFonts(new PaperSettings(directory.resolve("none.ttf"), null)));
        assertThatThrownBy(() -> missing.write(SamplePaper.of(1), List.of()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.ko()).contains("fonts-nanum"));
        var noFont = Files.writeString(directory.resolve("no.ttf"), "no font");
        var broken = new PdfWriter(new PaperFonts(new PaperSettings(noFont, null)));
        assertThatThrownBy(() -> broken.write(SamplePaper.of(1), List.of())).hasMessageContaining("paper-font");
    }

    @Test
    void aServerWithoutAFontSaysSoWhenItStarts(CapturedOutput output) {
        new PaperFonts(new PaperSettings(null, null)).say();
        assertThat(output).doesNotContain("PDF");
        new PaperFonts(new PaperSettings(directory.resolve("none.ttf"), null)).say();
        assertThat(output).contains("none.ttf 파일을 쓸 수 없어 PDF 문서를 만들 수 없습니다");
    }

    @Test
    void theFontHasEveryNumber() throws IOException {
        var points = new ArrayList<Block.Point>();
        for (int number = 1; number <= 40; number++) {
            points.add(Block.Point.of(OfficialNumbering.label(7, number) + OfficialNumbering.label(8, number)));
        }
        var paper = new Paper("ko", "번호", "", SamplePaper.of(1).made(), List.of(), List.of(new Block.Points(points)));
        try (var reader = new PdfReader(WRITER.write(paper, List.of()))) {
            assertThat(squeezed(reader)).doesNotContain("□").contains("㉚", "㉻", "(거)");
        }
    }
}
