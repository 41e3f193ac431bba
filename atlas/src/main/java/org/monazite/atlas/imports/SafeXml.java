package org.monazite.atlas.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.monazite.atlas.imports.ImportException.Fault;

/// XML of unknown origin: nothing is loaded from anywhere, no entity is replaced, depth is limited.
final class SafeXml {

    private final XMLStreamReader reader;
    private final String name;
    private int depth;

    private SafeXml(XMLStreamReader reader, String name) {
        this.reader = reader;
        this.name = name;
    }

    static SafeXml open(InputStream in, String name) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        try {
            // UTF-8 is decoded here: the parser of the JDK prints broken bytes to the console.
            Reader text = new InputStreamReader(
                    in,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            return new SafeXml(factory.createXMLStreamReader(text), name);
        } catch (XMLStreamException e) {
            throw fault(name, e);
        }
    }

    /// The next event of [javax.xml.stream.XMLStreamConstants].
    int next() {
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamReader.START_ELEMENT -> {
                    if (++depth > Limits.XML_DEPTH) {
                        throw new ImportException(Fault.XML, where(), "depth > " + Limits.XML_DEPTH);
                    }
                }
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.ENTITY_REFERENCE ->
                    throw new ImportException(Fault.XML, where(), "&" + reader.getLocalName() + ";");
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw fault(name, e);
        } catch (ImportException e) {
            throw e;
        } catch (RuntimeException e) { // the parser of the JDK lets some broken files out as other exceptions
            throw new ImportException(Fault.XML, name, String.valueOf(e.getMessage()), e);
        }
    }

    boolean hasNext() {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw fault(name, e);
        }
    }

    String element() {
        return reader.getLocalName();
    }

    String attribute(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(attribute)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    String text() {
        return reader.getText();
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    private String where() {
        return name + ":" + line() + ":" + reader.getLocation().getColumnNumber();
    }

    private static ImportException fault(String name, XMLStreamException e) {
        var at = e.getLocation();
        String where = at == null ? name : name + ":" + at.getLineNumber() + ":" + at.getColumnNumber();
        String text =
                String.valueOf(e.getMessage()).lines().reduce((_, last) -> last).orElse("");
        return new ImportException(Fault.XML, where, Reject.shown(text), e);
    }
}
