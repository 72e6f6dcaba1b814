package dev.dunwell.intake.formats.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML file, read once from its start to its end; each of its parts that is asked for comes whole. A file that
 * declares a document type is refused, so no entity is ever expanded and nothing is fetched.
 */
public final class XmlFile implements Closeable {

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 200_000;

    private final InputStream bytes;
    private final XMLStreamReader xml;
    private int depth;
    private int elements;
    private String root = "";

    public XmlFile(InputStream bytes) {
        this.bytes = bytes;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            xml = factory.createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** The name of the outermost element that was read so far. */
    public String root() {
        return root;
    }

    /** The outermost element, whole. */
    public Element whole() {
        while (step() != XMLStreamConstants.START_ELEMENT) {
            // up to the first element
        }
        return element();
    }

    /** The next element with one of these names, whole; null at the end of the file. */
    public @Nullable Element next(Set<String> names) {
        while (true) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (names.contains(xml.getLocalName())) {
                        elements = 0;
                        return element();
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return null;
                }
                default -> {}
            }
        }
    }

    @Override
    public void close() {
        try {
            xml.close();
            bytes.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Element element() {
        if (++elements > MOST_ELEMENTS) {
            throw new BadXml("One part of the XML holds more than %,d elements: bring it in smaller files."
                    .formatted(MOST_ELEMENTS));
        }
        String name = xml.getLocalName();
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.putIfAbsent(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        while (true) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(
                            name, namespace, attributes, text.toString().strip(), children);
                }
                case XMLStreamConstants.END_DOCUMENT -> throw damaged(new XMLStreamException("it ends early"));
                default -> {}
            }
        }
    }

    private int step() {
        try {
            int event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new BadXml("The XML declares a document type or entities, which no invoice or export needs.");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                root = depth == 0 ? xml.getLocalName() : root;
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw new BadXml("The XML is nested deeper than %d elements.".formatted(DEEPEST));
            }
            return event;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    private static BadXml damaged(XMLStreamException e) {
        String where =
                e.getLocation() == null ? "" : " near line " + e.getLocation().getLineNumber();
        return new BadXml("The XML is damaged%s: export it again.".formatted(where));
    }
}
