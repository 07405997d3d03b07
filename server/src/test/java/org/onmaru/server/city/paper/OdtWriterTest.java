package org.onmaru.server.city.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.odftoolkit.odfdom.doc.OdfTextDocument;
import org.odftoolkit.odfdom.doc.table.OdfTable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// What is written by hand is read by the reference implementation of OpenDocument.
class OdtWriterTest {

    private static OdfTextDocument read(byte[] file) throws Exception {
        return OdfTextDocument.loadDocument(new ByteArrayInputStream(file));
    }

    private static Stream<Element> elements(NodeList found) {
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static List<String> texts(OdfTextDocument document, String name) throws Exception {
        return elements(document.getContentDom().getElementsByTagName(name))
                .map(Element::getTextContent)
                .toList();
    }

    private static List<String> row(OdfTable table, int row) {
        return IntStream.range(0, table.getColumnCount())
                .mapToObj(column -> table.getCellByPosition(column, row).getDisplayText())
                .toList();
    }

    @Test
    void everythingIsThereForAnotherReader() throws Exception {
        try (var document = read(OdtWriter.write(SamplePaper.of(12)))) {
            assertThat(texts(document, "text:h")).containsExactly("첫째 부분", "작은 제목", "둘째 부분");
            assertThat(texts(document, "text:p"))
                    .contains(
                            SamplePaper.TITLE,
                            SamplePaper.LONG_WORD,
                            SamplePaper.SENTENCE.repeat(3),
                            "표 제목",
                            "기록 " + SamplePaper.LONG_NAME + " (서명)")
                    .containsSubsequence(SamplePaper.numbered());
            assertThat(document.getContentRoot()
                            .getElementsByTagName("text:line-break")
                            .getLength())
                    .isEqualTo(1);
            assertThat(elements(document.getContentDom().getElementsByTagName("text:h"))
                            .map(heading -> heading.getAttribute("text:outline-level")))
                    .containsExactly("1", "2", "1");
            var tables = document.getTableList(false);
            assertThat(tables).hasSize(2);
            assertThat(row(tables.getFirst(), 1)).containsExactly("비고", SamplePaper.HARD);
            assertThat(row(tables.getLast(), 0)).containsExactly("순서", "안건", "발표", "수치");
            assertThat(row(tables.getLast(), 12)).containsExactly("12", "가축방역초소 이동통제 12번", "점동면", "84");
            assertThat(tables.getLast()
                            .getCellByPosition(0, 13)
                            .getOdfElement()
                            .getAttribute("table:number-columns-spanned"))
                    .isEqualTo("3");
            assertThat(tables.getLast().getCellByPosition(3, 13).getDisplayText())
                    .isEqualTo("1,234");
        }
    }

    @Test
    void saysWhatItIsAndInWhichLanguage() throws Exception {
        try (var document = read(OdtWriter.write(SamplePaper.of(1)))) {
            var about = document.getOfficeMetadata();
            assertThat(about.getTitle()).isEqualTo(SamplePaper.TITLE);
            assertThat(about.getLanguage()).isEqualTo("ko");
            assertThat(about.getCreationInstant()).isEqualTo(SamplePaper.of(1).made());
            var styles = document.getStylesDom();
            assertThat(elements(styles.getElementsByTagName("style:text-properties"))
                            .map(properties -> properties.getAttribute("style:language-asian")))
                    .contains("ko");
            assertThat(styles.getElementsByTagName("text:page-number").getLength())
                    .isEqualTo(1);
        }
    }

    @Test
    void aTableOfThreeHundredRowsHasAHeaderThatComesAgain() throws Exception {
        try (var document = read(OdtWriter.write(SamplePaper.of(300)))) {
            var table = document.getTableList(false).getLast();
            assertThat(table.getRowCount()).isEqualTo(302);
            assertThat(table.getHeaderRowCount()).isEqualTo(1);
            assertThat(row(table, 300)).containsExactly("300", "가축방역초소 이동통제 300번", "점동면", "2100");
        }
    }

    @Test
    void manySpacesStayMany() throws Exception {
        var paper = new Paper(
                "ko", "제목", "", SamplePaper.of(1).made(), List.of(), List.of(new Block.Paragraph("가  나   다\n  라")));
        try (var document = read(OdtWriter.write(paper))) {
            var counts = elements(document.getContentDom().getElementsByTagName("text:s"))
                    .map(spaces -> spaces.getAttribute("text:c"))
                    .toList();
            assertThat(counts).containsExactly("2", "3", "2");
        }
    }

    @Test
    void theTypeIsFirstAndNotCompressed() throws Exception {
        var file = OdtWriter.write(SamplePaper.of(1));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            var first = zip.getNextEntry();
            assertThat(first.getName()).isEqualTo("mimetype");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(new String(zip.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("application/vnd.oasis.opendocument.text");
        }
        assertThat(new String(file, 30, 8, StandardCharsets.US_ASCII))
                .as("where tools look for it")
                .isEqualTo("mimetype");
    }

    @Test
    void theSamePaperIsTheSameFile() {
        assertThat(OdtWriter.write(SamplePaper.of(40))).isEqualTo(OdtWriter.write(SamplePaper.of(40)));
    }
}
