package io.github.icatimgcif.entrypoint.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of an announcement, each with its own rules. */
final class MessageFields {

    // PATH_MAX of Linux.
    private static final int LONGEST_PATH = 4096;

    private final JsonNode message;

    MessageFields(JsonNode message) {
        this.message = message;
    }

    /** The absolute path of the data. */
    String path() {
        String path = text("path")
                .orElseThrow(() -> new NotAnnouncement("no path: give the absolute folder of the data as \"path\""));
        if (!path.startsWith("/")) {
            throw new NotAnnouncement("the path is not absolute: '" + shortened(path) + "' has to begin with /");
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new NotAnnouncement(
                    "the path is longer than " + LONGEST_PATH + " bytes: no file system has such a one");
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw new NotAnnouncement("the path has a control character in it");
        }
        if (List.of(path.split("/", -1)).contains("..")) {
            throw new NotAnnouncement(
                    "the path has a part '..': give it without, as the same folder must have one name");
        }
        return path;
    }

    /** A field that is text, stripped; empty if it is missing, null or blank. */
    Optional<String> text(String name) {
        JsonNode field = message.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return Optional.empty();
        }
        if (!field.isTextual()) {
            throw new NotAnnouncement("\"" + name + "\" is no text but " + kind(field));
        }
        return Optional.of(storable(name, field.textValue()).strip()).filter(text -> !text.isEmpty());
    }

    /** The id of the dataset in the catalogue: a positive whole number, or its digits as text. */
    Optional<Long> catalogueId() {
        JsonNode field = message.path("icatDatasetId");
        if (field.isMissingNode() || field.isNull()) {
            return Optional.empty();
        }
        String digits = field.isIntegralNumber() || field.isTextual() ? field.asText() : "";
        if (!digits.matches("[0-9]{1,18}") || Long.parseLong(digits) == 0) {
            throw new NotAnnouncement("\"icatDatasetId\" is no positive whole number: " + shortened(field.toString()));
        }
        return Optional.of(Long.parseLong(digits));
    }

    /** Parameter names and values. */
    Map<String, String> parameters() {
        JsonNode field = message.path("parameters");
        Map<String, String> parameters = new LinkedHashMap<>();
        if (field.isMissingNode() || field.isNull()) {
            return parameters;
        }
        if (!field.isObject()) {
            throw new NotAnnouncement("\"parameters\" is no object of names and texts but " + kind(field));
        }
        field.properties().forEach(entry -> {
            String name = storable("a parameter name", entry.getKey());
            scalar(name, entry.getValue()).ifPresent(value -> parameters.put(name, value));
        });
        return parameters;
    }

    /** Locations of the datasets this one was made from. */
    List<String> input() {
        JsonNode field = message.path("input");
        List<String> locations = new ArrayList<>();
        if (field.isMissingNode() || field.isNull()) {
            return locations;
        }
        if (!field.isArray()) {
            throw new NotAnnouncement("\"input\" is no list of paths but " + kind(field));
        }
        for (JsonNode location : field) {
            if (!location.isTextual()) {
                throw new NotAnnouncement("\"input\" has something in it that is no path but " + kind(location));
            }
            locations.add(storable("input", location.textValue()));
        }
        return locations;
    }

    private static Optional<String> scalar(String name, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainerNode()) {
            throw new NotAnnouncement("the parameter \"" + shortened(name) + "\" is no text but " + kind(value));
        }
        return Optional.of(value.isNumber() ? value.decimalValue().toString() : storable(name, value.asText()));
    }

    /** PostgreSQL keeps no U+0000, and half a surrogate pair is no character: it would be another text when read again. */
    private static String storable(String name, String text) {
        if (text.indexOf(0) >= 0) {
            throw new NotAnnouncement("\"" + shortened(name) + "\" has the character U+0000 in it");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new NotAnnouncement("\"" + shortened(name) + "\" has half a surrogate pair in it");
        }
        return text;
    }

    private static String kind(JsonNode node) {
        return "of kind " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "...";
    }
}
