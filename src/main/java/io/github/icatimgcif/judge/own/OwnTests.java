package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.own.images.ImageTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges each block by all tests; every test is made, whatever the others found. */
public final class OwnTests {

    private static final List<BlockTest> TESTS = List.of(
            new RequiredItems(),
            new WavelengthIsPositive(),
            new AxesAreDefined(),
            new ElementsHaveTheirPlaces(),
            new DetectorIsBehindTheSample(),
            new ScanRangesAgree(),
            new AllFramesArePresent(),
            new FramesLeadToPixels(),
            new SurfaceAxesStandStill(),
            new FirstPixelIsAtItsCentre(),
            new BeamMeetsDetector(),
            new PrincipalAxisIsX(),
            new KeysAreUnique());

    private static final Set<String> OF_MEASUREMENTS =
            Set.of("axis", "diffrn_scan", "array_structure_list", "array_data");

    private OwnTests() {}

    /** Whether any test looks at a category; in upper or lower case. */
    public static boolean looksAt(String category) {
        String name = category.toLowerCase(Locale.ROOT);
        return name.equals("axis") || name.startsWith("array_") || name.startsWith("diffrn");
    }

    /** What is to be said of one block. */
    public static BlockReport judge(DataBlock block) {
        return new BlockReport(block.name(), results(TESTS, block));
    }

    /**
     * What is to be said of a file: of each block that describes a measurement by itself, or of the first if none does.
     *
     * @param blocks   all blocks of the file
     * @param evidence what may be looked at besides
     */
    public static List<BlockReport> judge(List<DataBlock> blocks, Evidence evidence) {
        List<BlockTest> tests = new ArrayList<>(TESTS);
        evidence.files().ifPresent(files -> tests.add(new FilesAreThere(files)));
        return judged(blocks).stream()
                .map(block -> {
                    List<TestResult> results = new ArrayList<>(results(tests, block));
                    evidence.files()
                            .flatMap(files -> evidence.images().map(images -> ImageTests.judge(block, images, files)))
                            .ifPresent(results::addAll);
                    return new BlockReport(block.name(), results);
                })
                .toList();
    }

    /** The same without looking at anything besides. */
    public static List<BlockReport> judge(List<DataBlock> blocks) {
        return judge(blocks, Evidence.NONE);
    }

    /** Whether a block says anything of a measurement: its axes, scans or images. */
    public static boolean describesMeasurement(DataBlock block) {
        return OF_MEASUREMENTS.stream().anyMatch(name -> block.category(name).isPresent());
    }

    private static List<DataBlock> judged(List<DataBlock> blocks) {
        List<DataBlock> describing =
                blocks.stream().filter(OwnTests::describesMeasurement).toList();
        return describing.isEmpty() ? blocks.subList(0, Math.min(1, blocks.size())) : describing;
    }

    private static List<TestResult> results(List<BlockTest> tests, DataBlock block) {
        return tests.stream()
                .map(test -> new TestResult(test.name(), test.judge(block)))
                .toList();
    }
}
