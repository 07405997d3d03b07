package org.onmaru.server.city.paper;

import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/// The styles of an OpenDocument text: A4 with a number under each page, Korean, the same sizes as on the printed page.
final class OdtStyles {

    private static final String FONT = "Nanum Gothic";

    private final OdfXml out;

    private OdtStyles(OdfXml out) {
        this.out = out;
    }

    static String styles(String language) {
        return OdfXml.write("document-styles", out -> new OdtStyles(out).write(language));
    }

    /// @param share of the table's width, in proportion to the others'
    static void column(OdfXml out, String name, int share) throws XMLStreamException {
        out.start("style:style");
        out.attribute("style:name", name);
        out.attribute("style:family", "table-column");
        empty(out, "style:table-column-properties", Map.of("style:rel-column-width", share + "*"));
        out.end();
    }

    private void write(String language) throws XMLStreamException {
        out.start("office:font-face-decls");
        empty(out, "style:font-face", Map.of("style:name", FONT, "svg:font-family", "'" + FONT + "'"));
        out.end();
        out.start("office:styles");
        defaults(language);
        paragraph("Text_20_body", "Text body", Map.of("fo:margin-bottom", "0.2cm"), "10.5pt", false);
        paragraph("Title", "Title", Map.of("fo:text-align", "center", "fo:margin-bottom", "0.5cm"), "18pt", true);
        heading(1, "13pt");
        heading(2, "11.5pt");
        heading(3, "10.5pt");
        paragraph(
                "Caption",
                "Caption",
                Map.of("fo:margin-bottom", "0.1cm", "fo:keep-with-next", "always"),
                "9.5pt",
                false);
        paragraph("Point", "Point", Map.of("fo:margin-bottom", "0.1cm"), "10.5pt", false);
        paragraph("Signature", "Signature", Map.of("fo:text-align", "end", "fo:margin-top", "0.4cm"), "10.5pt", false);
        paragraph("NewPage", "New page", Map.of("fo:break-after", "page"), "2pt", false);
        paragraph("CellText", "Cell text", Map.of("fo:text-align", "start"), "9.5pt", false);
        paragraph("CellCentre", "Cell centre", Map.of("fo:text-align", "center"), "9.5pt", false);
        paragraph("CellEnd", "Cell end", Map.of("fo:text-align", "end"), "9.5pt", false);
        paragraph("CellHead", "Cell head", Map.of("fo:text-align", "start"), "9.5pt", true);
        paragraph("Footer", "Footer", Map.of("fo:text-align", "center"), "9pt", false);
        table();
        points();
        out.end();
        page();
    }

    private void defaults(String language) throws XMLStreamException {
        var locale = Locale.forLanguageTag(language);
        var country = locale.getCountry().isEmpty() ? "KR" : locale.getCountry();
        out.start("style:default-style");
        out.attribute("style:family", "paragraph");
        empty(out, "style:paragraph-properties", Map.of("fo:line-height", "150%"));
        empty(
                out,
                "style:text-properties",
                Map.of(
                        "style:font-name",
                        FONT,
                        "style:font-name-asian",
                        FONT,
                        "fo:language",
                        locale.getLanguage(),
                        "fo:country",
                        country,
                        "style:language-asian",
                        locale.getLanguage(),
                        "style:country-asian",
                        country));
        out.end();
    }

    private void heading(int level, String size) throws XMLStreamException {
        paragraph(
                "Heading_20_" + level,
                "Heading " + level,
                Map.of("fo:margin-top", "0.5cm", "fo:margin-bottom", "0.2cm", "fo:keep-with-next", "always"),
                size,
                true);
    }

    private void paragraph(String name, String display, Map<String, String> properties, String size, boolean bold)
            throws XMLStreamException {
        var weight = bold ? "bold" : "normal";
        out.start("style:style");
        out.attribute("style:name", name);
        out.attribute("style:display-name", display);
        out.attribute("style:family", "paragraph");
        if (name.startsWith("Heading")) {
            out.attribute("style:default-outline-level", name.substring(name.length() - 1));
        }
        empty(out, "style:paragraph-properties", properties);
        empty(
                out,
                "style:text-properties",
                Map.of(
                        "fo:font-size",
                        size,
                        "style:font-size-asian",
                        size,
                        "fo:font-weight",
                        weight,
                        "style:font-weight-asian",
                        weight));
        out.end();
    }

    private void table() throws XMLStreamException {
        out.start("style:style");
        out.attribute("style:name", "Table");
        out.attribute("style:family", "table");
        empty(
                out,
                "style:table-properties",
                Map.of("style:rel-width", "100%", "table:align", "margins", "fo:margin-bottom", "0.35cm"));
        out.end();
        cell("Cell", "transparent");
        cell("Head", "#eef1f5");
    }

    private void cell(String name, String background) throws XMLStreamException {
        out.start("style:style");
        out.attribute("style:name", name);
        out.attribute("style:family", "table-cell");
        empty(
                out,
                "style:table-cell-properties",
                Map.of("fo:border", "0.6pt solid #555555", "fo:padding", "0.12cm", "fo:background-color", background));
        out.end();
    }

    private void points() throws XMLStreamException {
        out.start("text:list-style");
        out.attribute("style:name", "Points");
        for (int level = 1; level <= OfficialNumbering.DEEPEST; level++) {
            out.start("text:list-level-style-number");
            out.attribute("text:level", Integer.toString(level));
            out.attribute("style:num-format", "");
            out.start("style:list-level-properties");
            out.attribute("text:list-level-position-and-space-mode", "label-alignment");
            empty(
                    out,
                    "style:list-level-label-alignment",
                    Map.of("text:label-followed-by", "nothing", "fo:margin-left", (level - 1) * 5 + "mm"));
            out.end();
            out.end();
        }
        out.end();
    }

    private void page() throws XMLStreamException {
        out.start("office:automatic-styles");
        out.start("style:page-layout");
        out.attribute("style:name", "A4");
        empty(
                out,
                "style:page-layout-properties",
                Map.of(
                        "fo:page-width",
                        "21cm",
                        "fo:page-height",
                        "29.7cm",
                        "fo:margin-top",
                        "2cm",
                        "fo:margin-bottom",
                        "1cm",
                        "fo:margin-left",
                        "1.8cm",
                        "fo:margin-right",
                        "1.8cm"));
        out.start("style:footer-style");
        empty(out, "style:header-footer-properties", Map.of("fo:min-height", "0.8cm"));
        out.end();
        out.end();
        out.end();
        out.start("office:master-styles");
        out.start("style:master-page");
        out.attribute("style:name", "Standard");
        out.attribute("style:page-layout-name", "A4");
        out.start("style:footer");
        out.start("text:p");
        out.attribute("text:style-name", "Footer");
        out.text("- ");
        out.start("text:page-number");
        out.attribute("text:select-page", "current");
        out.end();
        out.text(" -");
        out.end();
        out.end();
        out.end();
        out.end();
    }

    private static void empty(OdfXml out, String name, Map<String, String> attributes) throws XMLStreamException {
        out.start(name);
        for (var attribute : attributes.keySet().stream().sorted().toList()) {
            out.attribute(attribute, attributes.getOrDefault(attribute, ""));
        }
        out.end();
    }
}
