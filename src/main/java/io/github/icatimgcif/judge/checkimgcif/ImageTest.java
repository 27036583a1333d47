package io.github.icatimgcif.judge.checkimgcif;

/** One test of checkImgCIF that looks at an image. */
interface ImageTest {

    /** Its name there. */
    String name();

    /**
     * Says what the original says of the block and its image.
     *
     * @throws CannotBeTested where the original gives up the test
     */
    void run(OriginalBlock block, OriginalImage image, Messages messages);
}
