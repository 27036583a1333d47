package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.TestResult;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tests of checkImgCIF that look at no image, in its order. Every test is made, whatever the others found. */
public final class CheckImgCif {

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

    private static final Set<String> CATEGORIES = Set.of(
            "axis",
            "array_data",
            "array_data_external_data",
            "array_element_size",
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

    private CheckImgCif() {}

    /** Whether any test looks at a category; in upper or lower case. */
    public static boolean looksAt(String category) {
        return CATEGORIES.contains(category.toLowerCase(Locale.ROOT));
    }

    /** The items that it wants of every file. */
    public static List<String> requiredItems() {
        return RequiredItems.REQUIRED;
    }

    /** What checkImgCIF says of a block. Of a file it judges the first block only. */
    public static BlockReport judge(DataBlock block) {
        OriginalBlock seen = new OriginalBlock(block);
        return new BlockReport(
                block.name(), TESTS.stream().map(test -> judge(test, seen)).toList());
    }

    private static TestResult judge(OriginalTest test, OriginalBlock block) {
        Messages messages = new Messages(test.name());
        try {
            test.run(block, messages);
            return new TestResult(test.name(), messages.remarks());
        } catch (CannotBeTested e) {
            Messages only = new Messages(test.name());
            only.fail("Unable to carry out test, assume missing or bad value");
            return new TestResult(test.name(), only.remarks());
        }
    }
}
