package org.onmaru.server.city.paper;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a paper as one page of HTML that needs nothing from elsewhere; well-formed XML too, so that the PDF is made
/// of
/// it.
final class HtmlWriter {

    private final XMLStreamWriter out;
    private final List<Block.Heading> headings = new ArrayList<>();

    private HtmlWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /// As browsers show it.
    static String page(Paper paper) {
        return write(paper, List.of(), false);
    }

    /// With the bookmarks of which the PDF makes its outline, which browsers do not know, and with the pages before the
    /// enclosures; their bookmarks are the last.
    static String pageToPrint(Paper paper, List<Bound> enclosures) {
        return write(paper, enclosures, true);
    }

    private static String write(Paper paper, List<Bound> enclosures, boolean bookmarks) {
        var text = new StringWriter();
        try {
            var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new HtmlWriter(out).paper(paper, enclosures, bookmarks);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // into memory nothing fails
        }
        return text.toString();
    }

    private void paper(Paper paper, List<Bound> enclosures, boolean bookmarks) throws XMLStreamException {
        out.writeDTD("<!DOCTYPE html>");
        out.writeStartElement("html");
        out.writeAttribute("lang", paper.language());
        head(paper, enclosures, bookmarks);
        out.writeStartElement("body");
        out.writeStartElement("main");
        out.writeStartElement("h1");
        out.writeAttribute("id", "title");
        text(paper.title());
        out.writeEndElement();
        meta(paper.meta());
        for (var block : paper.blocks()) {
            block(block);
        }
        for (var enclosure : enclosures) {
            enclosure(enclosure);
        }
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void head(Paper paper, List<Bound> enclosures, boolean bookmarks) throws XMLStreamException {
        out.writeStartElement("head");
        out.writeStartElement("meta");
        out.writeAttribute("charset", "UTF-8");
        out.writeEndElement();
        element("title", paper.title());
        named("subject", paper.subject());
        named("description", paper.subject());
        named("viewport", "width=device-width, initial-scale=1");
        out.writeStartElement("style");
        out.writeCharacters(PaperStyle.CSS);
        out.writeEndElement();
        if (bookmarks) {
            out.writeStartElement("bookmarks");
            bookmark(paper.title(), "#title");
            int number = 0;
            for (var block : paper.blocks()) {
                if (block instanceof Block.Heading heading) {
                    bookmark(heading.text(), "#part-" + ++number);
                }
            }
            for (var enclosure : enclosures) {
                bookmark(enclosure.title(), "#part-" + ++number);
            }
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void bookmark(String name, String href) throws XMLStreamException {
        out.writeStartElement("bookmark");
        out.writeAttribute("name", name);
        out.writeAttribute("href", href);
        out.writeEndElement();
    }

    private void named(String name, String content) throws XMLStreamException {
        out.writeStartElement("meta");
        out.writeAttribute("name", name);
        out.writeAttribute("content", content);
        out.writeEndElement();
    }

    private void meta(List<Paper.Meta> meta) throws XMLStreamException {
        if (meta.isEmpty()) {
            return;
        }
        out.writeStartElement("table");
        out.writeAttribute("class", "meta");
        out.writeStartElement("tbody");
        for (var one : meta) {
            out.writeStartElement("tr");
            out.writeStartElement("th");
            out.writeAttribute("scope", "row");
            text(one.label());
            out.writeEndElement();
            element("td", one.value());
            out.writeEndElement();
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private void block(Block block) throws XMLStreamException {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> element("p", paragraph.text());
            case Block.Points points -> points(points.points(), 1);
            case Block.Table table -> table(table);
            case Block.Signatures signatures -> signatures(signatures);
            case Block.PageBreak() -> {
                out.writeStartElement("div");
                out.writeAttribute("class", "new-page");
                out.writeEndElement();
            }
        }
    }

    private void heading(Block.Heading heading) throws XMLStreamException {
        headings.add(heading);
        out.writeStartElement("h" + (heading.level() + 1));
        out.writeAttribute("id", "part-" + headings.size());
        text(heading.text());
        out.writeEndElement();
    }

    private void points(List<Block.Point> points, int level) throws XMLStreamException {
        out.writeStartElement("ol");
        out.writeAttribute("class", "points");
        int number = 0;
        for (var point : points) {
            out.writeStartElement("li");
            text(OfficialNumbering.label(level, ++number) + " " + point.text());
            if (!point.points().isEmpty()) {
                points(point.points(), level + 1);
            }
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void table(Block.Table table) throws XMLStreamException {
        out.writeStartElement("table");
        if (!table.caption().isEmpty()) {
            element("caption", table.caption());
        }
        int shares = table.columns().stream().mapToInt(Block.Column::share).sum();
        out.writeStartElement("thead");
        out.writeStartElement("tr");
        for (var column : table.columns()) {
            out.writeStartElement("th");
            out.writeAttribute("scope", "col");
            out.writeAttribute("style", "width: " + column.share() * 100 / shares + "%");
            text(column.title());
            out.writeEndElement();
        }
        out.writeEndElement();
        out.writeEndElement();
        out.writeStartElement("tbody");
        for (var row : table.rows()) {
            row(row, table.columns());
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private void row(Block.Row row, List<Block.Column> columns) throws XMLStreamException {
        out.writeStartElement("tr");
        int at = 0;
        for (var cell : row.cells()) {
            out.writeStartElement("td");
            switch (columns.get(at).align()) {
                case START -> {}
                case CENTRE -> out.writeAttribute("class", "centre");
                case END -> out.writeAttribute("class", "end");
            }
            if (cell.span() > 1) {
                out.writeAttribute("colspan", Integer.toString(cell.span()));
            }
            text(cell.text());
            out.writeEndElement();
            at += cell.span();
        }
        out.writeEndElement();
    }

    private void signatures(Block.Signatures signatures) throws XMLStreamException {
        out.writeStartElement("div");
        out.writeAttribute("class", "signatures");
        for (var line : signatures.lines()) {
            element("p", line.post() + " " + line.name() + " (서명)");
        }
        out.writeEndElement();
    }

    /// On a page of its own.
    private void enclosure(Bound enclosure) throws XMLStreamException {
        block(new Block.PageBreak());
        heading(new Block.Heading(1, enclosure.title()));
        var picture = enclosure.picture();
        if (picture == null) {
            element("p", enclosure.words());
            return;
        }
        out.writeStartElement("p");
        out.writeStartElement("img");
        out.writeAttribute("alt", enclosure.title());
        out.writeAttribute(
                "src", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(picture));
        out.writeEndElement();
        out.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        text(text);
        out.writeEndElement();
    }

    private void text(String text) throws XMLStreamException {
        boolean first = true;
        for (var line : Letters.lines(text)) {
            if (!first) {
                out.writeStartElement("br");
                out.writeEndElement();
            }
            first = false;
            out.writeCharacters(line);
        }
    }
}
