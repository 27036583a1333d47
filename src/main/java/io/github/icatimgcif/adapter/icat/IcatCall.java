package io.github.icatimgcif.adapter.icat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request to ICAT. Session ids stand in the path or the fields, so its text is for nobody: messages use {@link #title()}.
 *
 * @param method   HTTP method
 * @param resource first part of the path below the base: {@code session}, {@code entityManager}
 * @param session  second part of the path; empty if there is none
 * @param fields   form fields of a POST, else the query, in order
 */
record IcatCall(String method, String resource, String session, Map<String, String> fields) {

    IcatCall {
        fields = new LinkedHashMap<>(fields);
    }

    static IcatCall get(String resource) {
        return new IcatCall("GET", resource, "", Map.of());
    }

    static IcatCall onSession(String method, String session) {
        return new IcatCall(method, "session", session, Map.of());
    }

    static IcatCall login(String json) {
        return new IcatCall("POST", "session", "", Map.of("json", json));
    }

    static IcatCall search(String session, String query) {
        return new IcatCall("GET", "entityManager", "", ordered("sessionId", session, "query", query));
    }

    static IcatCall status(String session, String datasets) {
        return new IcatCall("GET", "getStatus", "", ordered("sessionId", session, "datasetIds", datasets));
    }

    static IcatCall prepare(String session, String datasets) {
        return new IcatCall("POST", "prepareData", "", ordered("sessionId", session, "datasetIds", datasets));
    }

    static IcatCall write(String session, String entities) {
        return new IcatCall("POST", "entityManager", "", ordered("sessionId", session, "entities", entities));
    }

    /** What was asked, without the session: {@code GET entityManager}. */
    String title() {
        return method + " " + resource;
    }

    /** Path and query below the base, percent-encoded. */
    String target() {
        String path = "/" + resource + (session.isEmpty() ? "" : "/" + encoded(session));
        return method.equals("POST") || fields.isEmpty() ? path : path + "?" + form();
    }

    /** The fields as application/x-www-form-urlencoded. */
    String form() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return title();
    }

    private static String encoded(String text) {
        // A plus sign means a space only in forms; %20 means it everywhere.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> ordered(String key1, String value1, String key2, String value2) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(key1, value1);
        fields.put(key2, value2);
        return fields;
    }
}
