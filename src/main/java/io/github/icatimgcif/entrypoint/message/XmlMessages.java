package io.github.icatimgcif.entrypoint.message;

import io.github.icatimgcif.entrypoint.message.MessageReading.PassedOver;
import io.github.icatimgcif.entrypoint.message.MessageReading.Readable;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the messages that ESRF-style producers (pyicat-plus) send to the ingester of ICAT. A document type declaration is refused
 * wherever it leads: a message has no need of one, and entities are how XML reads files and grows.
 */
final class XmlMessages {

    /** Namespace of the messages. */
    static final String NAMESPACE = "http://www.esrf.fr/icat";

    private final XMLInputFactory factory;

    XmlMessages() {
        // The one of the JDK, whatever else is on the class path: its limits and its ways are known.
        this.factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    }

    /** Reads a message. */
    MessageReading read(String text) {
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            try {
                return read(new XmlElements(xml));
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new NotAnnouncement("the message is no well-formed XML: " + place(e));
        }
    }

    private static MessageReading read(XmlElements message) throws XMLStreamException {
        String root = message.root();
        if (!message.isIn(NAMESPACE)) {
            throw new NotAnnouncement("the message is XML with the root element '" + ShortText.of(root) + "' "
                    + message.namespaceInWords() + ": the announcement of a dataset is 'dataset' in the namespace "
                    + NAMESPACE);
        }
        return switch (root) {
            case "dataset" -> {
                var announcement = new XmlAnnouncement(message);
                var dataset = announcement.dataset();
                message.requireEnd();
                yield new Readable(dataset);
            }
            case "investigation" -> new PassedOver("the announcement of an investigation");
            default ->
                throw new NotAnnouncement("the message is '" + ShortText.of(root)
                        + "' of ICAT, which announces no dataset: that is 'dataset' in the same namespace");
        };
    }

    private static String place(XMLStreamException failure) {
        String message = String.valueOf(failure.getMessage());
        String what = message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9);
        String where = failure.getLocation() == null
                ? ""
                : "line " + failure.getLocation().getLineNumber() + ", column "
                        + failure.getLocation().getColumnNumber() + ": ";
        return where + ShortText.of(what);
    }
}
