package io.github.icatimgcif.judge.file;

/** Whose tests are made. */
public enum Tests {
    /** Our own, of every block with all its detectors, elements and arrays. */
    OWN,
    /** Those of checkImgCIF, with its verdicts and messages: the first block, one element. */
    CHECKIMGCIF
}
