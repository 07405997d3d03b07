package org.onmaru.server.city.paper;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/// Writes a paper as OpenDocument text (ODF 1.3).
final class OdtWriter {

    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
            <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """.formatted(PaperFormat.ODT.mediaType());

    private final OdfXml out;
    private int tables;

    private OdtWriter(OdfXml out) {
        this.out = out;
    }

    static byte[] write(Paper paper) {
        try (var file = new Archive(PaperFormat.ODT)) {
            file.add("content.xml", OdfXml.write("document-content", out -> new OdtWriter(out).content(paper)));
            file.add("styles.xml", OdtStyles.styles(paper.language()));
            file.add("meta.xml", OdfXml.write("document-meta", out -> meta(out, paper)));
            file.add("META-INF/manifest.xml", MANIFEST);
            return file.file();
        }
    }

    private static void meta(OdfXml out, Paper paper) throws XMLStreamException {
        out.start("office:meta");
        out.element("meta:generator", "Onmaru");
        out.element("dc:title", paper.title());
        out.element("dc:subject", paper.subject());
        out.element("dc:language", paper.language());
        out.element("meta:creation-date", paper.made().toString());
        out.end();
    }

    private void content(Paper paper) throws XMLStreamException {
        columns(paper);
        out.start("office:body");
        out.start("office:text");
        paragraph("Title", paper.title());
        meta(paper.meta());
        for (var block : paper.blocks()) {
            block(block);
        }
        out.end();
        out.end();
    }

    /// How wide the columns are is a style of each, in the order of the tables.
    private void columns(Paper paper) throws XMLStreamException {
        out.start("office:automatic-styles");
        OdtStyles.column(out, "T0C0", 18);
        OdtStyles.column(out, "T0C1", 82);
        int number = 0;
        for (var block : paper.blocks()) {
            if (block instanceof Block.Table table) {
                number++;
                for (int i = 0; i < table.columns().size(); i++) {
                    OdtStyles.column(
                            out, style(number, i), table.columns().get(i).share());
                }
            }
        }
        out.end();
    }

    private static String style(int table, int column) {
        return "T" + table + "C" + column;
    }

    private void meta(List<Paper.Meta> meta) throws XMLStreamException {
        if (meta.isEmpty()) {
            return;
        }
        startTable(0, 2);
        for (var one : meta) {
            out.start("table:table-row");
            cell("Head", "CellHead", one.label(), 1);
            cell("Cell", "CellText", one.value(), 1);
            out.end();
        }
        out.end();
    }

    private void block(Block block) throws XMLStreamException {
        switch (block) {
            case Block.Heading heading -> {
                out.start("text:h");
                out.attribute("text:style-name", "Heading_20_" + heading.level());
                out.attribute("text:outline-level", Integer.toString(heading.level()));
                out.text(heading.text());
                out.end();
            }
            case Block.Paragraph paragraph -> paragraph("Text_20_body", paragraph.text());
            case Block.Points points -> points(points.points(), 1);
            case Block.Table table -> table(table);
            case Block.Signatures signatures -> {
                for (var line : signatures.lines()) {
                    paragraph("Signature", line.post() + " " + line.name() + " (서명)");
                }
            }
            case Block.PageBreak() -> paragraph("NewPage", "");
        }
    }

    private void paragraph(String style, String text) throws XMLStreamException {
        out.start("text:p");
        out.attribute("text:style-name", style);
        out.text(text);
        out.end();
    }

    /// A list whose numbers are text: no word processor counts 하, 거, 너 by itself.
    private void points(List<Block.Point> points, int level) throws XMLStreamException {
        out.start("text:list");
        if (level == 1) {
            out.attribute("text:style-name", "Points");
        }
        int number = 0;
        for (var point : points) {
            out.start("text:list-item");
            paragraph("Point", OfficialNumbering.label(level, ++number) + " " + point.text());
            if (!point.points().isEmpty()) {
                points(point.points(), level + 1);
            }
            out.end();
        }
        out.end();
    }

    private void table(Block.Table table) throws XMLStreamException {
        if (!table.caption().isEmpty()) {
            paragraph("Caption", table.caption());
        }
        startTable(++tables, table.columns().size());
        out.start("table:table-header-rows");
        out.start("table:table-row");
        for (var column : table.columns()) {
            cell("Head", "CellHead", column.title(), 1);
        }
        out.end();
        out.end();
        for (var row : table.rows()) {
            out.start("table:table-row");
            int at = 0;
            for (var cell : row.cells()) {
                cell("Cell", textStyle(table.columns().get(at).align()), cell.text(), cell.span());
                at += cell.span();
            }
            out.end();
        }
        out.end();
    }

    private static String textStyle(Block.Align align) {
        return switch (align) {
            case START -> "CellText";
            case CENTRE -> "CellCentre";
            case END -> "CellEnd";
        };
    }

    private void startTable(int number, int columns) throws XMLStreamException {
        out.start("table:table");
        out.attribute("table:name", "Table" + number);
        out.attribute("table:style-name", "Table");
        for (int i = 0; i < columns; i++) {
            out.start("table:table-column");
            out.attribute("table:style-name", style(number, i));
            out.end();
        }
    }

    private void cell(String style, String textStyle, String text, int span) throws XMLStreamException {
        out.start("table:table-cell");
        out.attribute("table:style-name", style);
        out.attribute("office:value-type", "string");
        if (span > 1) {
            out.attribute("table:number-columns-spanned", Integer.toString(span));
        }
        paragraph(textStyle, text);
        out.end();
        for (int covered = 1; covered < span; covered++) {
            out.start("table:covered-table-cell");
            out.end();
        }
    }
}
