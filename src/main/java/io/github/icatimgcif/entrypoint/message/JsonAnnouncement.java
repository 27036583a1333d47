package io.github.icatimgcif.entrypoint.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.message.AnnouncedFacts.Fact;
import java.util.Locale;
import java.util.Optional;

/** The facts of an announcement that is a JSON object. */
final class JsonAnnouncement {

    private final JsonNode message;
    private final AnnouncedFacts facts = new AnnouncedFacts("\"path\"");

    JsonAnnouncement(JsonNode message) {
        this.message = message;
    }

    /** The dataset that it announces. */
    StoredDataset dataset() {
        text("path").ifPresent(facts::path);
        text("datasetName", Fact.NAME);
        text("proposalName", Fact.PROPOSAL);
        text("sampleIdentifier", Fact.SAMPLE);
        parameters();
        input();
        catalogueId();
        text("beamline", Fact.BEAMLINE);
        text("startDate", Fact.START_DATE);
        text("endDate", Fact.END_DATE);
        return facts.dataset();
    }

    private void text(String name, Fact fact) {
        text(name).ifPresent(text -> facts.text(fact, quoted(name), text));
    }

    /** A field that is text; empty if it is missing or null. */
    private Optional<String> text(String name) {
        return field(name).map(field -> {
            if (!field.isTextual()) {
                throw new NotAnnouncement(quoted(name) + " is no text but " + kind(field));
            }
            return field.textValue();
        });
    }

    /** The id of the dataset in the catalogue: a positive whole number, or its digits as text. */
    private void catalogueId() {
        field("icatDatasetId").ifPresent(field -> {
            String digits = field.isIntegralNumber() || field.isTextual() ? field.asText() : "";
            if (!digits.matches("[0-9]{1,18}") || Long.parseLong(digits) == 0) {
                throw new NotAnnouncement(
                        "\"icatDatasetId\" is no positive whole number: " + ShortText.of(field.toString()));
            }
            facts.catalogueId(Long.parseLong(digits));
        });
    }

    private void parameters() {
        field("parameters").ifPresent(field -> {
            if (!field.isObject()) {
                throw new NotAnnouncement("\"parameters\" is no object of names and texts but " + kind(field));
            }
            field.properties().forEach(entry -> parameter(entry.getKey(), entry.getValue()));
        });
    }

    private void parameter(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (value.isContainerNode()) {
            throw new NotAnnouncement("the parameter " + quoted(ShortText.of(name)) + " is no text but " + kind(value));
        }
        facts.parameter(name, value.isNumber() ? value.decimalValue().toString() : value.asText());
    }

    private void input() {
        field("input").ifPresent(field -> {
            if (!field.isArray()) {
                throw new NotAnnouncement("\"input\" is no list of paths but " + kind(field));
            }
            for (JsonNode location : field) {
                if (!location.isTextual()) {
                    throw new NotAnnouncement("\"input\" has something in it that is no path but " + kind(location));
                }
                facts.input(location.textValue());
            }
        });
    }

    private Optional<JsonNode> field(String name) {
        JsonNode field = message.path(name);
        return field.isMissingNode() || field.isNull() ? Optional.empty() : Optional.of(field);
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private static String kind(JsonNode node) {
        return "of kind " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
