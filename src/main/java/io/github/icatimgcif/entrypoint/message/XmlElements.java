package io.github.icatimgcif.entrypoint.message;

import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks over the elements of a message, refusing what no message has. */
final class XmlElements {

    // A dataset has three levels.
    private static final int DEEPEST = 16;

    /** Takes one element, to its end. */
    @FunctionalInterface
    interface Taker {
        /**
         * Takes the element that the walk stands on.
         *
         * @param name its name, without prefix
         */
        void take(String name) throws XMLStreamException;
    }

    private final XMLStreamReader xml;
    private int depth;

    XmlElements(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Goes to the root element and tells its name. */
    String root() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // Comments and instructions before it.
        }
        return xml.getLocalName();
    }

    /** Whether the element is of this namespace. */
    boolean isIn(String namespace) {
        return namespace.equals(xml.getNamespaceURI());
    }

    String namespaceInWords() {
        return Optional.ofNullable(xml.getNamespaceURI())
                .map(namespace -> "in the namespace '" + ShortText.of(namespace) + "'")
                .orElse("in no namespace");
    }

    /** An attribute of the element, without namespace. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue("", name))
                .or(() -> Optional.ofNullable(xml.getAttributeValue(null, name)));
    }

    /** Gives each element in this one to its taker; those of other namespaces are passed over. */
    void children(Taker taker) throws XMLStreamException {
        String namespace = xml.getNamespaceURI();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (isIn(namespace)) {
                    taker.take(xml.getLocalName());
                } else {
                    passOver();
                }
            }
        }
    }

    /** The text of this element, which holds nothing else. */
    String text() throws XMLStreamException {
        String name = xml.getLocalName();
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT ->
                    throw new NotAnnouncement("the element '" + ShortText.of(name) + "' has another one in it, '"
                            + ShortText.of(xml.getLocalName()) + "': it has to hold text");
                default -> {
                    // Comments and instructions.
                }
            }
        }
        return text.toString();
    }

    /** Leaves this element out with all that is in it. */
    void passOver() throws XMLStreamException {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /** Reads on to the end: nothing may follow. */
    void requireEnd() throws XMLStreamException {
        while (xml.hasNext()) {
            next();
        }
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > DEEPEST) {
                    throw new NotAnnouncement("the elements are nested deeper than " + DEEPEST
                            + ": the announcement of a dataset has three levels");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD ->
                throw new NotAnnouncement("the message has a document type declaration: leave it out");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw new NotAnnouncement(
                        "the message refers to the entity '" + ShortText.of(xml.getLocalName()) + "': write it out");
            default -> {
                // All else is harmless.
            }
        }
        return event;
    }
}
