package io.github.icatimgcif.icatstub;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** What users may do in the played ICAT, as {@code CREATE Job} or {@code READ Dataset}, and what was tried of it. */
final class StubRights {

    private static final Set<String> INGEST_MAY_WRITE = Set.of(
            "Dataset",
            "Datafile",
            "DatasetParameter",
            "DatasetInstrument",
            "DataCollection",
            "DataCollectionDataset",
            "Job");

    private final Set<String> allowed = ConcurrentHashMap.newKeySet();
    private final Set<String> tried = new ConcurrentSkipListSet<>();

    /** As one that ingests has them: he reads everything. */
    StubRights() {
        StubSchema.names().forEach(entity -> allowed.add("READ " + entity));
        INGEST_MAY_WRITE.forEach(entity -> write(entity, true));
    }

    /** Lets write entities of a type, or not any more. */
    void write(String entity, boolean isAllowed) {
        Set<String> rights = Set.of("CREATE " + entity, "UPDATE " + entity);
        if (isAllowed) {
            allowed.addAll(rights);
        } else {
            allowed.removeAll(rights);
        }
    }

    /** These and no others. */
    void only(Set<String> rights) {
        allowed.clear();
        allowed.addAll(rights);
    }

    /** Whether it is allowed; it is noted as tried. */
    boolean permits(String action, String entity) {
        String right = action + " " + entity;
        tried.add(right);
        return allowed.contains(right);
    }

    /** Notes tables that a query speaks of. */
    void read(Collection<String> entities) {
        entities.forEach(entity -> tried.add("READ " + entity));
    }

    /** All that was tried so far. */
    Set<String> tried() {
        return Set.copyOf(tried);
    }
}
