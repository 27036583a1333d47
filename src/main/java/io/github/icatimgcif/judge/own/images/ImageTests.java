package io.github.icatimgcif.judge.own.images;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.util.List;

/** The tests of a block that need images. Each image that is looked at is read once for all of them, and one at a time. */
public final class ImageTests {

    private ImageTests() {}

    /**
     * What is to be said of the images of a block.
     *
     * @param images reads them
     * @param files  where they are
     */
    public static List<TestResult> judge(DataBlock block, Images images, StoredFiles files) {
        SeenImages seen = SeenImages.of(block, images, files);
        return List.of(
                new TestResult(ImagesCanBeRead.NAME, ImagesCanBeRead.judge(seen)),
                new TestResult(ImagesAreAsDescribed.NAME, ImagesAreAsDescribed.judge(block, seen)),
                new TestResult(OverloadsAreTrue.NAME, OverloadsAreTrue.judge(seen)));
    }
}
