package io.github.icatimgcif.icatstub;

import java.util.Map;

/**
 * A request as it came.
 *
 * @param method      HTTP method
 * @param path        path without the query: {@code /icat/entityManager}
 * @param fields      query or form, decoded
 * @param contentType of the body; empty if there is none
 */
public record StubRequest(String method, String path, Map<String, String> fields, String contentType) {

    /** Whether it writes entities. */
    public boolean isWrite() {
        return method.equals("POST") && path.endsWith("/entityManager");
    }

    /** Whether it writes entities and completes a dataset: the second step of a registration. */
    public boolean isCompletion() {
        return isWrite() && entities().contains("\"complete\":true");
    }

    /** Whether it searches. */
    public boolean isSearch() {
        return method.equals("GET") && path.endsWith("/entityManager");
    }

    /** What is to be written, as JSON. */
    public String entities() {
        return fields.getOrDefault("entities", "");
    }

    /** What is searched. */
    public String query() {
        return fields.getOrDefault("query", "");
    }
}
