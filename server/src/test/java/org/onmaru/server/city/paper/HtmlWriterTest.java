package org.onmaru.server.city.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// Reads the page with the JDK's parser.
class HtmlWriterTest {

    private static Document read(String page) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)));
    }

    private static Stream<Element> all(Document page, String name) {
        var found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Stream<String> texts(Document page, String name) {
        return all(page, name).map(Element::getTextContent);
    }

    @Test
    void saysWhatItIs() throws Exception {
        var page = read(HtmlWriter.page(SamplePaper.of(3)));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("ko");
        assertThat(texts(page, "title")).containsExactly(SamplePaper.TITLE);
        assertThat(texts(page, "h1")).containsExactly(SamplePaper.TITLE);
        assertThat(texts(page, "h2")).containsExactly("첫째 부분", "둘째 부분");
        assertThat(texts(page, "h3")).containsExactly("작은 제목");
        assertThat(texts(page, "caption")).containsExactly("표 제목");
        assertThat(texts(page, "td")).contains(SamplePaper.HARD, "가축방역초소 이동통제 3번", "21", "1,234");
        assertThat(all(page, "th").map(th -> th.getAttribute("scope")))
                .containsExactly("row", "row", "col", "col", "col", "col");
        assertThat(all(page, "td").filter(td -> td.getAttribute("colspan").equals("3")))
                .hasSize(1);
        assertThat(texts(page, "p"))
                .contains(SamplePaper.LONG_WORD, "첫 줄둘째 줄", "기록 " + SamplePaper.LONG_NAME + " (서명)");
        assertThat(all(page, "br")).hasSize(1);
    }

    @Test
    void numbersItsPoints() throws Exception {
        var page = read(HtmlWriter.page(SamplePaper.of(1)));
        assertThat(all(page, "li").map(li -> li.getFirstChild().getTextContent()))
                .containsExactlyElementsOf(SamplePaper.numbered());
    }

    @Test
    void needsNothingFromElsewhereAndRunsNothing() throws Exception {
        var text = HtmlWriter.page(SamplePaper.of(1));
        assertThat(text)
                .startsWith("<!DOCTYPE html><html lang=\"ko\">")
                .contains("&lt;b&gt;&amp;amp;&lt;/b&gt;")
                .doesNotContain("<script", "<link", "<img", "src=", "href=", "url(", "@import", "<bookmarks");
        assertThat(HtmlWriter.pageToPrint(SamplePaper.of(1), List.of())).contains("<bookmarks>");
    }
}
