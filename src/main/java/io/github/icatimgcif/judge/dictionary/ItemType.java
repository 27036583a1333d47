package io.github.icatimgcif.judge.dictionary;

/**
 * What kind of value an item has, in the words of DDLm.
 *
 * @param purpose   {@code Measurand}, {@code Link}, {@code SU} ...; only a measurand may have a standard uncertainty
 * @param container {@code Single}, {@code List}, {@code Matrix}, {@code Array}, {@code Table}
 * @param contents  {@code Real}, {@code Integer}, {@code Text} ...
 * @param dimension {@code [3,3]}; empty if the dictionary gives none
 */
public record ItemType(String purpose, String container, String contents, String dimension) {

    /** Whether the value is a number with a standard uncertainty or may have one. */
    public boolean isMeasurand() {
        return purpose.equalsIgnoreCase("Measurand");
    }

    /** Whether the value is the standard uncertainty of the item that is linked. */
    public boolean isUncertainty() {
        return purpose.equalsIgnoreCase("SU");
    }

    /** Whether the value is one value and no list or table. */
    public boolean isSingle() {
        return container.equalsIgnoreCase("Single");
    }
}
