package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The tests of checkImgCIF in its order: those of the text, and whether the archives are there if that may be asked. Each of these is
 * made, whatever the others found; those that look at an image are made only of a block that passes all of these, as with its option
 * {@code -i}.
 */
public final class CheckImgCif {

    /** The test that says whether the original can judge a block at all: if it fails, what the others say means nothing. */
    public static final String LIMITATIONS = "Our limitations";

    private static final List<OriginalTest> TESTS = List.of(
            new RequiredItems(),
            new DataSource(),
            new AxesDefined(),
            new OurLimitations(),
            new DetectorTranslation(),
            new ScanRange(),
            new AllFramesPresent(),
            new SurfaceAxesUsedProperly(),
            new PixelSizeAndOrigin(),
            new BeamCentre(),
            new PrincipalAxis());

    private static final List<ImageTest> WITH_IMAGE =
            List.of(new ImageTypeAndDimensions(), new OverloadedValuesPresent());

    private static final Set<String> CATEGORIES = Set.of(
            "axis",
            "array_data",
            "array_data_external_data",
            "array_element_size",
            "array_intensities",
            "array_structure",
            "array_structure_list",
            "array_structure_list_axis",
            "diffrn",
            "diffrn_detector",
            "diffrn_detector_axis",
            "diffrn_detector_element",
            "diffrn_measurement_axis",
            "diffrn_radiation",
            "diffrn_radiation_wavelength",
            "diffrn_scan",
            "diffrn_scan_axis",
            "diffrn_scan_frame",
            "diffrn_scan_frame_axis");

    private static final String UNABLE = "Unable to carry out test, assume missing or bad value";

    private CheckImgCif() {}

    /** Whether any test looks at a category; in upper or lower case. */
    public static boolean looksAt(String category) {
        return CATEGORIES.contains(category.toLowerCase(Locale.ROOT));
    }

    /** The items that it wants of every file. */
    public static List<String> requiredItems() {
        return RequiredItems.REQUIRED;
    }

    /** What checkImgCIF says of a block without looking at anything besides, as with {@code -n}. */
    public static BlockReport judge(DataBlock block) {
        return judge(block, Evidence.NONE);
    }

    /**
     * What checkImgCIF says of a block. Of a file it judges the first block only.
     *
     * @param evidence what may be looked at besides; whether archives are accessible is asked only where there are files, and an
     *                 image is looked at only where images may be read too
     */
    public static BlockReport judge(DataBlock block, Evidence evidence) {
        OriginalBlock seen = new OriginalBlock(block);
        List<OriginalTest> ofWords = new ArrayList<>(TESTS);
        evidence.files().ifPresent(files -> ofWords.add(new ArchivesAccessible(files)));
        List<TestResult> results = new ArrayList<>();
        ofWords.forEach(test -> results.add(judge(test, seen)));
        boolean isPassed = results.stream().allMatch(TestResult::isPassed);
        if (isPassed && evidence.files().isPresent() && evidence.images().isPresent()) {
            results.addAll(
                    ofImage(seen, evidence.images().get(), evidence.files().get()));
        }
        return new BlockReport(block.name(), results);
    }

    /**
     * The tests of checkImgCIF that a block fails by its words, those of its links included that end the original before it asks for
     * any.
     */
    public static List<Failure> failures(DataBlock block) {
        OriginalBlock seen = new OriginalBlock(block);
        List<Failure> failures = new ArrayList<>();
        for (OriginalTest test : TESTS) {
            Messages messages = new Messages(test.name());
            try {
                test.run(seen, messages);
                messages.firstFailure().ifPresent(why -> failures.add(new Failure(test.name(), why)));
            } catch (CannotBeTested e) {
                failures.add(new Failure(test.name(), String.valueOf(e.getMessage())));
            }
        }
        ArchivesAccessible.mixture(seen).ifPresent(why -> failures.add(new Failure(ArchivesAccessible.NAME, why)));
        return failures;
    }

    /** The original dies where it cannot read the image; here the tests fail and say why. */
    private static List<TestResult> ofImage(OriginalBlock block, Images images, StoredFiles files) {
        try {
            OriginalImage image = OriginalImage.of(block, images, files);
            return WITH_IMAGE.stream()
                    .map(test -> result(test.name(), messages -> test.run(block, image, messages)))
                    .toList();
        } catch (ImageUnreadable e) {
            return failed("Image cannot be read: " + e.getMessage());
        } catch (CannotBeTested e) {
            return failed(UNABLE);
        }
    }

    private static List<TestResult> failed(String message) {
        return WITH_IMAGE.stream()
                .map(test -> result(test.name(), messages -> messages.fail(message)))
                .toList();
    }

    private static TestResult judge(OriginalTest test, OriginalBlock block) {
        return result(test.name(), messages -> test.run(block, messages));
    }

    private static TestResult result(String test, Consumer<Messages> run) {
        Messages messages = new Messages(test);
        try {
            run.accept(messages);
            return new TestResult(test, messages.remarks());
        } catch (CannotBeTested e) {
            Messages only = new Messages(test);
            only.fail(UNABLE);
            return new TestResult(test, only.remarks());
        }
    }
}
