package dev.dunwell.intake.formats.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of a workbook, element by element. A document type is refused and nothing outside it is ever read. */
final class XmlPart implements Closeable {

    private static final int DEEPEST = 64;

    private final String name;
    private final InputStream bytes;
    private final XMLStreamReader xml;
    private int depth;

    XmlPart(String name, InputStream bytes) throws IOException {
        this.name = name;
        this.bytes = bytes;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            xml = factory.createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            bytes.close();
            throw damaged(name);
        }
    }

    static Unreadable damaged(String part) {
        return new Unreadable("The workbook is damaged (%s): open it in Excel and save it again.".formatted(part));
    }

    /** Goes to the next start or end of an element; false at the end of the part. */
    boolean next() {
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    boolean starts(String element) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(element);
    }

    /** The attribute of that name in whatever namespace. */
    @Nullable
    String attribute(String attribute) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(attribute)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text in the element that starts here, up to its end. */
    String text() {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            int event = event();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw damaged(name);
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            xml.close();
            bytes.close();
        } catch (XMLStreamException | IOException e) {
            throw damaged(name);
        }
    }

    private int event() {
        try {
            int event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable(
                        "The workbook declares entities (%s), which no spreadsheet program does.".formatted(name));
            }
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > DEEPEST) {
                throw damaged(name);
            }
            return event;
        } catch (XMLStreamException e) {
            throw damaged(name);
        }
    }
}
