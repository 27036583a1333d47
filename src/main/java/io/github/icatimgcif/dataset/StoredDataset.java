package io.github.icatimgcif.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset as a facility announces it when it has been stored.
 *
 * @param name        the dataset's name; repeats between samples, so it is no identity. Empty text if not said: then it is the name
 *                    that is known of the dataset already, or else that of {@link #named}
 * @param proposal    the proposal it belongs to (ICAT: name of the investigation)
 * @param sample      name of the sample; may be empty where the facility gives none
 * @param location    absolute folder (or file) of the data, normalised; this is the identity
 * @param parameters  parameter names and their values as text, as announced
 * @param input       locations of the raw datasets this one was made from; empty for a raw dataset
 * @param catalogueId its id in the catalogue, where the event knows it
 * @param beamline    the beamline it was announced for; empty if not said
 * @param startDate   start of collection as announced, ISO 8601; empty if not said
 * @param endDate     end of collection as announced, ISO 8601; empty if not said
 */
public record StoredDataset(
        String name,
        String proposal,
        String sample,
        String location,
        Map<String, String> parameters,
        List<String> input,
        Optional<Long> catalogueId,
        Optional<String> beamline,
        Optional<String> startDate,
        Optional<String> endDate) {

    public StoredDataset {
        if (location.isBlank()) {
            throw new IllegalArgumentException("a stored dataset has a location");
        }
        location = normalised(location);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        input = List.copyOf(input);
    }

    /** A raw dataset of which no more than its place in the catalogue is known. */
    public static StoredDataset raw(
            String name, String proposal, String sample, String location, Optional<Long> catalogueId) {
        return new StoredDataset(
                name,
                proposal,
                sample,
                location,
                Map.of(),
                List.of(),
                catalogueId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same dataset; one whose name was not said is called as its folder is. */
    public StoredDataset named() {
        if (!name.isEmpty()) {
            return this;
        }
        String last = location.substring(location.lastIndexOf('/') + 1);
        return new StoredDataset(
                last.isEmpty() ? location : last,
                proposal,
                sample,
                location,
                parameters,
                input,
                catalogueId,
                beamline,
                startDate,
                endDate);
    }

    /** What distinguishes this dataset from all others of the facility: its location. */
    public String identity() {
        return location;
    }

    /** The value of a parameter, if it was announced. */
    public Optional<String> parameter(String parameterName) {
        return Optional.ofNullable(parameters.get(parameterName));
    }

    private static String normalised(String location) {
        // "/./" is the same folder too; ".." is not taken out, as it may lead through a link.
        String shortened = location.strip().replaceAll("/(\\.?/)+", "/").replaceAll("/\\.$", "/");
        return shortened.length() > 1 && shortened.endsWith("/")
                ? shortened.substring(0, shortened.length() - 1)
                : shortened;
    }
}
