package io.github.icatimgcif.judge.checkimgcif;

/** One test of checkImgCIF. */
interface OriginalTest {

    /** Its name there. */
    String name();

    /**
     * Says what the original says of the block.
     *
     * @throws CannotBeTested where the original gives up the test
     */
    void run(OriginalBlock block, Messages messages);
}
