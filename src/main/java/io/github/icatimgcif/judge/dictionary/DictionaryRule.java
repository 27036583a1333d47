package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.finding.Severity;

/** The rules that a file is held against, each with its name in a report. */
public enum DictionaryRule {
    /** The file is CIF. */
    SYNTAX("CIF syntax"),
    /** The dictionary defines each item. */
    DEFINED("Defined names"),
    /** An item stands once in a data block, and a block once in a file. */
    ONCE("Each item once"),
    /** Names of the same item say the same. */
    ALIASES("Names of one item"),
    /** No item is used that the dictionary no longer wants to be used. */
    CURRENT("Items in use"),
    /** An item has the name of today. */
    NEW_NAME("Names of today"),
    /** An item of a Set category stands in no loop. */
    SINGLE_ROW("Set categories"),
    /** A loop is one category. */
    ONE_CATEGORY("One category a loop"),
    /** The items of a category stand in one loop. */
    ONE_LOOP("One loop a category"),
    /** A Loop category has its keys. */
    KEYS_GIVEN("Category keys"),
    /** No two rows have the same key. */
    KEYS_UNIQUE("Unique keys"),
    /** What an item points to is in the file. */
    LINKED_ITEMS("Linked items"),
    /** A value that points to another is among those. */
    LINKED_VALUES("Linked values"),
    /** A value is single, or a list or table of the right shape. */
    CONTAINER("Lists and tables"),
    /** A value is no binary section, of which dictionaries in DDLm say nothing. */
    BINARY("Binary sections"),
    /** A value is of the type of its item. */
    TYPE("Types"),
    /** Only a measured item has a standard uncertainty, and only one. */
    UNCERTAINTY("Standard uncertainties"),
    /** A value is one of those that the item may have. */
    STATES("Allowed values"),
    /** A number lies in its range. */
    RANGE("Ranges");

    private final String title;

    DictionaryRule(String title) {
        this.title = title;
    }

    /** Its name in a report. */
    public String title() {
        return title;
    }

    /** How much it weighs that it is broken: a name that the dictionary does not know spoils nothing that the others say. */
    Severity severity() {
        return switch (this) {
            case DEFINED, BINARY -> Severity.WARNING;
            case CURRENT, NEW_NAME -> Severity.NOTE;
            default -> Severity.ERROR;
        };
    }
}
