package io.github.icatimgcif.adapter.ingest;

import io.github.icatimgcif.conversion.register.RegistrationRefused;

/**
 * XML as Python's ElementTree writes it, which is what the ingester knows: one line, no declaration, ASCII, everything else as
 * decimal character references. Nothing that comes in as text can become an element.
 */
final class XmlText {

    private static final String PREFIX = "tns:";
    private static final int LAST_ASCII = 0x7E;

    private final StringBuilder xml = new StringBuilder(2048);

    XmlText open(String element, String attributes) {
        xml.append('<').append(PREFIX).append(element).append(attributes).append('>');
        return this;
    }

    XmlText close(String element) {
        xml.append("</").append(PREFIX).append(element).append('>');
        return this;
    }

    /**
     * An element with a text.
     *
     * @throws RegistrationRefused if XML cannot hold the text
     */
    XmlText element(String element, String text) {
        open(element, "");
        text.codePoints().forEach(point -> append(point, element));
        return close(element);
    }

    @Override
    public String toString() {
        return xml.toString();
    }

    private void append(int point, String element) {
        switch (point) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            default -> {
                if (!isAllowed(point)) {
                    throw new RegistrationRefused("the message to the ingester cannot hold the character U+"
                            + String.format("%04X", point) + " of its " + element
                            + ": XML has none of these; rename the dataset or the sample");
                }
                if (point > LAST_ASCII || point == '\r') {
                    xml.append("&#").append(point).append(';');
                } else {
                    xml.appendCodePoint(point);
                }
            }
        }
    }

    /** What the Char production of XML 1.0 allows. */
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
