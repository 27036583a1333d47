package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.image.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tests of checkImgCIF, in its order: those of the text, and whether the archives are there if that may be asked. Every test is made, whatever the others found. */
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

    /** What checkImgCIF says of a block without looking at anything besides, as with {@code -n}. */
    public static BlockReport judge(DataBlock block) {
        return judge(block, Evidence.NONE);
    }

    /**
     * What checkImgCIF says of a block. Of a file it judges the first block only.
     *
     * @param evidence what may be looked at besides; whether archives are accessible is asked only where there are files
     */
    public static BlockReport judge(DataBlock block, Evidence evidence) {
        OriginalBlock seen = new OriginalBlock(block);
        List<OriginalTest> tests = new ArrayList<>(TESTS);
        evidence.files().ifPresent(files -> tests.add(new ArchivesAccessible(files)));
        return new BlockReport(
                block.name(), tests.stream().map(test -> judge(test, seen)).toList());
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
