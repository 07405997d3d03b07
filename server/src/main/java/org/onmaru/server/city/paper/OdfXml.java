package org.onmaru.server.city.paper;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes one of the XML files of an OpenDocument; elements and attributes are named with their usual prefix.
final class OdfXml {

    private static final Map<String, String> NAMESPACES = Map.of(
            "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
            "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
            "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
            "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
            "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
            "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
            "meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
            "dc", "http://purl.org/dc/elements/1.1/");

    private final XMLStreamWriter out;

    private OdfXml(XMLStreamWriter out) {
        this.out = out;
    }

    /// What is written into the root.
    interface Body {
        void into(OdfXml out) throws XMLStreamException;
    }

    /// @param root local name of the root, e.g. `document-content`
    static String write(String root, Body body) {
        var text = new StringWriter();
        try {
            var stream = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            var out = new OdfXml(stream);
            stream.writeStartDocument("UTF-8", "1.0");
            out.start("office:" + root);
            for (var prefix : NAMESPACES.keySet().stream().sorted().toList()) {
                stream.writeNamespace(prefix, NAMESPACES.get(prefix));
            }
            out.attribute("office:version", "1.3");
            body.into(out);
            stream.writeEndDocument();
            stream.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // into memory nothing fails
        }
        return text.toString();
    }

    void start(String name) throws XMLStreamException {
        out.writeStartElement(prefix(name), local(name), namespace(name));
    }

    void end() throws XMLStreamException {
        out.writeEndElement();
    }

    void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(prefix(name), namespace(name), local(name), value);
    }

    void element(String name, String text) throws XMLStreamException {
        start(name);
        out.writeCharacters(text);
        end();
    }

    /// Lines and spaces as they are: OpenDocument would make one space of many.
    void text(String text) throws XMLStreamException {
        boolean first = true;
        for (var line : Letters.lines(text)) {
            if (!first) {
                start("text:line-break");
                end();
            }
            first = false;
            line(line);
        }
    }

    private void line(String line) throws XMLStreamException {
        int at = 0;
        while (at < line.length()) {
            int spaces = at;
            while (spaces < line.length() && line.charAt(spaces) == ' ') {
                spaces++;
            }
            if (spaces - at > 1 || (spaces > at && at == 0)) {
                start("text:s");
                attribute("text:c", Integer.toString(spaces - at));
                end();
                at = spaces;
            }
            int next = line.indexOf("  ", at);
            int end = next < 0 ? line.length() : next;
            out.writeCharacters(line.substring(at, end));
            at = end;
        }
    }

    private static String prefix(String name) {
        return name.substring(0, name.indexOf(':'));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String namespace(String name) {
        var namespace = NAMESPACES.get(prefix(name));
        if (namespace == null) {
            throw new IllegalArgumentException(name);
        }
        return namespace;
    }
}
