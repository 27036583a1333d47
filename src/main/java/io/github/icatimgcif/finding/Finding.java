package io.github.icatimgcif.finding;

/**
 * What is to be told to a person about a dataset.
 *
 * @param severity how much it weighs
 * @param subject  what it is about: an item ({@code _diffrn_radiation_wavelength.value}), a place in a raw file, or a check
 * @param message  what is wrong and what would be right, in words a scientist understands
 */
public record Finding(Severity severity, String subject, String message) {

    /** Something good to know. */
    public static Finding note(String subject, String message) {
        return new Finding(Severity.NOTE, subject, message);
    }

    /** Something assumed, or that could be better. */
    public static Finding warning(String subject, String message) {
        return new Finding(Severity.WARNING, subject, message);
    }

    /** Something that forbids to register the imgCIF. */
    public static Finding error(String subject, String message) {
        return new Finding(Severity.ERROR, subject, message);
    }

    /** Whether this finding forbids to register the imgCIF. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
