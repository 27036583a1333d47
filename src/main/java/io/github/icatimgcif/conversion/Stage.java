package io.github.icatimgcif.conversion;

/** The stages of a conversion, in order. */
public enum Stage {
    /** Everything known of the dataset is read. */
    COLLECT,
    /** What is missing is added from what is known of the beamline. */
    COMPLETE,
    /** It becomes the rows of an imgCIF. */
    MAP,
    /** The imgCIF is judged. */
    VALIDATE,
    /** It becomes a file. */
    WRITE,
    /** The catalogue is told. */
    REGISTER
}
