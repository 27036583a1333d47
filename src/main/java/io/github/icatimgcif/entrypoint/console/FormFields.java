package io.github.icatimgcif.entrypoint.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a form as a browser sends it, {@code application/x-www-form-urlencoded}. */
final class FormFields {

    private static final int MOST = 2000;

    private final Map<String, List<String>> fields;

    private FormFields(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if the body is no such form
     */
    static FormFields of(String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String[] pairs = body.isEmpty() ? new String[0] : body.split("&");
        if (pairs.length > MOST) {
            throw new IllegalArgumentException("the form has more than " + MOST + " fields");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
        return new FormFields(fields);
    }

    /** What was filled in, without spaces around it; empty if nothing was. */
    Optional<String> said(String name) {
        return Optional.of(raw(name).strip()).filter(text -> !text.isEmpty());
    }

    /** A field as it was sent; empty text if it was not. */
    String raw(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** All values of a field, as of boxes that were ticked. */
    List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
