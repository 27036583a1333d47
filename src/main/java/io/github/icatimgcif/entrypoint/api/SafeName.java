package io.github.icatimgcif.entrypoint.api;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The name under which a browser is to keep a file, RFC 6266 and 8187: nothing in it leaves the header or the folder. */
final class SafeName {

    private static final int LONGEST = 200;
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private SafeName() {}

    /**
     * The value of a header.
     *
     * @param disposition {@code attachment} or {@code inline}
     * @param name        any text
     */
    static String header(String disposition, String name) {
        String shown = cleaned(name);
        String plain = shown.replaceAll("[^A-Za-z0-9._-]", "_");
        String header = disposition + "; filename=\"" + plain + "\"";
        return plain.equals(shown) ? header : header + "; filename*=UTF-8''" + encoded(shown);
    }

    /** A name that leads nowhere, for a file in an archive. */
    static String cleaned(String name) {
        String cleaned = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029/\\\\:*?\"<>|]", "_")
                .replaceAll("^[.\\s]+|[.\\s]+$", "_");
        int end = cleaned.offsetByCodePoints(0, Math.min(LONGEST, cleaned.codePointCount(0, cleaned.length())));
        return cleaned.isEmpty() ? "dataset.cif" : cleaned.substring(0, end);
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf((char) one) >= 0) {
                encoded.append((char) one);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", one));
            }
        }
        return encoded.toString();
    }
}
