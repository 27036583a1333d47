package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks the configured names up in ICAT, creates what is missing where that is allowed, and says what is wrong. */
final class IcatNameLookup {

    private static final long NONE = -1;

    private final IcatEntities entities;
    private final CatalogueNames names;

    /**
     * What came of a look-up.
     *
     * @param known    all ids; empty if one is missing
     * @param problems what is missing or wrong
     */
    record Found(Optional<IcatNames.Known> known, List<String> problems) {
        Found {
            problems = List.copyOf(problems);
        }
    }

    IcatNameLookup(IcatEntities entities, CatalogueNames names) {
        this.entities = entities;
        this.names = names;
    }

    Found look() {
        List<String> problems = new ArrayList<>();
        Optional<Long> facility = facility(problems);
        if (facility.isEmpty()) {
            return new Found(Optional.empty(), problems);
        }
        long at = facility.get();
        long type = id(at, "DatasetType", Map.of("name", names.processedType()), problems);
        long format = format(at, problems);
        long application = id(
                at,
                "Application",
                Map.of("name", names.application(), "version", names.applicationVersion()),
                problems);
        Map<Fact, IcatParameterType> parameters = parameters(at, problems);
        Optional<IcatNames.Known> known = problems.isEmpty()
                ? Optional.of(new IcatNames.Known(type, format, application, parameters))
                : Optional.empty();
        // Worth telling, but no reason to stop: it may be one old entry.
        garbledUnits().ifPresent(problems::add);
        return new Found(known, problems);
    }

    private Optional<Long> facility(List<String> problems) {
        List<IcatRow> rows = entities.rows("SELECT f.id, f.name FROM Facility f").stream()
                .filter(row ->
                        names.facility().isEmpty() || row.text(1).orElse("").equals(names.facility()))
                .toList();
        if (rows.size() == 1) {
            return rows.get(0).id(0);
        }
        problems.add(
                names.facility().isEmpty()
                        ? "ICAT shows " + rows.size()
                                + " facilities: configure the name of ours, and let our user read it"
                        : "ICAT does not show a facility '" + names.facility() + "'");
        return Optional.empty();
    }

    /** Formats have versions, and imgCIF has several: the name alone decides, the newest entry wins. */
    private long format(long facility, List<String> problems) {
        return entities
                .rows("SELECT t.id, t.name FROM DatafileFormat t WHERE t.facility.id=" + facility + " AND t.name="
                        + IcatEntities.literal(names.format()))
                .stream()
                .filter(row -> row.text(1).orElse("").equals(names.format()))
                .flatMap(row -> row.id(0).stream())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> missing(
                        facility, "DatafileFormat", ordered("name", names.format(), "version", "1.0"), problems));
    }

    private long id(long facility, String entity, Map<String, String> key, List<String> problems) {
        Map<String, String> ordered = new TreeMap<>(key);
        String fields = ordered.keySet().stream().map(field -> ", t." + field).collect(Collectors.joining());
        String conditions = ordered.entrySet().stream()
                .map(field -> " AND t." + field.getKey() + "=" + IcatEntities.literal(field.getValue()))
                .collect(Collectors.joining());
        List<String> wanted = List.copyOf(ordered.values());
        return entities
                .rows("SELECT t.id" + fields + " FROM " + entity + " t WHERE t.facility.id=" + facility + conditions)
                .stream()
                .filter(row -> matches(row, wanted))
                .flatMap(row -> row.id(0).stream())
                .findFirst()
                .orElseGet(() -> missing(facility, entity, ordered, problems));
    }

    private static boolean matches(IcatRow row, List<String> wanted) {
        for (int column = 0; column < wanted.size(); column++) {
            if (!row.text(column + 1).orElse("").equals(wanted.get(column))) {
                return false;
            }
        }
        return true;
    }

    private long missing(long facility, String entity, Map<String, String> key, List<String> problems) {
        if (!names.mayCreate()) {
            problems.add("ICAT has no " + entity + " " + key
                    + "; an administrator has to create it, or let the service do so");
            return NONE;
        }
        try {
            ObjectNode made = IcatAnswer.JSON.createObjectNode();
            ObjectNode fields = made.putObject(entity);
            fields.putObject("facility").put("id", facility);
            key.forEach(fields::put);
            return entities.write(List.of(made)).get(0);
        } catch (IcatRefusal refusal) {
            problems.add("ICAT has no " + entity + " " + key + " and does not let the service create it: "
                    + refusal.reason());
            return NONE;
        }
    }

    private Map<Fact, IcatParameterType> parameters(long facility, List<String> problems) {
        Map<Fact, IcatParameterType> types = new EnumMap<>(Fact.class);
        if (names.parameters().isEmpty()) {
            return types;
        }
        Map<String, List<IcatParameterType>> byName = typesByName(facility);
        Map<String, Fact> taken = new HashMap<>();
        names.parameters().forEach((fact, name) -> {
            Fact other = taken.putIfAbsent(name, fact);
            if (other != null) {
                problems.add("the parameter '" + name + "' is configured for " + other + " and for " + fact
                        + "; ICAT takes a parameter once per dataset");
                return;
            }
            Optional<IcatParameterType> type = byName.getOrDefault(name, List.of()).stream()
                    .min(Comparator.comparing((IcatParameterType candidate) -> !candidate.ofDatasets())
                            .thenComparing(IcatParameterType::id));
            if (type.isEmpty()) {
                problems.add("ICAT has no ParameterType '" + name + "' (configured for " + fact
                        + "); an administrator has to create it, or take it out of the configuration");
            } else if (!type.get().ofDatasets()) {
                problems.add("the ParameterType '" + name + "' is not applicable to datasets; an administrator has to"
                        + " set applicableToDataset");
            } else {
                types.put(fact, type.get());
            }
        });
        return types;
    }

    private Map<String, List<IcatParameterType>> typesByName(long facility) {
        String wanted = names.parameters().values().stream()
                .distinct()
                .map(IcatEntities::literal)
                .collect(Collectors.joining(","));
        return entities
                .objects(
                        "ParameterType",
                        "SELECT t FROM ParameterType t WHERE t.facility.id=" + facility + " AND t.name IN (" + wanted
                                + ") INCLUDE t.permissibleStringValues")
                .stream()
                .map(IcatParameterType::of)
                .collect(Collectors.groupingBy(IcatParameterType::name));
    }

    /** A server that reads or keeps UTF-8 as something else shows it in units such as that of wavelengths. */
    private Optional<String> garbledUnits() {
        return entities.rows("SELECT DISTINCT t.units FROM ParameterType t").stream()
                .flatMap(row -> row.text(0).stream())
                .filter(units -> units.contains("\uFFFD")
                        || units.contains("\u00C3")
                        || units.contains("\u00C2")
                        || units.equals("?"))
                .findFirst()
                .map(units -> "ICAT gives the unit '" + units
                        + "', which is garbled text: its database or its connection does not use UTF-8");
    }

    private static Map<String, String> ordered(String key1, String value1, String key2, String value2) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(key1, value1);
        map.put(key2, value2);
        return map;
    }
}
