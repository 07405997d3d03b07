package org.onmaru.server.city.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// What hwpxlib writes is read as KS X 6101 names it: no other library for Java reads HWPX.
class HwpxWriterTest {

    private static final String PARAGRAPH = "http://www.hancom.co.kr/hwpml/2011/paragraph";
    private static final String HEAD = "http://www.hancom.co.kr/hwpml/2011/head";

    private static byte[] entry(byte[] file, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    private static Document read(byte[] file, String name) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(entry(file, name)));
    }

    private static Stream<Element> all(Document document, String namespace, String name) {
        return elements(document.getDocumentElement(), namespace, name);
    }

    private static Stream<Element> elements(Element in, String namespace, String name) {
        var found = in.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static List<String> rowTexts(Element table, int row) {
        var rows = elements(table, PARAGRAPH, "tr").toList();
        return elements(rows.get(row), PARAGRAPH, "tc")
                .map(Element::getTextContent)
                .toList();
    }

    @Test
    void everythingIsThereUnderTheNamesOfTheStandard() throws Exception {
        var section = read(HwpxWriter.write(SamplePaper.of(12)), "Contents/section0.xml");
        var texts = all(section, PARAGRAPH, "t").map(Element::getTextContent).toList();
        assertThat(texts)
                .contains(
                        SamplePaper.TITLE,
                        SamplePaper.HARD,
                        SamplePaper.LONG_WORD,
                        SamplePaper.SENTENCE.repeat(3),
                        "첫 줄둘째 줄",
                        "첫째 부분",
                        "작은 제목",
                        "표 제목",
                        "기록 " + SamplePaper.LONG_NAME + " (서명)")
                .containsSubsequence(SamplePaper.numbered());
        assertThat(all(section, PARAGRAPH, "lineBreak")).hasSize(1);
        var tables = all(section, PARAGRAPH, "tbl").toList();
        assertThat(tables).hasSize(2);
        var table = tables.getLast();
        assertThat(rowTexts(table, 0)).containsExactly("순서", "안건", "발표", "수치");
        assertThat(rowTexts(table, 12)).containsExactly("12", "가축방역초소 이동통제 12번", "점동면", "84");
        assertThat(rowTexts(table, 13)).containsExactly("합계", "1,234");
        assertThat(elements(table, PARAGRAPH, "cellSpan").map(span -> span.getAttribute("colSpan")))
                .filteredOn("3"::equals)
                .hasSize(1);
        assertThat(table.getAttribute("repeatHeader")).isEqualTo("1");
        assertThat(all(section, PARAGRAPH, "p")
                        .filter(p -> p.getAttribute("pageBreak").equals("1")))
                .singleElement()
                .extracting(Element::getTextContent)
                .isEqualTo("둘째 부분");
        var number = all(section, PARAGRAPH, "pageNum").toList().getFirst();
        assertThat(number.getAttribute("pos")).isEqualTo("BOTTOM_CENTER");
        assertThat(number.getAttribute("sideChar")).isEqualTo("-");
    }

    @Test
    void aTableOfThreeHundredRowsStatesItsSizeAndPlaces() throws Exception {
        var section = read(HwpxWriter.write(SamplePaper.of(300)), "Contents/section0.xml");
        var table = all(section, PARAGRAPH, "tbl").toList().getLast();
        assertThat(table.getAttribute("rowCnt")).isEqualTo("302");
        assertThat(table.getAttribute("colCnt")).isEqualTo("4");
        assertThat(elements(table, PARAGRAPH, "tr")).hasSize(302);
        assertThat(rowTexts(table, 300)).containsExactly("300", "가축방역초소 이동통제 300번", "점동면", "2100");
        var places = elements(table, PARAGRAPH, "cellAddr")
                .map(place -> place.getAttribute("rowAddr") + "/" + place.getAttribute("colAddr"))
                .toList();
        assertThat(places)
                .doesNotHaveDuplicates()
                .contains("300/3", "301/0", "301/3")
                .doesNotContain("301/1");
        var widths = elements(table, PARAGRAPH, "cellSz")
                .limit(4)
                .mapToInt(size -> Integer.parseInt(size.getAttribute("width")))
                .sum();
        assertThat(widths)
                .isEqualTo(Integer.parseInt(
                        elements(table, PARAGRAPH, "sz").toList().getFirst().getAttribute("width")));
    }

    @Test
    void whatIsReferredToIsThere() throws Exception {
        var file = HwpxWriter.write(SamplePaper.of(3));
        var section = read(file, "Contents/section0.xml");
        var header = read(file, "Contents/header.xml");
        assertThat(ids(header, "charPr")).containsAll(references(section, "charPrIDRef"));
        assertThat(ids(header, "paraPr")).containsAll(references(section, "paraPrIDRef"));
        assertThat(ids(header, "borderFill")).containsAll(references(section, "borderFillIDRef"));
        assertThat(all(header, HEAD, "breakSetting").map(setting -> setting.getAttribute("breakNonLatinWord")))
                .contains("KEEP_WORD");
        for (var list : List.of("charProperties", "paraProperties", "borderFills")) {
            var element = all(header, HEAD, list).toList().getFirst();
            var children = IntStream.range(0, element.getChildNodes().getLength())
                    .filter(i -> element.getChildNodes().item(i) instanceof Element)
                    .count();
            assertThat(element.getAttribute("itemCnt")).as(list).isEqualTo(Long.toString(children));
        }
    }

    private static Set<String> ids(Document header, String name) {
        var ids = all(header, HEAD, name).map(one -> one.getAttribute("id")).toList();
        assertThat(ids).doesNotHaveDuplicates();
        return new HashSet<>(ids);
    }

    private static Set<String> references(Document section, String attribute) {
        var found = new HashSet<String>();
        all(section, "*", "*")
                .filter(one -> one.hasAttribute(attribute))
                .forEach(one -> found.add(one.getAttribute(attribute)));
        assertThat(found).isNotEmpty();
        return found;
    }

    @Test
    void theTypeIsFirstAndNotCompressedAndEveryEntryIsThereOnce() throws IOException {
        var file = HwpxWriter.write(SamplePaper.of(1));
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            var first = zip.getNextEntry();
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(new String(zip.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("application/hwp+zip");
            for (var entry = first; entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .doesNotHaveDuplicates()
                .startsWith("mimetype")
                .contains("version.xml", "Contents/content.hpf", "Contents/header.xml", "META-INF/container.xml");
        assertThat(new String(file, 30, 8, StandardCharsets.US_ASCII)).isEqualTo("mimetype");
    }

    @Test
    void theSamePaperIsTheSameFile() {
        assertThat(HwpxWriter.write(SamplePaper.of(40))).isEqualTo(HwpxWriter.write(SamplePaper.of(40)));
    }
}
