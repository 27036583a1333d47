package io.github.icatimgcif.provenance;

/**
 * Under which name a source says something: {@code nxmx:instrument/beam/incident_wavelength}, {@code parameter:MX_flux},
 * {@code beamline:source/device}.
 *
 * @param vocabulary whose word it is: {@code nxmx}, {@code parameter} (ICAT parameter names, wherever they were found),
 *                   {@code beamline}, {@code refined} (what processing of the data found), {@code catalogue} (fields of a catalogue's own entities)
 * @param name       the name in that vocabulary
 */
public record SourceTerm(String vocabulary, String name) {

    /** Vocabulary of the parameter names that ICAT, events and metadata.json share. */
    public static final String PARAMETER = "parameter";

    /** Vocabulary of NXmx: the path below the NXentry, with the class' usual group names. */
    public static final String NXMX = "nxmx";

    /** Vocabulary of full CBF: items of the imgCIF dictionary, without the leading underscore. */
    public static final String IMGCIF = "imgcif";

    /** Vocabulary of the beamline files. */
    public static final String BEAMLINE = "beamline";

    /** Vocabulary of what persons state: items of the imgCIF dictionary, without the leading underscore, in the sense of the item. */
    public static final String STATED = "stated";

    /** Vocabulary of what programs refined that processed the data. */
    public static final String REFINED = "refined";

    /** Vocabulary of what a catalogue knows of a dataset besides its parameters: {@code catalogue:doi}. */
    public static final String CATALOGUE = "catalogue";

    /**
     * Reads {@code vocabulary:name}.
     *
     * @throws IllegalArgumentException if the text has no colon
     */
    public static SourceTerm parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("not a source term: '" + text + "'; it has the form vocabulary:name");
        }
        return new SourceTerm(text.substring(0, colon), text.substring(colon + 1));
    }

    /** An ICAT parameter name. */
    public static SourceTerm parameter(String name) {
        return new SourceTerm(PARAMETER, name);
    }

    @Override
    public String toString() {
        return vocabulary + ":" + name;
    }
}
