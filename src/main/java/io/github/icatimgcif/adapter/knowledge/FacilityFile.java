package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.conversion.Facility;
import io.github.icatimgcif.conversion.map.LinkTemplates;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import io.github.icatimgcif.conversion.register.RegistrationTarget;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code facilities/<facility>.yaml}. */
public final class FacilityFile {

    private static final List<String> USUAL_FOLDERS =
            List.of("{proposal}/{beamline}/{session}/RAW_DATA", "{proposal}/{session}/RAW_DATA");

    private FacilityFile() {}

    /**
     * The facility of this short name.
     *
     * @throws MistakeInConfiguration if its file says something that cannot be meant
     * @throws IllegalArgumentException if there is no such file; names those there are
     */
    public static Facility read(FacilityFiles files, String facility) {
        String file = "facilities/" + facility + ".yaml";
        Map<String, String> known = files.below("facilities");
        String text = known.get(file);
        if (text == null) {
            throw new IllegalArgumentException(
                    "there is no " + file + "; known are " + String.join(", ", known.keySet()));
        }
        YamlValue root = YamlValue.read(file, text);
        root.onlyKeys(
                "id",
                "dataRoots",
                "imgCifPath",
                "externalUri",
                "portalUri",
                "doiUri",
                "programNames",
                "skippedScanTypes",
                "datasetFolders",
                "registration",
                "catalogue");
        if (!root.at("id").text().equals(facility)) {
            throw root.at("id").mistake("the id must be that of the file name, '" + facility + "'");
        }
        if (root.texts("programNames").isEmpty()) {
            throw root.mistake("programNames is empty: without it the service would convert its own output");
        }
        return new Facility(
                facility,
                roots(root),
                root.at("imgCifPath").text(),
                root.at("externalUri").text(),
                root.texts("programNames"),
                new HashSet<>(root.texts("skippedScanTypes")),
                target(root),
                catalogueNames(root.at("catalogue")));
    }

    /**
     * How raw data lie below the data roots of a facility, for a scan of the disk: templates of paths.
     *
     * @throws MistakeInConfiguration if its file says something that cannot be meant
     * @throws IllegalArgumentException if there is no such file
     */
    public static List<String> datasetFolders(FacilityFiles files, String facility) {
        read(files, facility);
        String file = "facilities/" + facility + ".yaml";
        YamlValue root = YamlValue.read(file, files.below("facilities").getOrDefault(file, ""));
        return root.find("datasetFolders").isPresent() ? root.texts("datasetFolders") : USUAL_FOLDERS;
    }

    /**
     * How the links of a downloaded imgCIF may be written.
     *
     * @throws MistakeInConfiguration if its file says something that cannot be meant
     * @throws IllegalArgumentException if there is no such file
     */
    public static LinkTemplates linkTemplates(FacilityFiles files, String facility) {
        read(files, facility);
        String file = "facilities/" + facility + ".yaml";
        YamlValue root = YamlValue.read(file, files.below("facilities").getOrDefault(file, ""));
        for (String key : List.of("portalUri", "doiUri")) {
            root.findText(key).flatMap(LinkTemplates::mistake).ifPresent(mistake -> {
                throw root.at(key).mistake(mistake);
            });
        }
        return new LinkTemplates(
                root.at("externalUri").text(),
                root.findText("portalUri"),
                root.findText("doiUri").orElse(LinkTemplates.USUAL_DOI));
    }

    /** Relative roots lie below the folder in which the service runs. */
    private static List<Path> roots(YamlValue root) {
        return root.texts("dataRoots").stream()
                .map(text -> Path.of(text).toAbsolutePath().normalize())
                .toList();
    }

    /** The catalogue itself where nothing is said. */
    private static RegistrationTarget target(YamlValue root) {
        String target = root.findText("registration").orElse("icat");
        return switch (target) {
            case "icat" -> RegistrationTarget.ICAT;
            case "storeDataset" -> RegistrationTarget.STORE_DATASET;
            case "both" -> RegistrationTarget.BOTH;
            default ->
                throw root.at("registration")
                        .mistake("the registration '" + target + "' is not known; known are icat, storeDataset, both");
        };
    }

    private static CatalogueNames catalogueNames(YamlValue value) {
        value.onlyKeys(
                "facility",
                "rawType",
                "processedType",
                "format",
                "application",
                "applicationVersion",
                "parameters",
                "mayCreate");
        Map<Fact, String> parameters = new EnumMap<>(Fact.class);
        value.find("parameters")
                .ifPresent(names ->
                        names.mapping().forEach((fact, name) -> parameters.put(fact(name, fact), name.text())));
        return new CatalogueNames(
                value.findText("facility").orElse(""),
                value.at("rawType").text(),
                value.at("processedType").text(),
                value.at("format").text(),
                value.at("application").text(),
                value.at("applicationVersion").text(),
                parameters,
                value.at("mayCreate").yes());
    }

    /** {@code inputDatasetIds} is {@link Fact#INPUT_DATASET_IDS}. */
    private static Fact fact(YamlValue value, String name) {
        return Arrays.stream(Fact.values())
                .filter(fact -> word(fact).equals(name))
                .findFirst()
                .orElseThrow(() -> value.mistake("the fact '" + name + "' is not known; known are "
                        + String.join(
                                ", ",
                                Arrays.stream(Fact.values())
                                        .map(FacilityFile::word)
                                        .toList())));
    }

    private static String word(Fact fact) {
        StringBuilder word = new StringBuilder();
        for (String part : fact.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }
}
