package io.github.icatimgcif.finding;

/** How much a finding weighs. */
public enum Severity {
    /** Good to know; nothing to do. */
    NOTE,
    /** The imgCIF is usable; something was assumed or could be better. */
    WARNING,
    /** The imgCIF would say something untrue or lacks something it must have; it is not registered. */
    ERROR
}
