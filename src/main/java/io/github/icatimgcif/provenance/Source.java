package io.github.icatimgcif.provenance;

/** The kinds of source a value may come from, the most trusted first. */
public enum Source {
    /** The raw file itself: what the detector or the beamline control wrote beside the pixels. */
    RAW_FILE,
    /** {@code metadata.json} beside the data: the parameters with their types and full precision. */
    METADATA_FILE,
    /** The parameters that came with the event, as text. */
    EVENT,
    /** The parameters that the catalogue keeps, often rounded. */
    CATALOGUE,
    /** What somebody stated of this dataset, where nothing that was recorded says it. */
    PERSON,
    /** What is known of the beamline at that date. */
    BEAMLINE,
    /** What a program refined that processed the data: never of what was measured. */
    PROCESSING,
    /** What the service itself concluded. */
    SERVICE
}
