package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Searches and writes of ICAT's entities in our session. */
final class IcatEntities {

    /** Writers lock the same few rows of the catalogue, so that more of them make more deadlocks and not more registrations. */
    private static final int MOST_WRITERS = 2;

    private final IcatServer server;
    private final IcatSession session;
    private final Semaphore writers = new Semaphore(MOST_WRITERS, true);

    IcatEntities(IcatServer server, IcatSession session) {
        this.server = server;
        this.session = session;
    }

    /**
     * The rows of a query that selects values. Nothing found and nothing allowed look the same: no rows.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if ICAT does not answer
     * @throws IcatRefusal if ICAT does not understand the query
     */
    List<IcatRow> rows(String query) {
        List<IcatRow> rows = new ArrayList<>();
        for (JsonNode row : found(query)) {
            rows.add(new IcatRow(
                    row.isArray() ? row : IcatAnswer.JSON.createArrayNode().add(row)));
        }
        return rows;
    }

    /** The objects of a query that selects entities of that name. */
    List<JsonNode> objects(String entity, String query) {
        List<JsonNode> objects = new ArrayList<>();
        found(query).forEach(object -> objects.add(object.path(entity)));
        return objects;
    }

    /**
     * Creates and changes entities in one transaction: all or nothing.
     *
     * @param entities each an object with one field, named for the entity
     * @return the ids of the new ones among them, in order
     * @throws io.github.icatimgcif.conversion.Unavailable if ICAT does not answer; then it may have been done or not
     * @throws IcatRefusal if nothing was done
     */
    List<Long> write(List<ObjectNode> entities) {
        ArrayNode array = IcatAnswer.JSON.createArrayNode().addAll(entities);
        writers.acquireUninterruptibly();
        try {
            return session.with(id -> {
                IcatCall call = IcatCall.write(id, array.toString());
                List<Long> ids = new ArrayList<>();
                server.call(call).content(call).forEach(made -> ids.add(made.asLong()));
                return ids;
            });
        } finally {
            writers.release();
        }
    }

    private JsonNode found(String query) {
        return session.with(id -> {
            IcatCall call = IcatCall.search(id, query);
            return server.call(call).content(call);
        });
    }

    /** A JPQL literal: in quotes, quotes doubled. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
