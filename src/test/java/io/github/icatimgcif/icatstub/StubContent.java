package io.github.icatimgcif.icatstub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a test puts into the stub's catalogue, and what it finds there afterwards. */
public final class StubContent {

    private static final String ROOT = "simple/root";

    private final StubStore store;

    StubContent(StubStore store) {
        this.store = store;
    }

    StubStore store() {
        return store;
    }

    /** Puts an entity in: fields with texts, numbers, truths and instants; references with the id they lead to. */
    public long add(String entity, Map<String, Object> fields) {
        return store.locked(() -> filled(store.make(type(entity), ROOT), fields));
    }

    /** The same with an id of one's own. */
    public long add(String entity, long id, Map<String, Object> fields) {
        return store.locked(() -> filled(store.make(type(entity), ROOT, id), fields));
    }

    /** Changes fields of an entity, as an administrator does. */
    public void change(String entity, long id, Map<String, Object> fields) {
        store.locked(() -> {
            StubEntity changed = store.byId(entity, id).orElseThrow(() -> StubRefusal.missing(entity, id));
            changed.touch(ROOT, store.now());
            return filled(changed, fields);
        });
    }

    /** Deletes an entity with its children, as an administrator does. */
    public void remove(String entity, long id) {
        store.locked(() -> {
            store.remove(store.byId(entity, id).orElseThrow(() -> StubRefusal.missing(entity, id)));
            return id;
        });
    }

    /** Id of the entity of that type and name. */
    public long id(String entity, String name) {
        return store.locked(() -> store.all(entity).stream()
                .filter(one -> one.text("name").equals(name))
                .findFirst()
                .map(StubEntity::id)
                .orElseThrow(() -> new IllegalArgumentException("the stub has no " + entity + " " + name)));
    }

    /** A parameter type of the facility that is applicable to datasets and enforces nothing. */
    public long addParameterType(String name, String units, String valueType) {
        return add(
                "ParameterType",
                Map.of(
                        "facility",
                        1L,
                        "name",
                        name,
                        "units",
                        units,
                        "valueType",
                        valueType,
                        "applicableToDataset",
                        true));
    }

    /** A parameter of a dataset; a Double is a numericValue, an Instant a dateTimeValue, else it is a stringValue. */
    public long addParameter(long dataset, String type, Object value) {
        String field = value instanceof Double
                ? "numericValue"
                : value instanceof java.time.Instant ? "dateTimeValue" : "stringValue";
        return add("DatasetParameter", Map.of("dataset", dataset, "type", id("ParameterType", type), field, value));
    }

    /** A proposal's visit. */
    public long addInvestigation(String proposal, String visit) {
        return add(
                "Investigation",
                Map.of("facility", 1L, "name", proposal, "visitId", visit, "title", proposal + " on " + visit));
    }

    /** A complete raw dataset. */
    public long addDataset(long investigation, String name, String location) {
        return add(
                "Dataset",
                Map.of(
                        "investigation",
                        investigation,
                        "name",
                        name,
                        "location",
                        location,
                        "complete",
                        true,
                        "type",
                        id("DatasetType", "acquisition")));
    }

    /** All datasets, in the order of their ids. */
    public List<StubDataset> datasets() {
        return datasets(any -> true);
    }

    /** The dataset of that name. */
    public Optional<StubDataset> dataset(String name) {
        return datasets(one -> one.text("name").equals(name)).stream().findFirst();
    }

    /** All jobs, in the order of their ids. */
    public List<StubJob> jobs() {
        return store.locked(() -> {
            Map<StubEntity, List<Long>> members = membersOfCollections();
            return store.all("Job").stream().map(one -> job(one, members)).toList();
        });
    }

    /** How many entities of a type there are. */
    public int count(String entity) {
        return store.locked(() -> store.all(entity).size());
    }

    private long filled(StubEntity made, Map<String, Object> fields) {
        fields.forEach((field, value) -> {
            String target = made.type().toOne().getOrDefault(field, "");
            made.set(
                    field,
                    target.isEmpty()
                            ? value
                            : store.byId(target, ((Number) value).longValue())
                                    .orElseThrow(() -> StubRefusal.missing(target, ((Number) value).longValue())));
        });
        return made.id();
    }

    private List<StubDataset> datasets(Predicate<StubEntity> wanted) {
        return store.locked(() -> {
            // Each is looked at once, not once for every dataset.
            Map<StubEntity, List<StubEntity>> parameters = byDataset("DatasetParameter", wanted);
            Map<StubEntity, List<StubEntity>> files = byDataset("Datafile", wanted);
            return store.all("Dataset").stream()
                    .filter(wanted)
                    .map(one ->
                            dataset(one, parameters.getOrDefault(one, List.of()), files.getOrDefault(one, List.of())))
                    .toList();
        });
    }

    private Map<StubEntity, List<StubEntity>> byDataset(String entity, Predicate<StubEntity> wanted) {
        Map<StubEntity, List<StubEntity>> found = new HashMap<>();
        for (StubEntity one : store.all(entity)) {
            one.reference("dataset")
                    .filter(wanted)
                    .ifPresent(dataset -> found.computeIfAbsent(dataset, any -> new ArrayList<>())
                            .add(one));
        }
        return found;
    }

    private static StubDataset dataset(StubEntity one, List<StubEntity> parametersOfIt, List<StubEntity> filesOfIt) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<StubDataset.File> files = new ArrayList<>();
        parametersOfIt.forEach(parameter -> parameters.put(
                parameter.reference("type").orElseThrow().text("name"),
                parameter
                        .value("stringValue")
                        .or(() -> parameter.value("numericValue"))
                        .or(() -> parameter.value("dateTimeValue"))
                        .map(Object::toString)
                        .orElse("")));
        filesOfIt.forEach(file -> files.add(new StubDataset.File(
                file.text("name"),
                file.text("location"),
                (Long) file.value("fileSize").orElse(-1L),
                file.text("checksum"))));
        return new StubDataset(
                one.id(),
                one.text("name"),
                one.text("location"),
                one.reference("type").map(type -> type.text("name")).orElse(""),
                one.value("complete").equals(Optional.of(true)),
                parameters,
                files);
    }

    private static StubJob job(StubEntity one, Map<StubEntity, List<Long>> members) {
        StubEntity application = one.reference("application").orElseThrow();
        return new StubJob(
                one.id(),
                application.text("name") + " " + application.text("version"),
                datasetsOf(one.reference("inputDataCollection"), members),
                datasetsOf(one.reference("outputDataCollection"), members));
    }

    private static List<Long> datasetsOf(Optional<StubEntity> collection, Map<StubEntity, List<Long>> members) {
        return collection.map(one -> members.getOrDefault(one, List.of())).orElse(List.of());
    }

    /** Each member is looked at once, not once for every job. */
    private Map<StubEntity, List<Long>> membersOfCollections() {
        Map<StubEntity, List<Long>> members = new HashMap<>();
        for (StubEntity member : store.all("DataCollectionDataset")) {
            members.computeIfAbsent(member.reference("dataCollection").orElseThrow(), any -> new ArrayList<>())
                    .add(member.reference("dataset").orElseThrow().id());
        }
        return members;
    }

    private static StubSchema.Type type(String entity) {
        return StubSchema.type(entity)
                .orElseThrow(() -> new IllegalArgumentException("the stub knows no entity " + entity));
    }
}
